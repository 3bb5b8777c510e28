package org.hepatica.ml.competing;

import java.io.Serializable;
import java.util.Iterator;
import org.hepatica.survival.competing.ResidualTable;
import org.hepatica.survival.competing.SlotHazard;
import org.hepatica.survival.cox.SlotSums;

/** Walks over blocks row by row, columns standardised, linear predictors made. */
final class BlockPass {

  /** A subject with a competing event. */
  private static final int COMPETING = 2;

  /**
   * Which columns of the blocks a model has, how they are standardised, and the coefficients.
   *
   * @param columns numbers of columns
   * @param centre of each of them
   * @param scale of each of them
   * @param beta of each of them
   */
  record Design(int[] columns, double[] centre, double[] scale, double[] beta)
      implements Serializable {}

  /** Takes a row: {@code x} holds its standardised columns. */
  private interface Visitor {
    void visit(int slot, int kind, double frequency, double score, double[] x);
  }

  private BlockPass() {}

  private static void walk(Iterator<SubjectBlock> blocks, Design design, Visitor visitor) {
    double[] x = new double[design.columns.length];
    while (blocks.hasNext()) {
      SubjectBlock block = blocks.next();
      for (int i = 0; i < block.rows(); i++) {
        double score = 0;
        for (int j = 0; j < x.length; j++) {
          x[j] = (block.columns()[design.columns[j]][i] - design.centre[j]) / design.scale[j];
          score += x[j] * design.beta[j];
        }
        visitor.visit(block.slot()[i], block.kind()[i], block.frequency()[i], score, x);
      }
    }
  }

  /** The sums of the covariates of those with an event. */
  static double[] events(Iterator<SubjectBlock> blocks, Design design) {
    double[] sums = new double[design.columns.length];
    walk(
        blocks,
        design,
        (slot, kind, frequency, score, x) -> {
          for (int j = 0; j < sums.length && kind == 1; j++) {
            sums[j] += frequency * x[j];
          }
        });
    return sums;
  }

  /** Sums of hazard ratios a slot, of competing events apart. */
  static SlotSums risk(Iterator<SubjectBlock> blocks, Design design, int slots) {
    SlotSums sums = new SlotSums(slots, design.columns.length);
    double[] weighted = new double[design.columns.length];
    walk(
        blocks,
        design,
        (slot, kind, frequency, score, x) -> {
          for (int j = 0; j < weighted.length; j++) {
            weighted[j] = frequency * x[j];
          }
          sums.add(slot, kind == COMPETING, score, frequency, weighted);
        });
    return sums;
  }

  /** The lower triangle of the sum of {@code exp(x b) hazard x x'}, row after row. */
  static double[] products(
      Iterator<SubjectBlock> blocks, Design design, double[] shift, SlotHazard hazard) {
    double[] products = triangle(design);
    walk(
        blocks,
        design,
        (slot, kind, frequency, score, x) ->
            addSquare(
                products,
                frequency * Math.exp(score - shift[slot]) * hazard.of(slot, kind == COMPETING),
                x));
    return products;
  }

  /** The lower triangle of the sum of squares of the score's residuals, row after row. */
  static double[] squares(
      Iterator<SubjectBlock> blocks, Design design, double[] shift, ResidualTable table) {
    double[] squares = triangle(design);
    double[] residual = new double[design.columns.length];
    walk(
        blocks,
        design,
        (slot, kind, frequency, score, x) -> {
          double risk = Math.exp(score - shift[slot]);
          for (int j = 0; j < residual.length; j++) {
            residual[j] = table.residual(slot, kind, risk, j, x[j]);
          }
          addSquare(squares, frequency, residual);
        });
    return squares;
  }

  private static double[] triangle(Design design) {
    int p = design.columns.length;
    return new double[p * (p + 1) / 2];
  }

  private static void addSquare(double[] triangle, double weight, double[] x) {
    int cell = 0;
    for (int i = 0; i < x.length; i++) {
      double scaled = weight * x[i];
      for (int j = 0; j <= i; j++) {
        triangle[cell++] += scaled * x[j];
      }
    }
  }
}
