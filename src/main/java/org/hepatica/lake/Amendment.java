package org.hepatica.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hepatica.table.TableDefinition;

/**
 * Rows of a table that go and rows that come, as one MERGE. What goes is marked in the files where
 * it lies (deletion vectors), so that only rows that come are written.
 */
final class Amendment {

  private static final String COMES = "comes";

  private final TableDefinition table;
  private final List<String> key;

  /**
   * Of a table.
   *
   * @param key columns by which rows that go are told; they need not tell every row apart
   */
  Amendment(TableDefinition table, List<String> key) {
    this.table = table;
    this.key = key;
  }

  /**
   * Merges.
   *
   * @param gone the key's columns of what goes, each key once
   * @param come rows in the table's schema
   * @param part SQL over the partition columns, of which all these rows are
   */
  void merge(SparkSession spark, Path path, Dataset<Row> gone, Dataset<Row> come, String part) {
    Dataset<Row> source = going(gone).unionByName(come.withColumn(COMES, lit(true)));
    String same =
        key.stream()
            .map(name -> "there.%1$s <=> new.%1$s".formatted(name))
            .collect(Collectors.joining(" and "));
    Map<String, String> columns = new LinkedHashMap<>();
    for (String name : table.schema().fieldNames()) {
      columns.put(name, "new." + name);
    }
    Vectors.enable(spark, path);
    DeltaTable.forPath(spark, path.toString())
        .as("there")
        .merge(source.as("new"), "not new." + COMES + " and " + same + " and (" + there(part) + ")")
        .whenMatched()
        .delete()
        .whenNotMatched("new." + COMES)
        .insertExpr(columns)
        .execute();
  }

  private Dataset<Row> going(Dataset<Row> gone) {
    Column[] columns =
        Arrays.stream(table.schema().fields())
            .map(
                field ->
                    key.contains(field.name())
                        ? col(field.name())
                        : lit(null).cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new);
    return gone.select(columns).withColumn(COMES, lit(false));
  }

  /** The part's columns are those of the table, not of what comes. */
  private String there(String part) {
    String qualified = part;
    for (String name : table.schema().fieldNames()) {
      qualified = qualified.replaceAll("(?<![\\w'.])" + name + "(?![\\w'])", "there." + name);
    }
    return qualified;
  }
}
