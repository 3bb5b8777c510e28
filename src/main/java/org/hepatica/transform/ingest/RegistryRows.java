package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.hepatica.quality.Quarantine;
import org.hepatica.quality.Reconciliation;
import org.hepatica.quality.Typed;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/** The outcome of an ingestion: views of what became of every record. */
public final class RegistryRows {

  private final Dataset<Row> records;
  private final Dataset<Row> judged;
  private final Map<String, Set<String>> foreign;

  RegistryRows(Dataset<Row> records, Dataset<Row> judged, Map<String, Set<String>> foreign) {
    this.records = records;
    this.judged = judged;
    this.foreign = foreign;
  }

  /** The rows of a registry table in exactly its schema; none when no mapping fills it. */
  public Dataset<Row> table(TableDefinition table) {
    List<String> stored = MappingPlan.columnsOf(table);
    List<Column> columns = new ArrayList<>();
    for (StructField field : table.schema().fields()) {
      int place = stored.indexOf(field.name());
      Column value = place < 0 ? col(field.name()) : col(Judged.VALUES).getItem(place);
      columns.add(Typed.as(field, value));
    }
    return judged
        .where(col(Judged.STANDS).and(col(Operational.TABLE).equalTo(table.name())))
        .select(columns.toArray(Column[]::new));
  }

  /** Everything withheld, in the schema of {@link Operational#QUARANTINE}. */
  public Dataset<Row> quarantine() {
    return Quarantine.of(judged);
  }

  /** Counts by file, in the schema of {@link Operational#RECONCILIATION}. */
  public Dataset<Row> reconciliation() {
    return Reconciliation.of(own(records), own(judged));
  }

  private Dataset<Row> own(Dataset<Row> rows) {
    return foreign.entrySet().stream()
        .flatMap(
            center ->
                center.getValue().stream()
                    .map(
                        export ->
                            col(Registry.CENTER)
                                .equalTo(center.getKey())
                                .and(col(Operational.EXPORT).equalTo(export))))
        .reduce(Column::or)
        .map(other -> rows.where(not(other)))
        .orElse(rows);
  }
}
