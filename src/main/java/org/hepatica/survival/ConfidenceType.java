package org.hepatica.survival;

/**
 * The scale on which the confidence interval of a survival probability is symmetric.
 *
 * <p>With {@code S} the estimate, {@code g} its transform and {@code se} the standard error of log
 * S, the bounds are {@code g^-1(g(S) -+ z |g'(S)| S se)}, as R's {@code survfit}. Where a transform
 * has no value (every one at S = 0, all but log and plain at S = 1) the bounds are undefined, as in
 * R.
 *
 * <p>Borgan and Liestol 1990, Scandinavian Journal of Statistics 17:35-41.
 */
public enum ConfidenceType {
  /** Symmetric on log S, cut off at 1: the default, as in R. */
  LOG {
    @Override
    public double bound(double survival, double se, double z) {
      return Math.min(1, Math.exp(Math.log(survival) + z * se));
    }
  },
  /** Symmetric on log(-log S): never leaves [0, 1]. */
  LOG_LOG {
    @Override
    public double bound(double survival, double se, double z) {
      double log = Math.log(survival);
      return Math.exp(-Math.exp(Math.log(-log) + z * se / log));
    }
  },
  /** Symmetric on S itself, cut off at 0 and 1. */
  PLAIN {
    @Override
    public double bound(double survival, double se, double z) {
      return Math.max(0, Math.min(1, survival + z * se * survival));
    }
  },
  /** Symmetric on log(S / (1 - S)). */
  LOGIT {
    @Override
    public double bound(double survival, double se, double z) {
      double odds = survival / (1 - survival);
      return 1 - 1 / (1 + Math.exp(Math.log(odds) + z * se * (1 + odds)));
    }
  },
  /** Symmetric on the arcsine of the square root of S. */
  ARCSIN {
    @Override
    public double bound(double survival, double se, double z) {
      double angle = Math.asin(Math.sqrt(survival));
      double shift = 0.5 * z * se * Math.sqrt(survival / (1 - survival));
      double sine = Math.sin(Math.max(0, Math.min(Math.PI / 2, angle + shift)));
      return sine * sine;
    }
  },
  /** No interval at all. */
  NONE {
    @Override
    public double bound(double survival, double se, double z) {
      return Double.NaN;
    }
  };

  /**
   * One bound.
   *
   * @param survival S, from 0 to 1
   * @param se standard error of log S
   * @param z signed deviate: negative for the lower bound
   * @return the bound, or NaN where undefined
   */
  public abstract double bound(double survival, double se, double z);
}
