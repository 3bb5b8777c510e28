package org.hepatica.quality;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.objects.AssertNotNull;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.StructField;

/** Columns as a table's schema has them. */
public final class Typed {

  private Typed() {}

  /** A value under a field's name and type; a mandatory one is never null, or the job fails. */
  public static Column as(StructField field, Column value) {
    Column typed = value.cast(field.dataType());
    return (field.nullable() ? typed : present(typed)).as(field.name());
  }

  private static Column present(Column column) {
    return ExpressionUtils.column(
        new AssertNotNull(ExpressionUtils.expression(column), AssertNotNull.apply$default$2()));
  }
}
