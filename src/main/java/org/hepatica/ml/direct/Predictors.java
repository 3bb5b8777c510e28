package org.hepatica.ml.direct;

import java.util.Arrays;

/**
 * Linear predictors that are equal where rows are: column after column, in one order, however a
 * block holds its columns. A sum in another order could differ in its last digit, and what is tied
 * would be no tie any more.
 */
final class Predictors {

  private static final int TILE = 512;

  private final Design design;
  private final double[] beta;
  private final double[] column = new double[TILE];

  Predictors(Design design, double[] beta) {
    this.design = design;
    this.beta = beta;
  }

  /** Those of all rows of a block. */
  void of(Block block, double[] into) {
    int leading = 0;
    while (leading < beta.length && ofCodes(block, leading) != null) {
      leading++;
    }
    double[] table = leading == 0 ? null : table(block, leading);
    byte[] code = block.codes.code();
    for (int from = 0; from < block.rows(); from += TILE) {
      int n = Math.min(TILE, block.rows() - from);
      if (table == null) {
        Arrays.fill(into, from, from + n, 0);
      } else {
        for (int i = from; i < from + n; i++) {
          into[i] = table[code[i] & 0xff];
        }
      }
      addOthers(block, leading, from, n, into);
    }
  }

  private double[] ofCodes(Block block, int j) {
    return block.codes.values()[design.columns()[j]];
  }

  /** By code, the sum over the leading columns: as {@link PackedColumn#read} would give it. */
  private double[] table(Block block, int leading) {
    double[] sums = new double[ofCodes(block, 0).length];
    for (int j = 0; j < leading; j++) {
      int number = design.columns()[j];
      double by = 1 / design.deviation()[number];
      double[] values = ofCodes(block, j);
      for (int c = 0; c < sums.length; c++) {
        sums[c] += beta[j] * ((values[c] - design.mean()[number]) * by);
      }
    }
    return sums;
  }

  private void addOthers(Block block, int leading, int from, int n, double[] into) {
    for (int j = leading; j < beta.length; j++) {
      int number = design.columns()[j];
      block.columns[number].read(
          from, n, design.mean()[number], design.deviation()[number], column);
      double b = beta[j];
      for (int i = 0; i < n; i++) {
        into[from + i] += b * column[i];
      }
    }
    if (block.carried.offset()) {
      int number = block.carried.offsetAt();
      block.columns[number].read(from, n, design.mean()[number], 1, column);
      for (int i = 0; i < n; i++) {
        into[from + i] += column[i];
      }
    }
  }

  /** That of a single row. */
  static double of(Block block, int row, Design design, double[] beta) {
    double[] value = new double[1];
    double sum = 0;
    for (int j = 0; j < beta.length; j++) {
      int number = design.columns()[j];
      block.columns[number].read(row, 1, design.mean()[number], design.deviation()[number], value);
      sum += beta[j] * value[0];
    }
    if (block.carried.offset()) {
      int number = block.carried.offsetAt();
      block.columns[number].read(row, 1, design.mean()[number], 1, value);
      sum += value[0];
    }
    return sum;
  }
}
