package org.hepatica.survival.competing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The hazard of the subdistribution where all covariates are 0, and what it predicts: R's {@code
 * bfitj} and {@code predict.crr}. Immutable; arrays are copies.
 */
public final class SubdistributionBaseline {

  private final List<String> names;
  private final double[] coefficients;
  private final double[] time;
  private final double[] logJump;
  private final double lastFollowUp;

  private SubdistributionBaseline(
      List<String> names,
      double[] coefficients,
      double[] time,
      double[] logJump,
      double lastFollowUp) {
    this.names = names;
    this.coefficients = coefficients;
    this.time = time;
    this.logJump = logJump;
    this.lastFollowUp = lastFollowUp;
  }

  static SubdistributionBaseline of(
      SubdistributionSums sums, List<String> names, int[] used, double[] beta) {
    double shift = sums.shift;
    for (int j = 0; j < used.length; j++) {
      shift += sums.rows.centre[j] * beta[used[j]];
    }
    double toOrigin = shift;
    int[] at = IntStream.range(0, sums.events.length).filter(k -> sums.events[k] > 0).toArray();
    return new SubdistributionBaseline(
        names,
        beta,
        IntStream.of(at).mapToDouble(k -> sums.rows.time[k]).toArray(),
        IntStream.of(at)
            .mapToDouble(k -> Math.log(sums.events[k] / sums.total[k]) - toOrigin)
            .toArray(),
        sums.rows.time[sums.rows.time.length - 1]);
  }

  /** The times of the events of the cause, ascending. */
  public double[] time() {
    return time.clone();
  }

  /** The jumps of the cumulative hazard at each time, for covariates 0. */
  public double[] jumps() {
    return Arrays.stream(logJump).map(Math::exp).toArray();
  }

  /**
   * The incidence predicted for covariates: {@code 1 - exp(-sum of jumps exp(x b))}.
   *
   * @param x one finite number for each column of the model, in its order; a column without
   *     estimate has no influence
   * @return the predicted curve
   * @throws IllegalArgumentException if x has another length or is not finite
   */
  public PredictedIncidence predict(double... x) {
    if (x.length != names.size() || !Arrays.stream(x).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("one finite number for each of " + names);
    }
    double score = SubdistributionSums.dot(x, coefficients);
    double[] incidence = new double[time.length];
    double hazard = 0;
    for (int k = 0; k < time.length; k++) {
      hazard += Math.exp(score + logJump[k]);
      incidence[k] = -Math.expm1(-hazard);
    }
    return new PredictedIncidence(time, incidence, lastFollowUp);
  }
}
