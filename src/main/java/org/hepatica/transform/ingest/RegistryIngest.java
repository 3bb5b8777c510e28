package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Export;
import org.hepatica.protocol.Center.TableMapping;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/**
 * Bronze records to the registry's silver tables, by each centre's mappings.
 *
 * <p>All exports and tables go through one plan with two shuffles: records meet their copies, rows
 * meet those of the same key. What comes of it is best settled once, and then read by many.
 */
public final class RegistryIngest {

  private static final Set<String> TEXT_FORMATS = Set.of("csv", "tsv");

  private RegistryIngest() {}

  /** Without settling: every table evaluates the plan again. */
  public static RegistryRows run(Dataset<Row> records, Map<String, Center> centers) {
    return run(records, centers, UnaryOperator.identity());
  }

  /**
   * The registry's rows.
   *
   * @param records of {@link Operational#RECORD}: of each export the delivery that counts
   * @param centers by name
   * @param settle writes what became of the records and reads it back, so that the tables,
   *     quarantine and reconciliation do not each evaluate the plan
   * @throws org.hepatica.protocol.ProtocolException when a mapping cannot be carried out
   */
  public static RegistryRows run(
      Dataset<Row> records, Map<String, Center> centers, UnaryOperator<Dataset<Row>> settle) {
    Map<String, Set<String>> lookups = new HashMap<>();
    Map<String, Set<String>> foreign = new HashMap<>();
    Column ours = lit(false);
    for (Center center : centers.values()) {
      for (Export export : center.exports().values()) {
        boolean mapped = center.tables().stream().anyMatch(t -> t.from().equals(export.name()));
        boolean joined = center.tables().stream().anyMatch(t -> joins(t, export));
        boolean text = TEXT_FORMATS.contains(export.format());
        boolean unused = !mapped && !joined && text && center.genomics().isEmpty();
        if (!text) {
          foreign.computeIfAbsent(center.name(), c -> new HashSet<>()).add(export.name());
        }
        if (joined && !mapped) {
          lookups.computeIfAbsent(center.name(), c -> new HashSet<>()).add(export.name());
        }
        if (mapped || joined || unused) {
          ours = ours.or(isOf(center, export));
        }
      }
    }
    Dataset<Row> taken = records.where(ours);
    Drafts drafts = new Drafts(CenterGroup.of(centers.values()));
    Dataset<Row> drafted = drafts.draft(Drafts.marked(taken));
    Dataset<Row> rows =
        drafted
            .select(
                col(Registry.CENTER),
                col(Operational.EXPORT),
                col(Registry.DELIVERY),
                col(Registry.SOURCE_FILE),
                col(Registry.SOURCE_LINE),
                col(Operational.DEFECT),
                col(Drafts.COPY),
                col(Drafts.DRAFTS))
            .flatMap(new RowMaker(drafts.plans(), lookups, foreign), Encoders.row(Judged.TYPE));
    return new RegistryRows(taken, settle.apply(Judged.decide(rows)), foreign);
  }

  private static boolean joins(TableMapping table, Export export) {
    return table.joins().stream().anyMatch(join -> join.export().equals(export.name()));
  }

  private static Column isOf(Center center, Export export) {
    return col(Registry.CENTER)
        .equalTo(center.name())
        .and(col(Operational.EXPORT).equalTo(export.name()));
  }
}
