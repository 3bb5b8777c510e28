package org.hepatica.formula;

import java.io.Serializable;
import java.util.Arrays;

/** One step of a program: works on the top of a stack of numbers. */
sealed interface Step extends Serializable {

  /** The number of values on the stack after the step. */
  int apply(double[] row, double[] stack, int depth);

  /** Puts a value of the row on the stack. */
  record Load(int input) implements Step {
    @Override
    public int apply(double[] row, double[] stack, int depth) {
      stack[depth] = row[input];
      return depth + 1;
    }
  }

  /** Puts a constant on the stack. */
  record Constant(double value) implements Step {
    @Override
    public int apply(double[] row, double[] stack, int depth) {
      stack[depth] = value;
      return depth + 1;
    }
  }

  /** Replaces the top by a function of it. */
  record Function(MathFunction function) implements Step {
    @Override
    public int apply(double[] row, double[] stack, int depth) {
      stack[depth - 1] = function.apply(stack[depth - 1]);
      return depth;
    }
  }

  /** Replaces the two on top by one. */
  record Combine(Calculation calculation) implements Step {
    @Override
    public int apply(double[] row, double[] stack, int depth) {
      stack[depth - 2] = calculation.apply(stack[depth - 2], stack[depth - 1]);
      return depth - 1;
    }
  }

  /**
   * Replaces a value by its level: -1 where it has none.
   *
   * @param values ascending
   * @param levels the level of each
   */
  record Rank(double[] values, int[] levels) implements Step {
    @Override
    public int apply(double[] row, double[] stack, int depth) {
      double value = stack[depth - 1];
      if (!Double.isNaN(value)) {
        int place = Arrays.binarySearch(values, value == 0 ? 0.0 : value);
        stack[depth - 1] = place < 0 ? -1 : levels[place];
      }
      return depth;
    }
  }

  /** Replaces a text's place among all texts by its level: -1 where it has none. */
  record Remap(int[] levels) implements Step {
    @Override
    public int apply(double[] row, double[] stack, int depth) {
      double place = stack[depth - 1];
      if (!Double.isNaN(place)) {
        stack[depth - 1] = place < 0 ? -1 : levels[(int) place];
      }
      return depth;
    }
  }

  /**
   * Replaces the levels of two factors by that of their combination: -1 where either has none.
   *
   * @param size how many levels the one on top has
   */
  record Append(int size) implements Step {
    @Override
    public int apply(double[] row, double[] stack, int depth) {
      double slow = stack[depth - 2];
      double fast = stack[depth - 1];
      boolean unknown = slow < 0 && !Double.isNaN(fast) || fast < 0 && !Double.isNaN(slow);
      stack[depth - 2] = unknown ? -1 : slow * size + fast;
      return depth - 1;
    }
  }

  /** Replaces a value by whether it is one of some: a missing one is not. */
  record Among(double[] values) implements Step {
    @Override
    public int apply(double[] row, double[] stack, int depth) {
      double value = stack[depth - 1] == 0 ? 0.0 : stack[depth - 1];
      boolean missing = Double.isNaN(value);
      stack[depth - 1] = !missing && Arrays.binarySearch(values, value) >= 0 ? 1 : 0;
      return depth;
    }
  }
}
