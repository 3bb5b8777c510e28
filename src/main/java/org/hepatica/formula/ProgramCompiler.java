package org.hepatica.formula;

import java.util.ArrayList;
import java.util.List;

/** Compiles an expression that {@link Typing} has accepted. */
final class ProgramCompiler {

  private static final double NOWHERE = -2;

  private final Membership membership;
  private final Inputs inputs;

  ProgramCompiler(String source, Inputs inputs) {
    this.membership = new Membership(source);
    this.inputs = inputs;
  }

  Program compile(Expression expression) {
    List<Step> steps = new ArrayList<>();
    emit(expression, steps);
    return new Program(steps);
  }

  private void emit(Expression expression, List<Step> steps) {
    if (expression instanceof Expression.Name name) {
      steps.add(new Step.Load(inputs.of(name)));
    } else if (expression instanceof Expression.Number number) {
      steps.add(new Step.Constant(number.value()));
    } else if (expression instanceof Expression.Truth truth) {
      steps.add(new Step.Constant(truth.value() ? 1 : 0));
    } else if (expression instanceof Expression.Group group) {
      emit(group.inner(), steps);
    } else if (expression instanceof Expression.Prefix prefix) {
      emitPrefix(prefix, steps);
    } else if (expression instanceof Expression.Binary binary) {
      emitBinary(binary, steps);
    } else {
      emitCall((Expression.Call) expression, steps);
    }
  }

  private void emitPrefix(Expression.Prefix prefix, List<Step> steps) {
    emit(prefix.operand(), steps);
    if (prefix.symbol() == '-') {
      steps.add(new Step.Constant(-1));
      steps.add(new Step.Combine(Calculation.MULTIPLY));
    } else if (prefix.symbol() == '!') {
      steps.add(new Step.Constant(0));
      steps.add(new Step.Combine(Calculation.EQUAL));
    }
  }

  private void emitBinary(Expression.Binary binary, List<Step> steps) {
    if (binary.operator() == Operator.IN) {
      emit(binary.left(), steps);
      steps.add(new Step.Among(listed(binary)));
      return;
    }
    emitOperand(binary.left(), binary.right(), steps);
    emitOperand(binary.right(), binary.left(), steps);
    steps.add(new Step.Combine(Calculation.of(binary.operator())));
  }

  /** A text is compared as its place among the texts of the column beside it. */
  private void emitOperand(Expression operand, Expression other, List<Step> steps) {
    if (operand instanceof Expression.Text text) {
      steps.add(new Step.Constant(place((Expression.Name) other, text)));
    } else {
      emit(operand, steps);
    }
  }

  /** A text that the column does not have is unlike any other, known or not. */
  private double place(Expression.Name column, Expression.Text text) {
    double place = inputs.get(inputs.of(column)).placeOf(text.value());
    return place < 0 ? NOWHERE : place;
  }

  private double[] listed(Expression.Binary in) {
    List<Expression> values = membership.values(in);
    return values.stream()
        .mapToDouble(
            value ->
                value instanceof Expression.Text text
                    ? place((Expression.Name) in.left(), text)
                    : Membership.number(value))
        .map(value -> value == 0 ? 0.0 : value)
        .sorted()
        .toArray();
  }

  private void emitCall(Expression.Call call, List<Step> steps) {
    call.arguments().forEach(argument -> emit(argument.value(), steps));
    if (call.arguments().size() == 2) {
      steps.add(new Step.Combine(Calculation.LOG_TO_BASE));
    } else {
      MathFunction.named(call.function()).map(Step.Function::new).ifPresent(steps::add);
    }
  }
}
