package org.hepatica.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which columns an expression reads. */
final class Columns {

  private Columns() {}

  /** The columns in the order in which they are named, each once. */
  static Set<String> of(Expression expression) {
    Set<String> columns = new LinkedHashSet<>();
    names(expression, new ArrayList<>()).forEach(name -> columns.add(name.name()));
    return columns;
  }

  private static List<Expression.Name> names(Expression expression, List<Expression.Name> found) {
    if (expression instanceof Expression.Name name) {
      found.add(name);
    } else if (expression instanceof Expression.Prefix prefix) {
      names(prefix.operand(), found);
    } else if (expression instanceof Expression.Group group) {
      names(group.inner(), found);
    } else if (expression instanceof Expression.Binary binary) {
      names(binary.left(), found);
      names(binary.right(), found);
    } else if (expression instanceof Expression.Call call) {
      call.arguments().forEach(argument -> names(argument.value(), found));
    }
    return found;
  }
}
