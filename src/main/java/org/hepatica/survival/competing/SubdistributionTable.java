package org.hepatica.survival.competing;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hepatica.survival.cox.SlotSums;

/**
 * Fine and Gray's likelihood from a table of sums by time: all of its value and gradient, and that
 * part of the information that needs no products of two columns. The other part, and the sum of
 * squares of the score's residuals, are sums over subjects; {@link #hazards} and {@link #residuals}
 * say of each time what they need there, so that they are summed where the subjects lie.
 *
 * <p>As {@code SubdistributionSums}, but a time's sums are relative to its own largest linear
 * predictor. Subjects are censored alike: {@code cengroup} has one group.
 */
public final class SubdistributionTable {

  private final SlotSums table;
  private final SubdistributionSlots slots;
  private final int p;

  /** At each time with an event: 1, then the mean of x in the risk set; else null. */
  final double[][] mean;

  /** Logarithm of the sum of hazard ratios at risk. */
  final double[] logTotal;

  /**
   * Adds up a table.
   *
   * @param table sums at some coefficients: of subjects with a competing event as those with the
   *     event, of all others as those without
   * @param slots what its slots are
   */
  public SubdistributionTable(SlotSums table, SubdistributionSlots slots) {
    this.table = table;
    this.slots = slots;
    p = table.columns();
    mean = new double[slots.size()][];
    logTotal = new double[slots.size()];
    ScaledSums[] risk = new ScaledSums[slots.size()];
    addStaying(risk);
    addCompeting(risk);
    for (int k = 0; k < risk.length; k++) {
      if (risk[k] != null) {
        double total = risk[k].values()[0];
        mean[k] = risk[k].values().clone();
        for (int j = 0; j <= p; j++) {
          mean[k][j] /= total;
        }
        logTotal[k] = Math.log(total) + risk[k].level();
      }
    }
  }

  private void addStaying(ScaledSums[] risk) {
    ScaledSums staying = new ScaledSums(p + 1);
    for (int k = risk.length - 1; k >= 0; k--) {
      staying.add(table.shift(k), 1, table.sums(k, false));
      staying.add(table.shift(k), 1, table.sums(k, true));
      if (slots.events()[k] > 0) {
        risk[k] = new ScaledSums(p + 1);
        risk[k].add(staying.level(), 1, staying.values());
      }
    }
  }

  private void addCompeting(ScaledSums[] risk) {
    ScaledSums earlier = new ScaledSums(p + 1);
    for (int k = 0; k < risk.length; k++) {
      if (risk[k] != null) {
        risk[k].add(earlier.level(), slots.free()[k], earlier.values());
      }
      pass(earlier, k);
    }
  }

  /** Adds the competing subjects of a time, each over its probability of not being censored. */
  void pass(ScaledSums earlier, int k) {
    double[] competing = table.sums(k, true);
    earlier.add(table.shift(k), competing[0] > 0 ? 1 / slots.free()[k] : 0, competing);
  }

  SubdistributionSlots slots() {
    return slots;
  }

  int columns() {
    return p;
  }

  /** What the hazard ratios of those who leave at each time are to be relative to. */
  public double[] shift() {
    double[] shift = new double[slots.size()];
    Arrays.setAll(shift, table::shift);
    return shift;
  }

  /** By time, the hazard that those who leave there meet. */
  public SlotHazard hazards() {
    return new SlotHazard(this, 0);
  }

  /** By time, what the residuals of the score are made of. */
  public ResidualTable residuals() {
    return ResidualTable.of(this);
  }

  /**
   * The likelihood.
   *
   * @param eventX the sum of the covariates of those with an event of the cause
   * @param beta the coefficients that the table was made at
   * @param products the sum of {@code exp(x b) hazard x x'} over subjects, the lower triangle row
   *     after row
   * @param squares of the score's residuals
   */
  public SubdistributionLikelihood likelihood(
      double[] eventX, double[] beta, double[] products, Supplier<double[][]> squares) {
    double value = SubdistributionSums.dot(eventX, beta);
    double[] gradient = eventX.clone();
    double[][] information = new double[p][p];
    for (int k = 0; k < mean.length; k++) {
      double d = slots.events()[k];
      for (int i = 0; i < p && mean[k] != null; i++) {
        gradient[i] -= d * mean[k][i + 1];
        for (int j = 0; j <= i; j++) {
          information[i][j] -= d * mean[k][i + 1] * mean[k][j + 1];
        }
      }
      value -= mean[k] == null ? 0 : d * logTotal[k];
    }
    int cell = 0;
    for (int i = 0; i < p; i++) {
      for (int j = 0; j <= i; j++) {
        information[i][j] += products[cell++];
      }
    }
    return new SubdistributionLikelihood(
        value, gradient, SubdistributionLikelihood.mirrored(information), this::jumps, squares);
  }

  private EventJumps jumps() {
    int[] at = IntStream.range(0, mean.length).filter(k -> mean[k] != null).toArray();
    double[] time = new double[at.length];
    double[] log = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      time[i] = slots.time()[at[i]];
      log[i] = Math.log(slots.events()[at[i]]) - logTotal[at[i]];
    }
    return new EventJumps(time, log, slots.time()[slots.size() - 1]);
  }
}
