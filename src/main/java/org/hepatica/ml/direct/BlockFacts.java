package org.hepatica.ml.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hepatica.survival.FollowUpTimes;
import org.hepatica.survival.cox.ColumnScale;
import org.hepatica.survival.cox.SubjectTotals;

/**
 * What is known of some blocks as a whole.
 *
 * @param names of the design columns
 * @param carried what rows carry beside these
 * @param summary of the blocks
 */
record BlockFacts(List<String> names, Carried carried, Summary summary) {

  static SubjectTotals totals(Slots slots) {
    return new SubjectTotals(slots.subjects(), slots.events());
  }

  ColumnScale scale() {
    return ColumnScale.of(
        Arrays.copyOf(mean(), names.size()),
        Arrays.copyOf(deviation(), names.size()),
        Arrays.stream(summary.moments, 0, names.size()).mapToDouble(Moments::range).toArray());
  }

  /**
   * Centres and deviations by weight, divisor the sum of weights as {@code glmnet} has it.
   *
   * @param sums of weight, weight times x and weight times x squared, as {@link MassPass} has them
   */
  ColumnScale weighted(double[] sums) {
    int p = names.size();
    double[] centre = new double[p];
    double[] spread = new double[p];
    for (int j = 0; j < p; j++) {
      double apart = sums[0] == 0 ? 0 : sums[1 + j] / sums[0];
      double variance = sums[0] == 0 ? 0 : sums[1 + p + j] / sums[0] - apart * apart;
      centre[j] = mean()[j] + apart * deviation()[j];
      spread[j] = deviation()[j] * Math.sqrt(Math.max(0, variance));
    }
    // A column that only rows of no subjects vary is constant.
    double[] range = new double[p];
    Arrays.setAll(range, j -> spread[j] == 0 ? 0 : summary.moments[j].range());
    return ColumnScale.of(centre, spread, range);
  }

  /** Coefficients of all columns, each in its own unit, as those of the standardised columns. */
  double[] standardised(double[] coefficients) {
    double[] beta = new double[names.size()];
    Arrays.setAll(beta, j -> coefficients[j] * scale().deviation(j));
    return beta;
  }

  /** A model of some of the columns. */
  Design design(int[] columns) {
    double[] reach = Arrays.stream(summary.moments).mapToDouble(Moments::reach).toArray();
    int offset = carried.offsetAt();
    double offsetReach = carried.offset() ? reach[offset] * deviation()[offset] : 0;
    return new Design(columns.clone(), mean(), deviation(), reach, offsetReach);
  }

  /** Some rows for all, every so-manieth. */
  Thinning thinning(int each) {
    return new Thinning(each, carried, mean(), deviation());
  }

  List<String> remarks(boolean negativeTimes) {
    List<String> remarks = new ArrayList<>();
    if (summary.leftOut.empty() > 0) {
      remarks.add(
          summary.leftOut.empty() + " rows left out: their interval (entry, time] is empty");
    }
    if (negativeTimes) {
      remarks.add(FollowUpTimes.BEFORE_ZERO);
    }
    return remarks;
  }

  private double[] mean() {
    return Arrays.stream(summary.moments).mapToDouble(Moments::mean).toArray();
  }

  private double[] deviation() {
    return Arrays.stream(summary.moments).mapToDouble(Moments::deviation).toArray();
  }
}
