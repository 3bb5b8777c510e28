package org.hepatica.ml;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.not;

import java.sql.Date;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.hepatica.formula.LevelNeed;
import org.hepatica.formula.Levels;

/** The levels of columns, looked for in the data: for those too varied to be counted. */
final class Scanned implements Levels {

  private static final Set<DataType> FRACTIONS = Set.of(DataTypes.DoubleType, DataTypes.FloatType);

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
    Dataset<Row> rows = need.rows() == LevelNeed.Rows.ALL ? data : complete();
    return distinct(rows, Frame.named(need.column()));
  }

  /** Rows with all that is required; {@code na().drop} knows no column with a dot in its name. */
  private Dataset<Row> complete() {
    Dataset<Row> rows = data;
    for (String name : required) {
      Column column = Frame.named(name);
      boolean fraction = FRACTIONS.contains(data.select(column).schema().fields()[0].dataType());
      Column present = column.isNotNull();
      rows = rows.where(fraction ? present.and(not(isnan(column))) : present);
    }
    return rows;
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
    if (raw instanceof Date date) {
      return (double) date.toLocalDate().toEpochDay();
    }
    return raw instanceof Number number ? (Object) number.doubleValue() : raw.toString();
  }
}
