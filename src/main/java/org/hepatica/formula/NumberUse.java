package org.hepatica.formula;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which columns a formula takes for numbers, for whoever knows why one of them is none.
 *
 * @param needed those that are no texts: arguments of {@code Surv()} that are nothing else, and
 *     what the right side calculates with
 * @param covariates those that become factors if they are texts: terms that are a column alone
 * @param inSql those that the SQL of {@code Surv()} names, as numbers or not
 */
public record NumberUse(Set<String> needed, Set<String> covariates, Set<String> inSql) {

  /** Copies the sets. */
  public NumberUse {
    needed = Set.copyOf(needed);
    covariates = Set.copyOf(covariates);
    inSql = Set.copyOf(inSql);
  }

  static NumberUse of(SurvivalResponse response, TermList right) {
    return new Builder().response(response).variables(right).built();
  }

  /** Goes through a formula. */
  private static final class Builder {

    private final Set<String> needed = new LinkedHashSet<>();
    private final Set<String> covariates = new LinkedHashSet<>();
    private final Set<String> inSql = new LinkedHashSet<>();

    Builder response(SurvivalResponse response) {
      for (SqlText argument : response.arguments()) {
        argument.column().ifPresentOrElse(needed::add, () -> inSql.addAll(argument.columns()));
      }
      return this;
    }

    Builder variables(TermList right) {
      right.variables().forEach(variable -> variable(variable.expression()));
      return this;
    }

    NumberUse built() {
      return new NumberUse(needed, covariates, inSql);
    }

    private void variable(Expression expression) {
      if (expression instanceof Expression.Name name) {
        covariates.add(name.name());
      } else if (expression instanceof Expression.Group group) {
        variable(group.inner());
      } else if (expression instanceof Expression.Call call && call.function().equals("I")) {
        call.arguments().forEach(argument -> variable(argument.value()));
      } else if (!takesTexts(expression)) {
        calculated(expression);
      }
    }

    /** Levels of anything: factor(), strata(), cluster(). */
    private static boolean takesTexts(Expression expression) {
      return expression instanceof Expression.Call call
          && Set.of("factor", "strata", "cluster").contains(call.function());
    }

    private void calculated(Expression expression) {
      if (expression instanceof Expression.Name name) {
        needed.add(name.name());
      } else if (expression instanceof Expression.Prefix prefix) {
        calculated(prefix.operand());
      } else if (expression instanceof Expression.Group group) {
        calculated(group.inner());
      } else if (expression instanceof Expression.Binary binary && !comparesTexts(binary)) {
        calculated(binary.left());
        calculated(binary.right());
      } else if (expression instanceof Expression.Call call && !takesTexts(call)) {
        call.arguments().forEach(argument -> calculated(argument.value()));
      }
    }

    private static boolean comparesTexts(Expression.Binary binary) {
      boolean list =
          binary.right() instanceof Expression.Call call
              && call.arguments().stream().anyMatch(a -> a.value() instanceof Expression.Text);
      return list
          || binary.left() instanceof Expression.Text
          || binary.right() instanceof Expression.Text;
    }
  }
}
