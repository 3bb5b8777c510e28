package org.hepatica.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.ChangeFeed;
import org.hepatica.lake.Lake;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;
import org.hepatica.transform.history.ChangedPatients;

/** The patients of whom two nights tell something else, by the change feeds between the two. */
final class ComparedPatients {

  private static final List<TableDefinition> SUBJECTS = List.of(Gold.SUBJECT, Gold.TIME_TO_EVENT);

  private ComparedPatients() {}

  /**
   * Centre and patient, each once; empty when feeds do not tell, or all tables are small: then all
   * patients are to be looked at.
   *
   * @param centers SQL of the rows of the centres that are meant
   * @param settle writes an intermediate of a name down and reads it back
   */
  static Optional<Dataset<Row>> between(
      Lake then, Lake now, String centers, BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    List<TableDefinition> tables = tables(now);
    boolean told =
        now.isFollowed(tables)
            && tables.stream()
                .allMatch(
                    table ->
                        feed(table, then, now).filter(feed -> feed.whyNot().isEmpty()).isPresent());
    if (!told) {
      return Optional.empty();
    }
    Dataset<Row> registry = new ChangedRegistry(then, now).patients(centers, settle);
    Dataset<Row> subjects =
        new ChangedPatients(ChangeFeed.CHANGE)
            .of(SUBJECTS, table -> changes(table, then, now))
            .where(centers);
    return Optional.of(settle.apply("compared-patients", registry.union(subjects).distinct()));
  }

  private static List<TableDefinition> tables(Lake now) {
    List<TableDefinition> tables = new ArrayList<>(Registry.ALL);
    tables.add(Genomic.GENE_STATUS);
    tables.removeIf(table -> now.version(table).isEmpty());
    tables.addAll(SUBJECTS);
    return tables;
  }

  private static Optional<ChangeFeed> feed(TableDefinition table, Lake then, Lake now) {
    OptionalLong since = then.version(table);
    boolean isBefore = since.isPresent() && since.getAsLong() <= now.version(table).orElse(-1);
    return isBefore ? Optional.of(now.changes(table, since.getAsLong())) : Optional.empty();
  }

  private static Dataset<Row> changes(TableDefinition table, Lake then, Lake now) {
    return feed(table, then, now)
        .orElseThrow()
        .rows()
        .withColumnRenamed(Gold.USUBJID, Registry.PATIENT_ID);
  }

  /** Tables with those patients alone; as they are when it is not known who. */
  static Tables only(Tables tables, Optional<Dataset<Row>> patients) {
    return patients.map(some -> ChangedPatients.only(tables, some)).orElse(tables);
  }
}
