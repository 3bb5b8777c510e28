package org.hepatica.formula;

/**
 * What terms are made of: a column or a call.
 *
 * @param label the expression as R prints it; equal labels are the same variable
 */
record Variable(String label, Expression expression) {

  static Variable of(Expression expression) {
    return new Variable(ExpressionText.of(expression), expression);
  }

  boolean isCallOf(String function) {
    return expression instanceof Expression.Call call && call.function().equals(function);
  }
}
