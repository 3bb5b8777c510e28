package org.hepatica.survival.cox;

/**
 * The six sums over tied events that everything of one event time is made of.
 *
 * <p>With s0 the sum of hazard ratios of those at risk, d0 that of the d events, and {@code z = s0
 * - f d0} for {@code f = 0, 1/d, ..., (d - 1)/d} (Efron) or f = 0 d times (Breslow): the sums of
 * log z, 1/z, f/z, 1/z^2, f/z^2 and f^2/z^2, times the mean weight of the d events. So the work
 * with matrices is once an event time, however many events are tied. Efron 1977,
 * doi:10.1080/01621459.1977.10480613.
 */
final class TieSums {

  /** Below this a running product of shares is logged before it can underflow. */
  private static final double SMALL = 1e-200;

  /** So many tied events are worth a series. */
  private static final int MANY = 24;

  /** Where the series is short. */
  private static final double SMALL_SHARE = 0.05;

  private static final double DIGITS = 1e-18;

  double logZ;
  double inverse;
  double fInverse;
  double square;
  double fSquare;
  double ffSquare;

  /** Sets the sums for d tied events, each counted with their mean weight as R does. */
  void set(Ties ties, long d, double meanWeight, double s0, double d0) {
    if (ties == Ties.BRESLOW || d == 1) {
      same(d, s0);
    } else {
      same(0, s0);
      double share = d0 / s0;
      if (d >= MANY && share >= 0 && share <= SMALL_SHARE) {
        series(d, share);
      } else {
        efron(d, share);
      }
      logZ += d * Math.log(s0);
      inverse /= s0;
      fInverse /= s0;
      square /= s0 * s0;
      fSquare /= s0 * s0;
      ffSquare /= s0 * s0;
    }
    if (meanWeight != 1) {
      weigh(meanWeight);
    }
  }

  /** Multiplies all of them. */
  void weigh(double weight) {
    logZ *= weight;
    inverse *= weight;
    fInverse *= weight;
    square *= weight;
    fSquare *= weight;
    ffSquare *= weight;
  }

  private void same(long d, double s0) {
    logZ = d * Math.log(s0);
    inverse = d / s0;
    square = d / (s0 * s0);
    fInverse = 0;
    fSquare = 0;
    ffSquare = 0;
  }

  /**
   * Of many events that are few of those at risk: powers of the share times the sums of powers of
   * f, as many as there are digits, so that the work does not grow with the number of events.
   */
  private void series(long d, double share) {
    double power = 1;
    double here = d;
    double r = 1.0 / d;
    double next = sumOfPowers(d, r, 1);
    for (int k = 0; power > DIGITS; k++) {
      double afterNext = sumOfPowers(d, r, k + 2);
      inverse += power * here;
      fInverse += power * next;
      square += (k + 1) * power * here;
      fSquare += (k + 1) * power * next;
      ffSquare += (k + 1) * power * afterNext;
      power *= share;
      logZ -= power * next / (k + 1);
      here = next;
      next = afterNext;
    }
  }

  /**
   * Faulhaber's sum of {@code (l / d)^k} over l from 0 to d - 1, for k of at least 1: the integral
   * and Bernoulli's terms, of which the one without a power of l is none.
   *
   * @param r one over d: a division takes as long as all else here
   */
  private static double sumOfPowers(double d, double r, int k) {
    double square = r * r;
    double third = (double) k * (k - 1) * (k - 2);
    double fifth = third * (k - 3) * (k - 4);
    double seventh = fifth * (k - 5) * (k - 6);
    return d / (k + 1)
        - 0.5
        + (k == 1 ? 0 : k * r * (1.0 / 12))
        - (k == 3 ? 0 : third * r * square * (1.0 / 720))
        + (k == 5 ? 0 : fifth * r * square * square * (1.0 / 30240))
        - (k == 7 ? 0 : seventh * r * square * square * square * (1.0 / 1209600));
  }

  private void efron(long d, double share) {
    double product = 1;
    for (long l = 0; l < d; l++) {
      double f = (double) l / d;
      double z = 1 - f * share;
      double reciprocal = 1 / z;
      product *= z;
      if (product < SMALL) {
        logZ += Math.log(product);
        product = 1;
      }
      inverse += reciprocal;
      fInverse += f * reciprocal;
      square += reciprocal * reciprocal;
      fSquare += f * reciprocal * reciprocal;
      ffSquare += f * f * reciprocal * reciprocal;
    }
    logZ += Math.log(product);
  }
}
