package org.hepatica.transform.survival.published;

import java.math.BigDecimal;
import org.hepatica.protocol.PublishedNumbers.HazardRatio;

/** What a printed, and so rounded, number can have been. */
final class Printed {

  private static final double DEVIATE_95 = 1.959963984540054;

  private Printed() {}

  /** Half a unit of the last printed place. */
  static double rounding(double value) {
    int decimals = Math.max(0, BigDecimal.valueOf(value).stripTrailingZeros().scale());
    return 0.5 * Math.pow(10, -decimals);
  }

  /** Whether the estimate can be the geometric middle of its interval, rounding considered. */
  static boolean isMiddle(HazardRatio printed) {
    double least =
        Math.sqrt(
            (printed.low() - slack(printed.low())) * (printed.high() - slack(printed.high())));
    double most =
        Math.sqrt(
            (printed.low() + slack(printed.low())) * (printed.high() + slack(printed.high())));
    double slack = slack(printed.estimate());
    return printed.estimate() + slack >= least && printed.estimate() - slack <= most;
  }

  /** The smallest Wald z that the interval and the estimate allow, rounding considered. */
  static double leastZ(HazardRatio printed) {
    double estimate = Math.abs(Math.log(printed.estimate()));
    double slack = slack(printed.estimate()) / printed.estimate();
    return Math.max(0, estimate - slack) / widestError(printed);
  }

  /** The largest. */
  static double mostZ(HazardRatio printed) {
    double estimate = Math.abs(Math.log(printed.estimate()));
    double slack = slack(printed.estimate()) / printed.estimate();
    return (estimate + slack) / narrowestError(printed);
  }

  private static double widestError(HazardRatio printed) {
    double high = printed.high() + slack(printed.high());
    double low = Math.max(1e-6, printed.low() - slack(printed.low()));
    return Math.log(high / low) / (2 * DEVIATE_95);
  }

  private static double narrowestError(HazardRatio printed) {
    double high = printed.high() - slack(printed.high());
    double low = printed.low() + slack(printed.low());
    return Math.log(high / low) / (2 * DEVIATE_95);
  }

  private static double slack(double value) {
    return Math.min(rounding(value), 0.05);
  }
}
