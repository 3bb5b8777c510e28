package org.hepatica.formula;

import java.util.stream.Stream;

/** Fills rows of a model matrix, one after the other, without boxing. Not for several threads. */
public final class MatrixRow {

  private final ModelMatrix matrix;
  private final ModelVariable[] variables;
  private final Product[] products;
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
    this.products = matrix.products().toArray(Product[]::new);
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
      values[i] = variables[i].value(row, stack);
      missing |= Double.isNaN(values[i]);
      unknown |= variables[i].isFactor() && values[i] < 0;
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
      double value = products[j].of(values);
      if (Double.isNaN(value) || Double.isInfinite(value)) {
        infinite = j;
        return RowOutcome.INFINITE;
      }
      into[j] = value;
    }
    double risk = Math.exp(offset);
    boolean finite = !Double.isInfinite(offset) && !Double.isInfinite(risk);
    return finite ? RowOutcome.COMPLETE : RowOutcome.INFINITE_OFFSET;
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
