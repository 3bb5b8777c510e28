package org.hepatica.quality;

import static org.apache.spark.sql.functions.array_compact;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.objects.AssertNotNull;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;

/** Columns as a table's schema has them. */
public final class Typed {

  private Typed() {}

  /** A value under a field's name and type; a mandatory one is never null, or the job fails. */
  public static Column as(StructField field, Column value) {
    Column typed = whole(field, value).cast(field.dataType());
    return (field.nullable() ? typed : present(typed)).as(field.name());
  }

  /** An array without nulls: storage forgets that it has none. */
  private static Column whole(StructField field, Column value) {
    boolean whole = field.dataType() instanceof ArrayType array && !array.containsNull();
    return whole ? array_compact(value) : value;
  }

  private static Column present(Column column) {
    return ExpressionUtils.column(
        new AssertNotNull(ExpressionUtils.expression(column), AssertNotNull.apply$default$2()));
  }
}
