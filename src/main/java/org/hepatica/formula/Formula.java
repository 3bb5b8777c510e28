package org.hepatica.formula;

import java.util.List;

/**
 * A formula of R: {@code Surv(time, event) ~ age * sex + strata(center)}.
 *
 * @param source as typed
 * @param response the left side
 * @param right the right side
 */
public record Formula(String source, SurvivalResponse response, Expression right) {

  /**
   * Reads a formula.
   *
   * @throws FormulaException if it cannot be read: the message shows where
   */
  public static Formula parse(String source) {
    Tokens tokens = new Tokens(source);
    SurvivalResponse response = new ResponseParser(tokens).parse();
    return new Formula(source, response, new ExpressionParser(tokens).parse());
  }

  /**
   * The terms of a regression on a table.
   *
   * @throws FormulaException if the table or this engine cannot provide one
   */
  public ModelTerms model(Schema schema) {
    return new ModelTerms(this, schema);
  }

  /** Groups to compare, strata() apart: logrank, cuminc. */
  public GroupTerms comparison(Schema schema) {
    return new GroupTerms(this, schema, GroupTerms.Strata.APART);
  }

  /** Groups that have a curve each, strata() making groups too: km. */
  public GroupTerms curves(Schema schema) {
    return new GroupTerms(this, schema, GroupTerms.Strata.GROUPS);
  }

  /**
   * Which columns of a table it takes for numbers.
   *
   * @throws FormulaException if the table lacks one
   */
  public NumberUse numbers(Schema schema) {
    return NumberUse.of(response, expand(schema));
  }

  /**
   * The refusal of an argument of {@code Surv()} that turned out to be no use.
   *
   * @param argument shown in its place
   * @param problem what is wrong
   * @param remedy what to write
   */
  public FormulaException refused(SqlText argument, String problem, String remedy) {
    return FormulaException.at(source, argument.span(), problem, remedy);
  }

  TermList expand(Schema schema) {
    for (SqlText argument : response.arguments()) {
      argument.names().forEach(name -> schema.type(source, name));
    }
    List<String> used = response.columns();
    List<String> others =
        schema.columns().stream().filter(column -> !used.contains(column)).toList();
    return new TermAlgebra(source, others).expand(right);
  }

  /** With the right side as R prints it. */
  @Override
  public String toString() {
    List<SqlText> arguments = response.arguments();
    Span left = arguments.get(0).span().to(arguments.get(arguments.size() - 1).span());
    return "Surv(" + left.of(source) + ") ~ " + ExpressionText.of(right);
  }
}
