package org.hepatica.formula;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** An expression compiled to steps on a stack. Immutable; runs without boxing. */
final class Program implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Step[] steps;
  private final int only;

  Program(List<Step> steps) {
    this.steps = steps.toArray(Step[]::new);
    this.only = steps.size() == 1 && steps.get(0) instanceof Step.Load load ? load.input() : -1;
  }

  double run(double[] row, double[] stack) {
    if (only >= 0) {
      return row[only];
    }
    int depth = 0;
    for (Step step : steps) {
      depth = step.apply(row, stack, depth);
    }
    return stack[0];
  }

  /** How much stack is surely enough. */
  int depth() {
    return steps.length;
  }

  /** The input, where the program does nothing but read it. */
  OptionalInt plainInput() {
    return only >= 0 ? OptionalInt.of(only) : OptionalInt.empty();
  }

  int[] inputs() {
    return Arrays.stream(steps)
        .filter(Step.Load.class::isInstance)
        .mapToInt(step -> ((Step.Load) step).input())
        .distinct()
        .toArray();
  }

  Program then(Step... more) {
    List<Step> all = new ArrayList<>(Arrays.asList(steps));
    all.addAll(Arrays.asList(more));
    return new Program(all);
  }

  Program then(Program other) {
    return then(other.steps);
  }
}
