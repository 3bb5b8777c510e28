package org.hepatica.job;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.ChangeFeed;
import org.hepatica.lake.Lake;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.history.ChangedPatients;

/**
 * What changed between two states of a lake, by the tables' change feeds.
 *
 * @param then the earlier state
 * @param now the later one
 */
record LakeChanges(Lake then, Lake now) {

  /** What tells of the analyses' subjects. */
  static final List<TableDefinition> SUBJECTS = List.of(Gold.SUBJECT, Gold.TIME_TO_EVENT);

  /** Why the changes of some of these tables cannot be told; empty when all can. */
  Optional<String> whyNot(Collection<TableDefinition> tables) {
    return tables.stream()
        .flatMap(
            table ->
                feed(table).flatMap(ChangeFeed::whyNot).stream()
                    .map(why -> "of " + table.fullName() + " " + why))
        .findFirst();
  }

  private Optional<ChangeFeed> feed(TableDefinition table) {
    OptionalLong since = then.version(table);
    return since.isPresent()
        ? Optional.of(now.changes(table, since.getAsLong()))
        : Optional.empty();
  }

  /** Rows that came and rows that went, as {@link ChangeFeed#rows}; all of a table new since. */
  Dataset<Row> of(TableDefinition table) {
    return feed(table)
        .map(ChangeFeed::rows)
        .orElseGet(() -> now.read(table).withColumn(ChangeFeed.CHANGE, lit(1)));
  }

  /**
   * Centre and patient, each once, of whom the registry or the gene's status says something else.
   *
   * @param centers SQL of the rows of the centres that are meant
   * @param settle gives an intermediate of a name written down; the name tells which two states
   */
  Dataset<Row> patients(String centers, BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    List<TableDefinition> tables = new ArrayList<>(Registry.ALL);
    tables.add(Genomic.GENE_STATUS);
    return patients("changed-patients", tables, centers, settle);
  }

  /** The same of patients who are others as subjects of the analyses. */
  Dataset<Row> subjects(String centers, BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    return patients("changed-subjects", SUBJECTS, centers, settle);
  }

  private Dataset<Row> patients(
      String name,
      Collection<TableDefinition> tables,
      String centers,
      BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    List<TableDefinition> written =
        tables.stream().filter(table -> !now.version(table).equals(then.version(table))).toList();
    if (written.isEmpty()) {
      return now.rows(Gold.SUBJECT, List.of()).select(Registry.CENTER, Registry.PATIENT_ID);
    }
    Stream<String> versions =
        written.stream().map(table -> table.fullName() + then.version(table) + now.version(table));
    return settle.apply(
        name + "-" + Run.hash(versions.toList().toString(), centers),
        new ChangedPatients(ChangeFeed.CHANGE).of(written, this::identified).where(centers));
  }

  /** With the patient under the registry's name. */
  private Dataset<Row> identified(TableDefinition table) {
    return of(table).withColumnRenamed(Gold.USUBJID, Registry.PATIENT_ID);
  }
}
