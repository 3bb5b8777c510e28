package org.hepatica.formula;

/** Refuses a variable that cannot be evaluated. */
final class VariableCheck {

  private final String source;
  private final Schema schema;

  VariableCheck(String source, Schema schema) {
    this.source = source;
    this.schema = schema;
  }

  void check(Variable variable) {
    Expression expression = variable.expression();
    new Typing(source, schema).of(expression);
    if (Columns.of(expression).isEmpty()) {
      throw FormulaException.at(
          source,
          expression.span(),
          variable.label() + " is the same for every row",
          "expected a column in it");
    }
  }
}
