package org.hepatica.ml;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.LevelNeed;
import org.hepatica.formula.Levels;

/** The levels of columns, looked for in the data: for those too varied to be counted. */
final class Scanned implements Levels {

  private final Dataset<Row> data;
  private final List<String> required;

  /**
   * @param required columns in which a missing value keeps a row out
   */
  Scanned(Dataset<Row> data, List<String> required) {
    this.data = data;
    this.required = required;
  }

  @Override
  public List<String> texts(LevelNeed need) {
    return values(need).stream().map(Object::toString).toList();
  }

  @Override
  public double[] numbers(LevelNeed need) {
    return values(need).stream().mapToDouble(v -> (Double) v).toArray();
  }

  private List<Object> values(LevelNeed need) {
    Dataset<Row> rows =
        need.rows() == LevelNeed.Rows.ALL ? data : data.na().drop(required.toArray(String[]::new));
    return distinct(rows, Frame.named(need.column()));
  }

  /** The values of a column that is not missing: numbers and truth values as doubles, or texts. */
  static List<Object> distinct(Dataset<Row> rows, Column column) {
    return rows
        .select(column.as("value"))
        .where(col("value").isNotNull())
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> value(row.get(0)))
        .filter(value -> !(value instanceof Double number && number.isNaN()))
        .toList();
  }

  private static Object value(Object raw) {
    if (raw instanceof Boolean truth) {
      return truth ? 1.0 : 0.0;
    }
    return raw instanceof Number number ? (Object) number.doubleValue() : raw.toString();
  }
}
