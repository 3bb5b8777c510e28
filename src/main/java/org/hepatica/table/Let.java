package org.hepatica.table;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.transform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Names for intermediate values inside one expression.
 *
 * <p>A value that several parts of an expression use would otherwise be computed by each, or stand
 * in a column of its own: a projection more, that Spark optimises, compiles and runs.
 */
public final class Let {

  private Let() {}

  /** The body, in which its argument stands for the value; the value is computed once. */
  public static Column in(Column value, UnaryOperator<Column> body) {
    return get(transform(array(value), body::apply), lit(0));
  }

  /** Adds the named fields of a struct as columns; the struct stays behind as a working column. */
  public static Dataset<Row> columns(
      Dataset<Row> rows, String working, Column struct, List<String> names) {
    return spread(rows.withColumn(working, struct), working, names);
  }

  /** Adds the named fields of a struct column as columns. */
  public static Dataset<Row> spread(Dataset<Row> rows, String struct, List<String> names) {
    Map<String, Column> fields = new LinkedHashMap<>();
    names.forEach(name -> fields.put(name, col(struct).getField(name)));
    return rows.withColumns(fields);
  }
}
