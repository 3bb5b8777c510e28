package org.hepatica.survival.competing;

import java.util.Arrays;
import java.util.List;

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
      EventJumps jumps, double[] centre, List<String> names, int[] used, double[] beta) {
    double toOrigin = 0;
    for (int j = 0; j < used.length; j++) {
      toOrigin += centre[j] * beta[used[j]];
    }
    double shift = toOrigin;
    return new SubdistributionBaseline(
        names,
        beta,
        jumps.time(),
        Arrays.stream(jumps.log()).map(log -> log - shift).toArray(),
        jumps.lastFollowUp());
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
