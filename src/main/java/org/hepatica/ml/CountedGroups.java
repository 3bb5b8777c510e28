package org.hepatica.ml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hepatica.survival.LogRank;
import org.hepatica.survival.LogRankResult;
import org.hepatica.survival.PairwiseLogRank;
import org.hepatica.survival.SurvivalCounts;
import org.hepatica.survival.TestResult;

/**
 * Groups of a dataset, counted by time within strata: for more than one test of them without
 * another scan. Immutable.
 */
public final class CountedGroups {

  private final List<String> names;
  private final List<List<SurvivalCounts>> strata;
  private final long missing;

  CountedGroups(List<String> names, List<List<SurvivalCounts>> strata, long missing) {
    this.names = List.copyOf(names);
    this.strata = List.copyOf(strata);
    this.missing = missing;
  }

  /** As R names strata, in R's order; those with nobody are absent. */
  public List<String> names() {
    return names;
  }

  /** Rows left out because a value was missing. */
  public long missing() {
    return missing;
  }

  /**
   * Whether the groups share one hazard.
   *
   * @param options the log-rank test or one of its families
   * @throws IllegalArgumentException if there is nobody, subjects enter late, or groups are too
   *     many for a covariance
   */
  public Comparison logrank(LogRank options) {
    LogRankResult test = options.testStratified(strata);
    return new Comparison(
        names,
        test,
        IntStream.range(0, names.size()).mapToObj(g -> againstOthers(test, g)).toList(),
        missing);
  }

  /** Of 1 degree of freedom; 0 for a group that was never at risk with others. */
  private static double againstOthers(LogRankResult test, int group) {
    double excess = test.observed().get(group) - test.expected().get(group);
    double variance = test.variances().get(group);
    return variance > 0 ? excess * excess / variance : 0;
  }

  /** The test for a trend over the groups' order: scores 1, 2, 3 and so on. */
  public TestResult trend(LogRank options) {
    return trend(options, IntStream.rangeClosed(1, names.size()).asDoubleStream().toArray());
  }

  /**
   * The test for a trend over scores.
   *
   * @param options the log-rank test or one of its families
   * @param scores one for each group
   * @throws IllegalArgumentException if scores are not one finite number a group, or those of
   *     several groups all alike
   */
  public TestResult trend(LogRank options, double... scores) {
    if (scores.length > 1 && DoubleStream.of(scores).distinct().count() == 1) {
      throw new IllegalArgumentException(
          "the scores of all groups are alike: a trend over groups needs two different ones");
    }
    return options.testTrend(strata, scores);
  }

  /** Every two groups against each other, by name, with adjusted P values. */
  public List<Pair> pairwise(PairwiseLogRank options) {
    List<Pair> pairs = new ArrayList<>();
    for (PairwiseLogRank.Comparison pair : options.test(strata)) {
      pairs.add(
          new Pair(
              names.get(pair.first()),
              names.get(pair.second()),
              pair.test(),
              pair.adjustedPValue()));
    }
    return pairs;
  }

  /**
   * Two groups compared.
   *
   * @param first the name of one
   * @param second the name of the other
   * @param test of these two alone, its P value not adjusted
   * @param adjustedPValue adjusted for all pairs
   */
  public record Pair(String first, String second, LogRankResult test, double adjustedPValue) {}
}
