package org.hepatica.job;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
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
import org.hepatica.transform.history.ChangedPatients;

/**
 * Patients of whom the registry or the gene's status says something else, between two states of a
 * lake whose change feeds tell.
 */
final class ChangedRegistry {

  private final Lake then;
  private final Lake now;

  ChangedRegistry(Lake then, Lake now) {
    this.then = then;
    this.now = now;
  }

  /** The tables that are looked at: those that were written since. */
  private List<TableDefinition> tables() {
    List<TableDefinition> tables = new ArrayList<>(Registry.ALL);
    tables.add(Genomic.GENE_STATUS);
    tables.removeIf(table -> now.version(table).equals(then.version(table)));
    return tables;
  }

  /**
   * Centre and patient, each once.
   *
   * @param centers SQL of the rows of the centres that are meant
   * @param settle gives an intermediate of a name written down; the name tells which two states
   */
  Dataset<Row> patients(String centers, BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    List<TableDefinition> tables = tables();
    if (tables.isEmpty()) {
      return now.rows(Gold.SUBJECT, List.of()).select(Registry.CENTER, Registry.PATIENT_ID);
    }
    return settle.apply(
        "changed-patients-" + Run.hash(versions(tables), centers),
        new ChangedPatients(ChangeFeed.CHANGE).of(tables, this::changes).where(centers));
  }

  private String versions(List<TableDefinition> tables) {
    return tables.stream()
        .map(table -> table.fullName() + then.version(table) + now.version(table))
        .toList()
        .toString();
  }

  private Dataset<Row> changes(TableDefinition table) {
    OptionalLong since = then.version(table);
    return since.isPresent()
        ? now.changes(table, since.getAsLong()).rows()
        : now.read(table).withColumn(ChangeFeed.CHANGE, lit(1));
  }
}
