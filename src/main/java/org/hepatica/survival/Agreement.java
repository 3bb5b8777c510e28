package org.hepatica.survival;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Agreement of two classifications beyond chance: Cohen's kappa, {@code (po - pe) / (1 - pe)}.
 *
 * <p>Cohen 1960, doi:10.1177/001316446002000104; the standard error is that of Fleiss, Cohen and
 * Everitt 1969, doi:10.1037/h0028106, which holds also where kappa is not 0.
 */
public final class Agreement {

  private static final Agreement DEFAULTS = new Agreement(0.95);

  private final double level;

  private Agreement(double level) {
    this.level = level;
  }

  /** With an interval of 95 %. */
  public static Agreement withDefaults() {
    return DEFAULTS;
  }

  /**
   * The same with another confidence level.
   *
   * @param newLevel strictly between 0 and 1
   * @return the changed options
   * @throws IllegalArgumentException if the level is outside (0, 1)
   */
  public Agreement withConfidenceLevel(double newLevel) {
    Tail.deviateFor(newLevel);
    return new Agreement(newLevel);
  }

  /**
   * Kappa of a table.
   *
   * @param counts square: rows the first classification, columns the second, in one order
   * @return kappa
   * @throws IllegalArgumentException if the table is not square or a count is negative
   */
  public KappaResult kappa(long[][] counts) {
    requireSquare(counts);
    long n = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    return n == 0 ? new KappaResult(0, 0, 0, Optional.empty()) : of(shares(counts, n), n);
  }

  /**
   * Agreement on one class: of all that either classification puts there, counted once for each,
   * the share that both put there, {@code 2 n_cc / (n_c. + n_.c)}. Of two classes these are
   * positive and negative agreement. Cicchetti and Feinstein 1990,
   * doi:10.1016/0895-4356(90)90159-M.
   *
   * @param counts as for {@link #kappa}
   * @param category the class, from 0
   * @return between 0 and 1; empty when neither puts anything there
   * @throws IllegalArgumentException as {@link #kappa}
   */
  public OptionalDouble specific(long[][] counts, int category) {
    requireSquare(counts);
    long either = 0;
    for (int i = 0; i < counts.length; i++) {
      either += counts[category][i] + counts[i][category];
    }
    return either == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(2.0 * counts[category][category] / either);
  }

  private static void requireSquare(long[][] counts) {
    int k = counts.length;
    for (long[] row : counts) {
      if (row.length != k || Arrays.stream(row).anyMatch(count -> count < 0)) {
        throw new IllegalArgumentException(
            "agreement needs a square table of counts of at least 0: "
                + Arrays.deepToString(counts));
      }
    }
  }

  private static double[][] shares(long[][] counts, double n) {
    return Arrays.stream(counts)
        .map(row -> Arrays.stream(row).mapToDouble(count -> count / n).toArray())
        .toArray(double[][]::new);
  }

  private KappaResult of(double[][] share, long n) {
    double[] row = new double[share.length];
    double[] column = new double[share.length];
    double observed = 0;
    for (int i = 0; i < share.length; i++) {
      observed += share[i][i];
      for (int j = 0; j < share.length; j++) {
        row[i] += share[i][j];
        column[j] += share[i][j];
      }
    }
    double expected = 0;
    for (int i = 0; i < share.length; i++) {
      expected += row[i] * column[i];
    }
    // Within rounding of 1 both put everybody into one class.
    if (1 - expected < 1e-12) {
      return new KappaResult(n, observed, expected, Optional.empty());
    }
    double kappa = (observed - expected) / (1 - expected);
    double error = Math.sqrt(spread(share, row, column, kappa, expected) / n) / (1 - expected);
    return new KappaResult(n, observed, expected, Optional.of(estimate(kappa, error)));
  }

  private static double spread(
      double[][] share, double[] row, double[] column, double kappa, double expected) {
    double apart = 1 - kappa;
    double sum = 0;
    for (int i = 0; i < share.length; i++) {
      for (int j = 0; j < share.length; j++) {
        double margins = (column[i] + row[j]) * apart;
        double weight = i == j ? 1 - margins : margins;
        sum += share[i][j] * weight * weight;
      }
    }
    double mean = kappa - expected * apart;
    double spread = sum - mean * mean;
    // Within rounding of 0: of a table whose like shows no spread at all.
    return spread < 1e-14 ? 0 : spread;
  }

  private KappaResult.Kappa estimate(double kappa, double error) {
    double width = Tail.deviateFor(level) * error;
    Interval interval = new Interval(Math.max(-1, kappa - width), Math.min(1, kappa + width));
    return new KappaResult.Kappa(kappa, error, interval);
  }
}
