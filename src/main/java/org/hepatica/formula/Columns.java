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

  /** Those whose missing value makes the expression's missing, whatever the others hold. */
  static Set<String> required(Expression expression) {
    Set<String> columns = new LinkedHashSet<>();
    require(expression, columns);
    return columns;
  }

  private static void require(Expression expression, Set<String> found) {
    if (expression instanceof Expression.Name name) {
      found.add(name.name());
    } else if (expression instanceof Expression.Prefix prefix) {
      require(prefix.operand(), found);
    } else if (expression instanceof Expression.Group group) {
      require(group.inner(), found);
    } else if (expression instanceof Expression.Binary binary) {
      requireOperands(binary, found);
    } else if (expression instanceof Expression.Call call) {
      call.arguments().forEach(argument -> require(argument.value(), found));
    }
  }

  /** In R, FALSE and NA is FALSE, NA^0 is 1, and NA is not in any list. */
  private static void requireOperands(Expression.Binary binary, Set<String> found) {
    switch (binary.operator()) {
      case IN, AND, OR -> {}
      case POWER -> {
        if (binary.right() instanceof Expression.Number number && number.value() != 0) {
          require(binary.left(), found);
        }
      }
      default -> {
        require(binary.left(), found);
        require(binary.right(), found);
      }
    }
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
