package org.hepatica.table;

import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table of the lake: its place, key, columns and meaning.
 *
 * @param name its name, snake case, unique in its layer
 * @param layer where it lies
 * @param key the columns that identify a row; empty when rows have no key
 * @param columns in stored order
 * @param meaning what one row is, for the data dictionary
 */
public record TableDefinition(
    String name, Layer layer, List<String> key, List<Column> columns, String meaning) {

  /** Keeps the lists unchangeable. */
  public TableDefinition {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
  }

  /** Its name among all tables: layer and name, as in {@code silver/patient}. */
  public String fullName() {
    return layer.folder() + "/" + name;
  }

  /** The Spark schema, companions included. */
  public StructType schema() {
    return new StructType(
        columns.stream().flatMap(column -> column.fields().stream()).toArray(StructField[]::new));
  }

  /** Whether a row is of one patient, whom it names. */
  public boolean isOfPatients() {
    return columns.stream().anyMatch(column -> column.name().equals(Registry.PATIENT_ID));
  }

  /** The column of a name, or an error that lists what there is. */
  public Column column(String column) {
    return columns.stream()
        .filter(c -> c.name().equals(column))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "table "
                        + name
                        + " has no column '"
                        + column
                        + "'; it has "
                        + columns.stream().map(Column::name).toList()));
  }
}
