package org.hepatica.survival.competing;

import java.util.Arrays;
import java.util.OptionalDouble;

/** A cumulative incidence predicted for given covariates. Immutable; arrays are copies. */
public final class PredictedIncidence {

  private final double[] time;
  private final double[] incidence;
  private final double lastFollowUp;

  PredictedIncidence(double[] time, double[] incidence, double lastFollowUp) {
    this.time = time;
    this.incidence = incidence;
    this.lastFollowUp = lastFollowUp;
  }

  /** The times of the events of the cause, ascending. */
  public double[] time() {
    return time.clone();
  }

  /** The predicted incidence at each time. */
  public double[] incidence() {
    return incidence.clone();
  }

  /**
   * The predicted incidence at a time.
   *
   * @param when any time
   * @return the incidence, 0 before the first event; empty past the last follow-up of the data
   */
  public OptionalDouble at(double when) {
    if (!(when <= lastFollowUp)) {
      return OptionalDouble.empty();
    }
    int found = Arrays.binarySearch(time, when + 0.0);
    int step = found >= 0 ? found : -found - 2;
    return OptionalDouble.of(step < 0 ? 0 : incidence[step]);
  }
}
