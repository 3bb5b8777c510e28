package org.hepatica.survival.cox;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The discrete likelihood of subjects that lie apart. At a time with one event it is Breslow's; at
 * the others, the tied ones, its denominator is a sum over subsets, made where the subjects are and
 * merged.
 *
 * @param deaths how many have the event, a tied time each
 * @param logScale the logarithm of what odds are hazard ratios times of
 * @param centre what covariates are taken from, a row a tied time
 * @param step by what the scale changes where a sum vanishes
 */
public record ExactTies(int[] deaths, double[] logScale, double[][] centre, double[] step)
    implements Serializable {

  /** Operations of one evaluation above which exact ties are refused. */
  private static final double MOST_OPERATIONS = 1e9;

  /** Odds are made this much larger or smaller at first, on the log scale. */
  private static final double STEP = Math.log(8);

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

  /** The slots of a stratum at which several have the event, ascending. */
  public static int[] tied(RiskSlots slots, int stratum) {
    return IntStream.range(slots.first()[stratum], slots.first()[stratum + 1])
        .filter(slot -> slots.deaths()[slot] > 1)
        .toArray();
  }

  /**
   * The tied times of a table, scaled by what is at risk there.
   *
   * @param table sums at the coefficients that the likelihood is wanted at
   * @param around what comes before and after the table's slots
   * @return those of each stratum
   */
  public static ExactTies[] of(SlotSums table, RiskSlots slots, Neighbours around) {
    double[] logScale = new double[slots.size()];
    double[][] centre = new double[slots.size()][];
    SlotSweep.over(
        table,
        slots,
        around,
        (slot, level, risk, dead) -> {
          if (slots.deaths()[slot] > 1) {
            logScale[slot] = Math.log(slots.deaths()[slot] / risk[0]) - level;
            centre[slot] = new double[table.columns()];
            for (int j = 0; j < table.columns(); j++) {
              centre[slot][j] = risk[j + 1] / risk[0];
            }
          }
        });
    ExactTies[] strata = new ExactTies[slots.strata()];
    for (int stratum = 0; stratum < strata.length; stratum++) {
      int[] tied = tied(slots, stratum);
      double[] step = new double[tied.length];
      Arrays.fill(step, STEP);
      strata[stratum] =
          new ExactTies(
              IntStream.of(tied).map(slot -> Math.toIntExact(slots.deaths()[slot])).toArray(),
              IntStream.of(tied).mapToDouble(slot -> logScale[slot]).toArray(),
              IntStream.of(tied).mapToObj(slot -> centre[slot]).toArray(double[][]::new),
              step);
    }
    return strata;
  }

  /** The tied times of some, one after the other. */
  public static ExactTies together(List<ExactTies> parts) {
    return new ExactTies(
        parts.stream().flatMapToInt(part -> IntStream.of(part.deaths)).toArray(),
        parts.stream().flatMapToDouble(part -> DoubleStream.of(part.logScale)).toArray(),
        parts.stream().flatMap(part -> Stream.of(part.centre)).toArray(double[][]::new),
        parts.stream().flatMapToDouble(part -> DoubleStream.of(part.step)).toArray());
  }

  /** How many tied times there are. */
  public int size() {
    return deaths.length;
  }

  /** Totals of nobody, one a tied time. */
  public SubsetTotals[] nobody() {
    return IntStream.range(0, size())
        .mapToObj(t -> new SubsetTotals(deaths[t], logScale[t], centre[t]))
        .toArray(SubsetTotals[]::new);
  }

  /** Whether a sum vanished for want of other odds, as where one subject outweighs all others. */
  public static boolean anyLost(SubsetTotals[] totals) {
    return Stream.of(totals).anyMatch(SubsetTotals::isLost);
  }

  /** The same with other odds where a sum vanished: nearer each time the direction turns. */
  public ExactTies rescaled(SubsetTotals[] totals) {
    double[] scale = logScale.clone();
    double[] next = step.clone();
    for (int t = 0; t < scale.length; t++) {
      if (totals[t].isLost()) {
        boolean turns = totals[t].wantsLargerOdds() != next[t] > 0;
        next[t] *= turns ? -0.5 : 1;
        scale[t] += next[t];
      }
    }
    return new ExactTies(deaths, scale, centre, next);
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
