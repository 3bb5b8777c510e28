package org.hepatica.lake;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.aggregation.BitmapAggregator;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.delta.deletionvectors.RoaringBitmapArray;
import org.apache.spark.sql.delta.deletionvectors.RoaringBitmapArrayFormat$;

/**
 * Where rows lie: by table and file, the numbers of the rows in it. A file's are a set of bits, so
 * that they are few bytes however many rows there are.
 */
final class Places {

  /** The full name of the table that a row is of. */
  static final String TABLE = "lies_in_table";

  private static final String BITS = "bits";

  private final Map<String, Map<String, RoaringBitmapArray>> tables = new HashMap<>();

  private Places() {}

  /**
   * Finds them in one query.
   *
   * @param rows with {@link #TABLE}, {@link Located#FILE} and {@link Located#PLACE}; empty for none
   */
  static Places of(Optional<Dataset<Row>> rows) {
    Places places = new Places();
    rows.map(all -> all.groupBy(TABLE, Located.FILE).agg(bits(col(Located.PLACE)).as(BITS)))
        .map(Dataset::collectAsList)
        .orElse(List.of())
        .forEach(places::add);
    return places;
  }

  private static Column bits(Column place) {
    return ExpressionUtils.column(
        new BitmapAggregator(
                ExpressionUtils.expression(place), RoaringBitmapArrayFormat$.MODULE$.Portable())
            .toAggregateExpression());
  }

  /** The aggregate tells how many there are, which is the last, and the set itself. */
  private void add(Row file) {
    byte[] bits = file.getStruct(2).getAs(2);
    tables
        .computeIfAbsent(file.getString(0), table -> new HashMap<>())
        .put(file.getString(1), RoaringBitmapArray.readFrom(bits));
  }

  /** Of a table, by file; empty when no row of it is among them. */
  Map<String, RoaringBitmapArray> of(String table) {
    return tables.getOrDefault(table, Map.of());
  }
}
