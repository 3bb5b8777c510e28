package org.hepatica.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
 * @param known the rows that are named, as the table has them, or with where they lie rows among
 *     which they are; empty when only the table tells
 * @param come rows that come, with the table's columns
 * @param part SQL over the partition columns, of which all these rows are
 * @param partitions columns by whose values the table is laid out in folders; empty for none
 */
public record Amendment(
    TableDefinition table,
    List<String> key,
    Dataset<Row> named,
    Optional<String> changing,
    Optional<Dataset<Row>> known,
    Dataset<Row> come,
    String part,
    List<String> partitions) {

  /** The new value of what changes. */
  static final String VALUE = "changed_to";

  /** Copies the lists. */
  public Amendment {
    key = List.copyOf(key);
    partitions = List.copyOf(partitions);
  }

  /** Of a table that is in one piece: rows go, others come. */
  public static Amendment of(
      TableDefinition table, List<String> key, Dataset<Row> gone, Dataset<Row> come) {
    return new Amendment(
        table, key, gone, Optional.empty(), Optional.empty(), come, "true", List.of());
  }

  /** The same within a part of a table that is laid out in folders. */
  public Amendment within(String part, String... partitions) {
    return new Amendment(table, key, named, changing, known, come, part, List.of(partitions));
  }

  /**
   * The same where it is known what the rows say that go or change, so that they need not be read
   * once more.
   *
   * @param rows as the table has them, these alone; or as {@link Lake#located} gives them, these
   *     and perhaps others: then they need not even be looked for
   */
  public Amendment knowing(Dataset<Row> rows) {
    return new Amendment(table, key, named, changing, Optional.of(rows), come, part, partitions);
  }

  /** The same with rows that stay, but for one value. */
  public Amendment changing(String column) {
    return new Amendment(table, key, named, Optional.of(column), known, come, part, partitions);
  }

  /**
   * What becomes of rows, those of the part and others: those that stay, with what changed, and
   * those that come.
   *
   * @param there with the table's columns; of further ones those that come have nothing
   */
  public Dataset<Row> after(Dataset<Row> there) {
    return left(there).unionByName(come, true);
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
        .withColumn(column, coalesce(col(VALUE), col(column)))
        .drop(VALUE);
  }

  /**
   * Of rows of the part, as they lie, those that go or change; with {@link #VALUE} where they
   * change.
   */
  Dataset<Row> going(Dataset<Row> there) {
    Column[] columns =
        Stream.concat(
                key.stream().map(name -> col(name).as("named_" + name)),
                changing.stream().map(name -> col(name).as(VALUE)))
            .toArray(Column[]::new);
    Column same =
        key.stream()
            .map(name -> col(name).eqNullSafe(col("named_" + name)))
            .reduce(Column::and)
            .orElseThrow();
    Dataset<Row> part = there.where(this.part);
    return changing.isEmpty()
        ? part.join(named.select(columns), same, "left_semi")
        : part.join(named.select(columns), same)
            .drop(key.stream().map(name -> "named_" + name).toArray(String[]::new));
  }
}
