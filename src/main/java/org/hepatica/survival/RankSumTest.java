package org.hepatica.survival;

import java.util.List;

/**
 * The Wilcoxon rank-sum (Mann-Whitney) test of two groups, by the normal approximation.
 *
 * <p>{@code U = pairs with the first group's value larger + half the ties}, mean {@code m n / 2},
 * variance {@code m n / 12 (N + 1 - sum (t^3 - t) / (N (N - 1)))} over the numbers t of members
 * with one value. As R's {@code wilcox.test(x, y, exact = FALSE)}.
 *
 * <p>Mann and Whitney 1947, doi:10.1214/aoms/1177730491.
 */
public final class RankSumTest {

  private static final RankSumTest DEFAULTS = new RankSumTest(0.5);

  private final double correction;

  private RankSumTest(double correction) {
    this.correction = correction;
  }

  /** With the continuity correction, as R. */
  public static RankSumTest withDefaults() {
    return DEFAULTS;
  }

  /** The same without the continuity correction. */
  public RankSumTest withoutContinuityCorrection() {
    return new RankSumTest(0);
  }

  /**
   * Compares two groups.
   *
   * @param first values of the first
   * @param second values of the second
   * @return the test
   */
  public RankSumResult test(ValueCounts first, ValueCounts second) {
    double m = first.n();
    double n = second.n();
    double total = m + n;
    ValueCounts pooled = first.merge(second);
    double u = 0;
    double tied = 0;
    double secondBelow = 0;
    for (int i = 0; i < pooled.size(); i++) {
      double a = first.countOf(pooled.value(i));
      double b = second.countOf(pooled.value(i));
      u += a * (secondBelow + b / 2);
      tied += (a + b) * ((a + b) * (a + b) - 1);
      secondBelow += b;
    }
    if (m == 0 || n == 0 || pooled.size() == 1) {
      String why = pooled.size() == 1 ? "all values are equal" : "a group is empty";
      return result(u, 0, first, second, List.of(why + ": nothing is compared"));
    }
    double variance = m * n / 12 * (total + 1 - tied / (total * (total - 1)));
    double excess = u - m * n / 2;
    double corrected = excess - Math.signum(excess) * correction;
    return result(u, corrected / Math.sqrt(variance), first, second, List.of());
  }

  private static RankSumResult result(
      double u, double z, ValueCounts first, ValueCounts second, List<String> warnings) {
    List<Long> n = List.of(first.n(), second.n());
    return new RankSumResult(u, z, Tail.normalTwoSided(z), n, warnings);
  }
}
