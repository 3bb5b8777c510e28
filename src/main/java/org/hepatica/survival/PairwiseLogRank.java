package org.hepatica.survival;

import java.util.ArrayList;
import java.util.List;

/** Log-rank tests of every two groups, each on these two alone, with adjusted P values. */
public final class PairwiseLogRank {

  private static final PairwiseLogRank DEFAULTS =
      new PairwiseLogRank(LogRank.withDefaults(), PAdjustment.HOLM);

  private final LogRank logRank;
  private final PAdjustment adjustment;

  private PairwiseLogRank(LogRank logRank, PAdjustment adjustment) {
    this.logRank = logRank;
    this.adjustment = adjustment;
  }

  /** Log-rank tests, adjusted by Holm's method. */
  public static PairwiseLogRank withDefaults() {
    return DEFAULTS;
  }

  /** The same with another test. */
  public PairwiseLogRank with(LogRank newLogRank) {
    return new PairwiseLogRank(newLogRank, adjustment);
  }

  /** The same with another adjustment. */
  public PairwiseLogRank with(PAdjustment newAdjustment) {
    return new PairwiseLogRank(logRank, newAdjustment);
  }

  /**
   * Compares every two groups within strata.
   *
   * @param strata as in {@link LogRank#testStratified}; a list of one for no strata
   * @return one comparison for each pair, in the order of the groups; none for fewer than two. A
   *     pair that was never at risk together has P 1, and counts among the tests
   * @throws IllegalArgumentException if strata differ in their groups, or one is left-truncated
   */
  public List<Comparison> test(List<List<SurvivalCounts>> strata) {
    int groups = logRank.testStratified(strata).n().size();
    List<Comparison> raw = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      for (int j = i + 1; j < groups; j++) {
        int first = i;
        int second = j;
        LogRankResult test =
            logRank.testStratified(
                strata.stream().map(s -> List.of(s.get(first), s.get(second))).toList());
        raw.add(new Comparison(first, second, test, test.pValue()));
      }
    }
    double[] adjusted =
        adjustment.adjust(raw.stream().mapToDouble(Comparison::adjustedPValue).toArray());
    List<Comparison> result = new ArrayList<>();
    for (int k = 0; k < adjusted.length; k++) {
      Comparison pair = raw.get(k);
      result.add(new Comparison(pair.first, pair.second, pair.test, adjusted[k]));
    }
    return result;
  }

  /**
   * Two groups compared.
   *
   * @param first position of one group, from 0
   * @param second position of the other, after the first
   * @param test their log-rank test, its P value not adjusted
   * @param adjustedPValue adjusted for all pairs
   */
  public record Comparison(int first, int second, LogRankResult test, double adjustedPValue) {}
}
