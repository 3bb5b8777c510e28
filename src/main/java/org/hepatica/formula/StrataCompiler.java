package org.hepatica.formula;

import java.util.List;

/** Compiles strata() to groups, named as R names them. */
final class StrataCompiler {

  private final String source;
  private final Specials specials;
  private final Typing typing;
  private final VariableCompiler compiler;

  StrataCompiler(String source, Schema schema, VariableCompiler compiler) {
    this.source = source;
    this.specials = new Specials(source, schema);
    this.typing = new Typing(source, schema);
    this.compiler = compiler;
  }

  /** One strata() alone, several by all combinations. */
  Grouping compile(List<Variable> strata) {
    if (strata.size() == 1) {
      return one(strata.get(0));
    }
    return grouping(strata.stream().map(this::asFactor).toList(), true, strata.get(0));
  }

  ModelVariable asFactor(Variable strata) {
    return one(strata).asFactor(strata.label());
  }

  private Grouping one(Variable strata) {
    List<Variable> arguments = specials.arguments(strata);
    boolean levelsOnly =
        arguments.stream().map(a -> typing.of(a.expression())).noneMatch(ValueType::isNumeric);
    return grouping(arguments.stream().map(compiler::grouping).toList(), levelsOnly, strata);
  }

  Grouping grouping(List<ModelVariable> factors, boolean levelsOnly, Variable place) {
    try {
      return new Grouping(factors, levelsOnly);
    } catch (ArithmeticException e) {
      throw FormulaException.at(
          source,
          place.expression().span(),
          "more groups than can be numbered",
          "group by fewer columns, or by columns with fewer values");
    }
  }
}
