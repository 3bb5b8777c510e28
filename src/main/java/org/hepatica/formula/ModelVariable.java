package org.hepatica.formula;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;

/** A variable of a model, compiled: a number, or a factor with levels. Immutable. */
public final class ModelVariable implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String label;
  private final Program program;
  private final List<String> levels;

  ModelVariable(String label, Program program, List<String> levels) {
    this.label = label;
    this.program = program;
    this.levels = List.copyOf(levels);
  }

  /** As R prints it: {@code I(age^2)}. */
  public String label() {
    return label;
  }

  /** The levels' names in order; empty for a number. */
  public List<String> levels() {
    return levels;
  }

  /** Whether it takes few values: how many, empty for a number, whose values are not counted. */
  public OptionalInt distinct() {
    return isFactor() ? OptionalInt.of(levels.size()) : OptionalInt.empty();
  }

  /** The inputs it is a function of, by place. */
  public int[] inputs() {
    return program.inputs();
  }

  boolean isFactor() {
    return !levels.isEmpty();
  }

  Program program() {
    return program;
  }

  double value(double[] row, double[] stack) {
    return program.run(row, stack);
  }
}
