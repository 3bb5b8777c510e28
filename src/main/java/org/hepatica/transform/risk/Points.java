package org.hepatica.transform.risk;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.hepatica.protocol.Study.Component;
import org.hepatica.table.Gold;
import org.hepatica.table.Kind;

/** Whether a component of a score gives its point; null when nobody can tell. */
final class Points {

  private Points() {}

  /** The component's truth from its SQL, or from a variable strictly above its cut-off. */
  static Column of(Component component) {
    return component.when().map(sql -> expr(sql)).orElseGet(() -> above(component));
  }

  private static Column above(Component component) {
    String variable = component.variable().orElseThrow();
    double cutOff = component.above().orElseThrow();
    return isQuantity(variable)
        ? above(expr(variable), expr(variable + Kind.QUANTITY.companionSuffix()), cutOff)
        : expr(variable).gt(cutOff);
  }

  private static boolean isQuantity(String variable) {
    return Gold.SUBJECT.columns().stream()
        .anyMatch(column -> column.name().equals(variable) && column.kind() == Kind.QUANTITY);
  }

  /**
   * A value known as {@code > x} is above a cut-off that x reaches; one known as {@code < x} is not
   * above a cut-off that x does not pass; otherwise such a value decides nothing.
   */
  static Column above(Column value, Column qualifier, double cutOff) {
    return when(qualifier.equalTo(">"), when(value.geq(cutOff), lit(true)))
        .when(qualifier.equalTo("<"), when(value.leq(cutOff), lit(false)))
        .otherwise(value.gt(cutOff));
  }
}
