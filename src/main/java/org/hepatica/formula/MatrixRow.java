package org.hepatica.formula;

import java.util.Arrays;
import java.util.stream.Stream;

/** Fills rows of a model matrix, one after the other, without boxing. Not for several threads. */
public final class MatrixRow {

  private final ModelMatrix matrix;
  private final ModelVariable[] variables;
  private final int[] inputs;
  private final Product[] products;
  private final int[] numbers;
  private final Program[] offsets;
  private final GroupReader strata;
  private final double[] values;
  private final double[] stack;
  private double offset;
  private int stratum;
  private int infinite;

  MatrixRow(ModelMatrix matrix) {
    this.matrix = matrix;
    this.variables = matrix.variables().toArray(ModelVariable[]::new);
    this.inputs = Arrays.stream(variables).mapToInt(MatrixRow::plainInput).toArray();
    this.products = matrix.products().toArray(Product[]::new);
    this.numbers = matrix.products().stream().mapToInt(Product::plainVariable).toArray();
    this.offsets = matrix.offsets().toArray(Program[]::new);
    this.strata = matrix.strata().map(Grouping::reader).orElse(null);
    this.values = new double[variables.length];
    Stream<Program> programs = matrix.variables().stream().map(ModelVariable::program);
    this.stack =
        new double
            [Stream.concat(programs, matrix.offsets().stream())
                .mapToInt(Program::depth)
                .max()
                .orElse(0)];
  }

  private static int plainInput(ModelVariable variable) {
    return variable.program().plainInput().orElse(-1);
  }

  /**
   * Fills the columns of one row.
   *
   * @param row a value for each input
   * @param into a place for each column; filled only if the outcome is complete
   */
  public RowOutcome evaluate(double[] row, double[] into) {
    stratum = strata == null ? 0 : strata.group(row);
    boolean missing = stratum == Grouping.MISSING;
    boolean unknown = stratum == Grouping.UNKNOWN_LEVEL;
    for (int i = 0; i < variables.length; i++) {
      double value = inputs[i] >= 0 ? row[inputs[i]] : variables[i].value(row, stack);
      values[i] = value;
      missing |= Double.isNaN(value);
      unknown |= value < 0 && variables[i].isFactor();
    }
    offset = 0;
    for (Program program : offsets) {
      offset += program.run(row, stack);
    }
    if (missing || Double.isNaN(offset)) {
      return RowOutcome.MISSING;
    }
    return unknown ? RowOutcome.UNKNOWN_LEVEL : fill(into);
  }

  private RowOutcome fill(double[] into) {
    for (int j = 0; j < products.length; j++) {
      double value = numbers[j] >= 0 ? values[numbers[j]] : products[j].of(values);
      if (!(Math.abs(value) <= Double.MAX_VALUE)) {
        infinite = j;
        return RowOutcome.INFINITE;
      }
      into[j] = value;
    }
    boolean finite = offset == 0 || offsetIsFinite();
    return finite ? RowOutcome.COMPLETE : RowOutcome.INFINITE_OFFSET;
  }

  private boolean offsetIsFinite() {
    return !Double.isInfinite(offset) && !Double.isInfinite(Math.exp(offset));
  }

  /** The last row's offset, 0 without one. */
  public double offset() {
    return offset;
  }

  /** The last row's stratum, 0 without strata. */
  public int stratum() {
    return stratum;
  }

  /** The column that was infinite. */
  public MatrixColumn infiniteColumn() {
    return matrix.columns().get(infinite);
  }
}
