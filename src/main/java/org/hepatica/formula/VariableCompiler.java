package org.hepatica.formula;

import java.util.ArrayList;
import java.util.List;

/** Compiles variables: finds the levels of those that are factors, as R finds them. */
final class VariableCompiler {

  private static final List<String> TRUTHS = List.of("FALSE", "TRUE");

  private final String source;
  private final Schema schema;
  private final Typing typing;
  private final Inputs inputs;
  private final ProgramCompiler compiler;

  VariableCompiler(String source, Schema schema, Inputs inputs) {
    this.source = source;
    this.schema = schema;
    this.inputs = inputs;
    this.typing = new Typing(source, schema);
    this.compiler = new ProgramCompiler(source, inputs);
  }

  /** A number stays a number, all else is a factor with two levels or more. */
  ModelVariable covariate(Variable variable) {
    if (typing.of(variable.expression()) == ValueType.NUMBER) {
      Program program = compiler.compile(variable.expression());
      return new ModelVariable(variable.label(), program, List.of());
    }
    ModelVariable factor = factor(variable, false);
    if (factor.levels().size() < 2) {
      throw FormulaException.at(
          source,
          variable.expression().span(),
          variable.label() + " has " + oneLevel(factor.levels()),
          "a factor needs two levels or more: take it out of the formula");
    }
    return factor;
  }

  Program number(Expression expression) {
    return compiler.compile(expression);
  }

  /** Everything is a factor, numbers too. */
  ModelVariable grouping(Variable variable) {
    return factor(variable, true);
  }

  private static String oneLevel(List<String> levels) {
    return levels.isEmpty() ? "no level" : "one level only, " + levels.get(0);
  }

  private ModelVariable factor(Variable variable, boolean severalColumns) {
    Expression inner = variable.expression();
    LevelNeed.Rows rows = LevelNeed.Rows.USED;
    Expression stripped = stripped(inner);
    while (stripped != inner) {
      boolean factor = inner instanceof Expression.Call call && call.function().equals("factor");
      rows = factor ? LevelNeed.Rows.ALL : rows;
      inner = stripped;
      stripped = stripped(inner);
    }
    String label = variable.label();
    return switch (typing.of(inner)) {
      case TRUTH -> new ModelVariable(label, compiler.compile(inner), TRUTHS);
      case TEXT -> texts(label, (Expression.Name) inner, rows);
      default -> numbers(label, inner, rows, severalColumns);
    };
  }

  private static Expression stripped(Expression expression) {
    if (expression instanceof Expression.Group group) {
      return group.inner();
    }
    boolean wrapper =
        expression instanceof Expression.Call call
            && (call.function().equals("I") || call.function().equals("factor"));
    return wrapper ? ((Expression.Call) expression).first() : expression;
  }

  private ModelVariable texts(String label, Expression.Name column, LevelNeed.Rows rows) {
    int input = inputs.of(column);
    List<String> known = inputs.get(input).texts();
    List<String> levels = inputs.texts(new LevelNeed(column.name(), rows));
    Program program = compiler.compile(column);
    if (!known.equals(levels)) {
      program = program.then(new Step.Remap(known.stream().mapToInt(levels::indexOf).toArray()));
    }
    return new ModelVariable(label, program, levels);
  }

  private ModelVariable numbers(
      String label, Expression expression, LevelNeed.Rows rows, boolean severalColumns) {
    Program program = compiler.compile(expression);
    if (!severalColumns && program.inputs().length > 1) {
      throw FormulaException.at(
          source,
          expression.span(),
          "factor() of several columns is not supported",
          "expected factor(x) of one column, or an interaction a:b");
    }
    double[] values = new Image(inputs, rows, source, expression.span()).of(program);
    List<String> levels = new ArrayList<>();
    int[] ranks = new int[values.length];
    boolean integer = isInteger(expression);
    for (int i = 0; i < values.length; i++) {
      String level = integer ? NumberText.ofInteger(values[i]) : NumberText.of(values[i]);
      if (levels.isEmpty() || !levels.get(levels.size() - 1).equals(level)) {
        levels.add(level);
      }
      ranks[i] = levels.size() - 1;
    }
    return new ModelVariable(label, program.then(new Step.Rank(values, ranks)), levels);
  }

  private boolean isInteger(Expression expression) {
    return expression instanceof Expression.Name name
        && schema.type(source, name) == ColumnType.INTEGER;
  }
}
