package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Iterator;
import org.hepatica.survival.cox.SlotSteps;

/**
 * The third pass, for Firth's penalty: that part of {@code tr(V dI/db_j)}, V the inverse
 * information, which is a sum over subjects of {@code r (H x_j q - q G_j - 2 x_j x' V G)}, r the
 * hazard ratio, {@code q = x' V x}, and H and G what 1/z and m/z add up to over the event times
 * until a subject leaves, m the mean of x there.
 */
final class TracePass {

  /**
   * What the pass goes out with.
   *
   * @param steps H and G by slot
   * @param inverse V
   */
  record Weights(SlotSteps steps, double[][] inverse) implements Serializable {}

  private final Slots slots;
  private final SlotSteps steps;
  private final double[][] inverse;
  private final Tiles tiles;
  private final int p;
  private final double[] x;
  private final double[] turned;
  private final double[] exposure;
  private final double[] trace;

  private TracePass(Slots slots, Design design, double[] beta, Weights weights) {
    this.slots = slots;
    steps = weights.steps;
    inverse = weights.inverse;
    tiles = new Tiles(design, beta);
    p = beta.length;
    x = new double[p];
    turned = new double[p];
    exposure = new double[p];
    trace = new double[p];
  }

  /** The sums over blocks, one number a column. */
  static double[] over(
      Iterator<Block> blocks, Slots slots, Design design, double[] beta, Weights weights) {
    TracePass pass = new TracePass(slots, design, beta, weights);
    blocks.forEachRemaining(pass::add);
    return pass.trace;
  }

  private void add(Block block) {
    int[] slot = slots.of(block);
    tiles.walk(
        block,
        (run, event, from, to) -> {
          double shift = steps.shift()[slot[run]];
          for (int i = from; i < to; i++) {
            tiles.eta[i] = Math.exp(tiles.eta[i] - shift);
          }
          tiles.weigh(block, tiles.eta, from, to);
          add(slot[run], event, from, to);
        },
        n -> {});
  }

  /** Rows that leave together share H and G. */
  private void add(int slot, boolean event, int from, int to) {
    double hazard = steps.hazard()[slot] - (event ? steps.dead()[slot] : 0);
    for (int j = 0; j < p; j++) {
      int at = slot * p + j;
      exposure[j] = steps.hazardX()[at] - (event ? steps.deadX()[at] : 0);
    }
    double squares = 0;
    for (int i = from; i < to; i++) {
      tiles.row(i, x);
      double q = turn();
      double g = dot(turned, exposure);
      double each = tiles.eta[i] * (hazard * q - 2 * g);
      squares += tiles.eta[i] * q;
      for (int j = 0; j < p; j++) {
        trace[j] += each * x[j];
      }
    }
    for (int j = 0; j < p; j++) {
      trace[j] -= squares * exposure[j];
    }
  }

  /** Makes V x; gives x' V x. */
  private double turn() {
    for (int j = 0; j < p; j++) {
      turned[j] = dot(inverse[j], x);
    }
    return dot(turned, x);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
