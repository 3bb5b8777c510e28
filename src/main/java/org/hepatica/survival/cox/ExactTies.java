package org.hepatica.survival.cox;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * The discrete likelihood of subjects that lie apart. At a time with one event it is Breslow's; at
 * the others its denominator is a sum over subsets, made where the subjects are and merged.
 *
 * @param slot where several have the event, ascending
 * @param deaths how many
 * @param logScale the logarithm of what odds are hazard ratios times of, a slot each
 * @param centre what covariates are taken from, a row a slot
 */
public record ExactTies(int[] slot, int[] deaths, double[] logScale, double[][] centre)
    implements Serializable {

  /** Operations of one evaluation above which exact ties are refused. */
  private static final double MOST_OPERATIONS = 1e9;

  /** Odds are made this much larger, on the log scale, where a sum vanished. */
  private static final double RAISE = Math.log(8);

  /**
   * Refuses what would take too long.
   *
   * @param atRiskTimesEvents subjects at risk times events, over all event times
   * @param columns of the model: one number of the likelihood, so many of its gradient, and those
   *     of its information
   * @throws IllegalArgumentException if they are more than a billion operations
   */
  public static void requireFew(double atRiskTimesEvents, int columns) {
    double operations = atRiskTimesEvents * (1 + columns + columns * (columns + 1) / 2.0);
    if (operations > MOST_OPERATIONS) {
      throw new IllegalArgumentException(
          "exact ties would take %.1e operations an iteration, more than %.0e: use efron"
              .formatted(operations, MOST_OPERATIONS));
    }
  }

  /** What says that other things asked are not known of exact ties. */
  public static IllegalArgumentException unknown() {
    return new IllegalArgumentException(
        "exact ties know no case weights, robust variances or Firth's penalty: use efron");
  }

  /** What says that nothing is known of single rows at an estimate of exact ties. */
  public static IllegalArgumentException noResiduals() {
    return new IllegalArgumentException("exact ties have no residuals and no baseline hazard");
  }

  /** 1 where one has the event, else 0: what a slot's part of Breslow's likelihood counts. */
  public static double[] single(RiskSlots slots) {
    return IntStream.range(0, slots.size())
        .mapToDouble(slot -> slots.deaths()[slot] == 1 ? 1 : 0)
        .toArray();
  }

  /**
   * The ties of a table, scaled by what is at risk there.
   *
   * @param table sums at the coefficients that the likelihood is wanted at; nobody enters late
   */
  public static ExactTies of(SlotSums table, RiskSlots slots) {
    int[] tied =
        IntStream.range(0, slots.size()).filter(slot -> slots.deaths()[slot] > 1).toArray();
    int[] deaths = IntStream.of(tied).map(slot -> Math.toIntExact(slots.deaths()[slot])).toArray();
    double[] logScale = new double[slots.size()];
    double[][] centre = new double[slots.size()][];
    SlotSweep.over(
        table,
        slots,
        Neighbours.NONE,
        (slot, level, risk, dead) -> {
          if (slots.deaths()[slot] > 1) {
            logScale[slot] = Math.log(slots.deaths()[slot] / risk[0]) - level;
            centre[slot] = new double[table.columns()];
            for (int j = 0; j < table.columns(); j++) {
              centre[slot][j] = risk[j + 1] / risk[0];
            }
          }
        });
    return new ExactTies(
        tied,
        deaths,
        IntStream.of(tied).mapToDouble(slot -> logScale[slot]).toArray(),
        IntStream.of(tied).mapToObj(slot -> centre[slot]).toArray(double[][]::new));
  }

  /** Totals of nobody, one a slot. */
  public SubsetTotals[] nobody() {
    return IntStream.range(0, slot.length)
        .mapToObj(t -> new SubsetTotals(deaths[t], logScale[t], centre[t]))
        .toArray(SubsetTotals[]::new);
  }

  /** Whether a sum vanished for want of larger odds, as where one subject outweighs all others. */
  public static boolean anyLost(SubsetTotals[] totals) {
    return IntStream.range(0, totals.length).anyMatch(t -> totals[t].isLost());
  }

  /** The same with larger odds where a sum vanished. */
  public ExactTies raised(SubsetTotals[] totals) {
    double[] scale = logScale.clone();
    for (int t = 0; t < scale.length; t++) {
      scale[t] += totals[t].isLost() ? RAISE : 0;
    }
    return new ExactTies(slot, deaths, scale, centre);
  }

  /**
   * What the tied times add to the likelihood beside the events' own linear predictors.
   *
   * @param totals of all subjects at risk at each
   * @param columns how many
   */
  public static CoxDerivatives derivatives(SubsetTotals[] totals, int columns) {
    double logLikelihood = 0;
    double[] gradient = new double[columns];
    double[][] information = new double[columns][columns];
    for (SubsetTotals at : totals) {
      logLikelihood -= at.takeOff(gradient, information);
    }
    return new CoxDerivatives(logLikelihood, gradient, information);
  }
}
