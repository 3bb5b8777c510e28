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
    return grouping(strata.stream().map(this::asFactor).toList(), true, strata);
  }

  ModelVariable asFactor(Variable strata) {
    return one(strata).asFactor(strata.label());
  }

  private Grouping one(Variable strata) {
    List<Variable> arguments = specials.arguments(strata);
    boolean levelsOnly =
        arguments.stream().map(a -> typing.of(a.expression())).noneMatch(ValueType::isNumeric);
    return grouping(
        arguments.stream().map(compiler::grouping).toList(), levelsOnly, List.of(strata));
  }

  /**
   * Groups by combinations.
   *
   * @param written the variables in the formula, for its place in a message
   */
  Grouping grouping(List<ModelVariable> factors, boolean levelsOnly, List<Variable> written) {
    try {
      return new Grouping(factors, levelsOnly);
    } catch (ArithmeticException e) {
      throw FormulaException.at(
          source,
          covering(written),
          "more groups than can be numbered",
          "group by fewer columns, or by columns with fewer values");
    }
  }

  /** From the first to the last of them. */
  private static Span covering(List<Variable> written) {
    List<Span> spans = written.stream().map(variable -> variable.expression().span()).toList();
    return new Span(
        spans.stream().mapToInt(Span::start).min().orElseThrow(),
        spans.stream().mapToInt(Span::end).max().orElseThrow());
  }
}
