package org.hepatica.ml.show;

import java.util.stream.IntStream;

/**
 * Round numbers from 0 to a last time, both left out: where R prints cumulative incidence.
 *
 * <p>The unit is 1, 2, 5 or 10 times a power of ten: of those the one that R's {@code pretty(c(0,
 * last), 5)} takes, which prefers more, smaller cells (its {@code high.u.bias} 1.5).
 */
final class PrettyTimes {

  private static final int CELLS = 5;
  private static final double BIAS = 1.5;
  private static final double BIAS_OF_FIVE = 0.5 + 1.5 * BIAS;
  private static final double ROUNDING = 1e-10;

  private PrettyTimes() {}

  /** The times; the last itself where there is none before it. */
  static double[] before(double last) {
    if (!(last > 0)) {
      return new double[] {last};
    }
    double unit = unit(last / CELLS);
    int cells = (int) Math.ceil(last / unit - ROUNDING);
    return cells < 2
        ? new double[] {last}
        : IntStream.range(1, cells).mapToDouble(i -> i * unit).toArray();
  }

  private static double unit(double cell) {
    double base = Math.pow(10, Math.floor(Math.log10(cell)));
    double unit = base;
    if (2 * base - cell < BIAS * (cell - unit)) {
      unit = 2 * base;
      if (5 * base - cell < BIAS_OF_FIVE * (cell - unit)) {
        unit = 5 * base;
        if (10 * base - cell < BIAS * (cell - unit)) {
          unit = 10 * base;
        }
      }
    }
    return unit;
  }
}
