package org.hepatica.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import io.delta.tables.DeltaMergeBuilder;
import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hepatica.table.TableDefinition;

/**
 * Rows that a table loses, or that change, and rows that it gets.
 *
 * <p>Neither dataset may read the table itself: it is written in the meantime.
 *
 * @param table the table
 * @param key columns by which rows are told; they need not tell every row apart
 * @param named the key's columns of rows that go or change, each key once, with the new value of
 *     what changes; other columns do not count
 * @param changing the column that is given another value, never null; empty for rows that go
 * @param come rows that come, with the table's columns
 * @param part SQL over the partition columns, of which all these rows are
 * @param partitions columns by whose values the table is laid out in folders; empty for none
 */
public record Amendment(
    TableDefinition table,
    List<String> key,
    Dataset<Row> named,
    Optional<String> changing,
    Dataset<Row> come,
    String part,
    List<String> partitions) {

  private static final String VALUE = "changed_to";

  /** Copies the lists. */
  public Amendment {
    key = List.copyOf(key);
    partitions = List.copyOf(partitions);
  }

  /** Of a table that is in one piece: rows go, others come. */
  public static Amendment of(
      TableDefinition table, List<String> key, Dataset<Row> gone, Dataset<Row> come) {
    return new Amendment(table, key, gone, Optional.empty(), come, "true", List.of());
  }

  /** The same within a part of a table that is laid out in folders. */
  public Amendment within(String part, String... partitions) {
    return new Amendment(table, key, named, changing, come, part, List.of(partitions));
  }

  /** The same with rows that stay, but for one value. */
  public Amendment changing(String column) {
    return new Amendment(table, key, named, Optional.of(column), come, part, partitions);
  }

  /** What is left of rows of the part, with what changed. */
  Dataset<Row> left(Dataset<Row> there) {
    String[] by = key.toArray(String[]::new);
    if (changing.isEmpty()) {
      return there.join(named, by, "left_anti");
    }
    String column = changing.get();
    Column[] changes =
        Stream.concat(key.stream().map(name -> col(name)), Stream.of(col(column).as(VALUE)))
            .toArray(Column[]::new);
    return there
        .join(named.select(changes), by, "left")
        .withColumn(column, coalesce(col(VALUE), col(column)));
  }

  /**
   * Marks what goes or changes in the files where it lies (deletion vectors). Of rows that come
   * nothing is said, so that the few that are named can be sent to every part of the table, and the
   * table itself stays where it is.
   */
  void merge(SparkSession spark, Path path) {
    Column[] columns =
        Stream.concat(key.stream(), changing.stream())
            .map(name -> col(name))
            .toArray(Column[]::new);
    String same =
        key.stream()
            .map(name -> "there.%1$s <=> new.%1$s".formatted(name))
            .collect(Collectors.joining(" and "));
    Vectors.enable(spark, path);
    DeltaMergeBuilder merge =
        DeltaTable.forPath(spark, path.toString())
            .as("there")
            .merge(named.select(columns).as("new"), same + " and (" + ofTheTable(part) + ")");
    changing
        .map(column -> merge.whenMatched().updateExpr(Map.of(column, "new." + column)))
        .orElseGet(() -> merge.whenMatched().delete())
        .execute();
  }

  /** The part's columns are those of the table, not of what is named. */
  private String ofTheTable(String sql) {
    String qualified = sql;
    for (String name : table.schema().fieldNames()) {
      qualified = qualified.replaceAll("(?<![\\w'.])" + name + "(?![\\w'])", "there." + name);
    }
    return qualified;
  }
}
