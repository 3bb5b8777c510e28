package org.hepatica.formula;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds strata(), cluster() and offset() among terms and checks how they are written. */
final class Specials {

  private static final Set<String> NAMES = Set.of("strata", "cluster", "offset");

  private final String source;
  private final Schema schema;

  Specials(String source, Schema schema) {
    this.source = source;
    this.schema = schema;
  }

  static boolean isSpecial(Variable variable) {
    return NAMES.stream().anyMatch(variable::isCallOf);
  }

  /**
   * Refuses any of them in an interaction.
   *
   * @param right the side of the formula that the terms are of
   */
  void checkAlone(TermList list, Expression right) {
    for (Term term : list.terms()) {
      for (Variable variable : list.of(term)) {
        if (term.order() > 1 && isSpecial(variable)) {
          throw inInteraction(
              ((Expression.Call) variable.expression()).function(),
              Occurrence.inInteraction(right, variable));
        }
      }
    }
  }

  private FormulaException inInteraction(String function, Span place) {
    String remedy =
        function.equals("strata")
            ? "an effect for each stratum is written factor(x):z + strata(x)"
            : function + "() stands alone: + " + function + "(...)";
    return FormulaException.at(
        source, place, function + "() in an interaction is not supported", remedy);
  }

  List<Variable> strata(TermList list) {
    List<Variable> found = all(list, "strata");
    found.forEach(variable -> arguments(variable).forEach(this::check));
    return found;
  }

  /** The variables of a strata(). */
  List<Variable> arguments(Variable strata) {
    Expression.Call call = (Expression.Call) strata.expression();
    boolean named = call.arguments().stream().anyMatch(argument -> !argument.name().isEmpty());
    if (call.arguments().isEmpty() || named) {
      throw FormulaException.at(
          source, call.span(), "strata() takes columns only", "expected strata(a) or strata(a, b)");
    }
    return call.arguments().stream().map(argument -> Variable.of(argument.value())).toList();
  }

  private void check(Variable variable) {
    new VariableCheck(source, schema).check(variable);
  }

  List<Expression> offsets(TermList list) {
    return all(list, "offset").stream().map(this::offset).toList();
  }

  private Expression offset(Variable variable) {
    Expression.Call call = (Expression.Call) variable.expression();
    if (call.arguments().size() != 1) {
      throw FormulaException.at(
          source, call.span(), "offset() takes one argument", "expected offset(log(time))");
    }
    if (!new Typing(source, schema).of(call.first()).isNumeric()) {
      throw FormulaException.at(
          source, call.first().span(), "an offset is a number", "expected a numeric column");
    }
    return call.first();
  }

  Optional<String> cluster(TermList list) {
    List<Variable> found = all(list, "cluster");
    if (found.size() > 1) {
      throw FormulaException.at(
          source,
          found.get(1).expression().span(),
          "a second cluster()",
          "a formula has one cluster() at most");
    }
    return found.stream().findFirst().map(this::cluster);
  }

  private String cluster(Variable variable) {
    Expression.Call call = (Expression.Call) variable.expression();
    if (call.arguments().size() == 1 && call.first() instanceof Expression.Name name) {
      schema.type(source, name);
      return name.name();
    }
    throw FormulaException.at(
        source, call.span(), "cluster() takes one column", "expected cluster(id)");
  }

  private static List<Variable> all(TermList list, String function) {
    return list.terms().stream()
        .flatMap(term -> list.of(term).stream())
        .filter(variable -> variable.isCallOf(function))
        .toList();
  }
}
