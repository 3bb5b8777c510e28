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
      efron(d, s0, d0 / s0);
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

  private void efron(long d, double s0, double share) {
    same(0, s0);
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
    logZ += Math.log(product) + d * Math.log(s0);
    inverse /= s0;
    fInverse /= s0;
    square /= s0 * s0;
    fSquare /= s0 * s0;
    ffSquare /= s0 * s0;
  }
}
