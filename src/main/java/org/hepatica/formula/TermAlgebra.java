package org.hepatica.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Expands the right side of a formula to terms, as R's {@code terms.formula}. */
final class TermAlgebra {

  private final String source;
  private final List<String> others;
  private final List<Variable> variables = new ArrayList<>();

  /**
   * @param others what {@code .} stands for
   */
  TermAlgebra(String source, List<String> others) {
    this.source = source;
    this.others = others;
  }

  TermList expand(Expression side) {
    List<Term> terms = encode(side);
    return TermList.sorted(variables, terms);
  }

  private List<Term> encode(Expression expression) {
    if (expression instanceof Expression.Group group) {
      return encode(group.inner());
    } else if (expression instanceof Expression.Number number) {
      return constant(number);
    } else if (expression instanceof Expression.Prefix prefix && prefix.symbol() != '!') {
      List<Term> terms = encode(prefix.operand());
      return prefix.symbol() == '+' ? terms : List.of();
    } else if (expression instanceof Expression.Name name && name.name().equals(".")) {
      return others(name);
    } else if (expression instanceof Expression.Text || expression instanceof Expression.Truth) {
      throw FormulaException.at(
          source, expression.span(), "a constant is no term", "expected a column or a function");
    } else if (expression instanceof Expression.Binary binary) {
      return binary(binary);
    }
    return List.of(Term.of(number(Variable.of(expression))));
  }

  private List<Term> binary(Expression.Binary binary) {
    return switch (binary.operator()) {
      case PLUS -> distinct(encode(binary.left()), encode(binary.right()));
      case MINUS -> difference(encode(binary.left()), encode(binary.right()));
      case COLON -> products(encode(binary.left()), encode(binary.right()));
      case TIMES -> crossed(encode(binary.left()), encode(binary.right()));
      case OVER -> nested(encode(binary.left()), encode(binary.right()));
      case IN -> within(encode(binary.left()), encode(binary.right()));
      case POWER -> power(binary);
      default -> List.of(Term.of(number(Variable.of(binary))));
    };
  }

  private List<Term> constant(Expression.Number number) {
    if (number.value() != 0 && number.value() != 1) {
      throw FormulaException.at(
          source,
          number.span(),
          "a number is no term",
          "expected 1 or 0; arithmetic stands in I(), as I(age / 10)");
    }
    return List.of();
  }

  private List<Term> others(Expression.Name dot) {
    List<Term> terms = new ArrayList<>();
    for (String column : others) {
      terms.add(Term.of(number(Variable.of(new Expression.Name(column, dot.span())))));
    }
    return terms;
  }

  private int number(Variable variable) {
    for (int i = 0; i < variables.size(); i++) {
      if (variables.get(i).label().equals(variable.label())) {
        return i;
      }
    }
    variables.add(variable);
    return variables.size() - 1;
  }

  private static List<Term> difference(List<Term> left, List<Term> right) {
    return left.stream().filter(term -> !right.contains(term)).toList();
  }

  private static List<Term> products(List<Term> left, List<Term> right) {
    return left.stream().flatMap(a -> right.stream().map(a::with)).distinct().toList();
  }

  /** As in R, nothing on the left ({@code 1 * a}) makes nothing of the whole. */
  private static List<Term> crossed(List<Term> left, List<Term> right) {
    return left.isEmpty() ? List.of() : distinct(distinct(left, right), products(left, right));
  }

  private static List<Term> nested(List<Term> left, List<Term> right) {
    if (left.isEmpty()) {
      return List.of();
    }
    Term all = left.stream().reduce(Term.empty(), Term::with);
    return distinct(left, right.stream().map(all::with).toList());
  }

  private static List<Term> within(List<Term> left, List<Term> right) {
    Term all = right.stream().reduce(Term.empty(), Term::with);
    return left.stream().map(all::with).distinct().toList();
  }

  private List<Term> power(Expression.Binary binary) {
    boolean whole =
        binary.right() instanceof Expression.Number number
            && number.value() >= 2
            && number.value() == Math.rint(number.value());
    if (!whole) {
      throw FormulaException.at(
          source,
          binary.right().span(),
          "a sum is raised to a whole number from 2 on",
          "expected (a + b)^2; a power of a column stands in I(), as I(age^2)");
    }
    List<Term> terms = encode(binary.left());
    List<Term> result = terms;
    double exponent = ((Expression.Number) binary.right()).value();
    for (int i = 1; i < Math.min(exponent, variables.size() + 1); i++) {
      result = products(terms, result);
    }
    return result;
  }

  private static List<Term> distinct(Collection<Term> first, Collection<Term> second) {
    LinkedHashSet<Term> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
