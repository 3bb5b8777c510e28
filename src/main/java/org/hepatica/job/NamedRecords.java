package org.hepatica.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.Amendment;
import org.hepatica.lake.Lake;
import org.hepatica.protocol.Center;
import org.hepatica.source.DeliveredFile;
import org.hepatica.table.Operational;
import org.hepatica.transform.history.Ties;
import org.hepatica.transform.ingest.RegistryIngest;

/**
 * The records of those of whom a delivery of changes has something, looked up in bronze once: among
 * them are the records that it replaces, and they are what silver is made anew of.
 */
final class NamedRecords {

  private static final Column[] COLUMNS =
      Stream.of(Operational.RECORD.schema().fieldNames())
          .filter(name -> !name.equals(Operational.CONTENT))
          .map(name -> col(name))
          .toArray(Column[]::new);

  private final Lake lake;
  private final Dataset<Row> there;

  private NamedRecords(Lake lake, Dataset<Row> there) {
    this.lake = lake;
    this.there = there;
  }

  /**
   * Whether all that a delivery can replace is tied to what it has: its exports bring changes
   * alone, and an identifier is part of each key; and whether it can be looked up at once, as
   * records have few identifiers.
   */
  static boolean haveAll(Map<String, Center> centers, Collection<DeliveredFile> files) {
    return centers.values().stream().noneMatch(PatientColumns::hasManyOfARecord)
        && files.stream()
            .allMatch(
                file -> {
                  Center center = centers.get(file.center());
                  return RegistryIngest.takes(center, file.export())
                      && isNamedByKey(center.exports().get(file.export()));
                });
  }

  private static boolean isNamedByKey(Center.Export export) {
    Set<String> identifying = PatientColumns.identifying(export);
    return export.content().isChanges()
        && !Collections.disjoint(identifying, export.content().key());
  }

  /** How many identifiers a record has at most, of those that ingestion looks at. */
  private static int mostIdentifiers(Center center) {
    return center.exports().values().stream()
        .filter(export -> RegistryIngest.takes(center, export.name()))
        .mapToInt(export -> PatientColumns.identifying(export).size())
        .max()
        .orElse(0);
  }

  /**
   * Finds them before the delivery is taken.
   *
   * @param delivered its records, settled
   */
  static NamedRecords of(Lake lake, Collection<Center> centers, Dataset<Row> delivered) {
    Column followed = RegistryIngest.isTaken(centers);
    Dataset<Row> records = lake.located(Operational.RECORD).where(followed);
    // A record that cannot be read has no key, and may have no identifier either.
    Column isUnread = col(Operational.DEFECT).isNotNull().and(col(Operational.UNTIL).isNull());
    Column ties = Ties.among(centers, PatientColumns::identifying);
    Dataset<Row> identifiers = lake.settle("links-delivered", Ties.links(delivered));
    int most = centers.stream().mapToInt(NamedRecords::mostIdentifiers).max().orElse(0);
    return new NamedRecords(
        lake, new Ties(ties, lake::settle).with(records, identifiers, isUnread, most));
  }

  /** Those that count, as {@link Lake#located} gives them. */
  Dataset<Row> counting() {
    return there.where(col(Operational.UNTIL).isNull());
  }

  /**
   * What silver is to be made anew of: all of them as they are after the delivery.
   *
   * @param delivery what it changes in bronze
   * @param changed holds of records that began or ended with it
   */
  Dataset<Row> after(Amendment delivery, Column changed) {
    return lake.settle(
        "tied",
        delivery
            .after(there)
            .where(coalesce(col(Ties.TIED), lit(false)).or(changed))
            .select(COLUMNS));
  }
}
