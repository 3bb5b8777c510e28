package org.hepatica.survival.competing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hepatica.survival.Cholesky;
import org.hepatica.survival.TestResult;

/** Gray's scores and their covariance, added up over strata. */
final class GrayScores {

  private static final double SINGULAR = 1e-12;

  private final int groups;
  private final long[] n;
  private final long[] events;
  private final double[] score;
  private final double[][] covariance;

  GrayScores(int groups) {
    this.groups = groups;
    n = new long[groups];
    events = new long[groups];
    score = new double[groups];
    covariance = new double[groups][groups];
  }

  void add(List<CompetingCounts> stratum, GraySums sums) {
    for (int g = 0; g < groups; g++) {
      n[g] += stratum.get(g).n();
      events[g] += stratum.get(g).total(sums.cause());
      score[g] += sums.score(g);
      for (int h = 0; h < groups; h++) {
        covariance[g][h] += sums.covariance(g, h);
      }
    }
  }

  GrayResult result(int cause) {
    List<String> warnings = new ArrayList<>();
    IntStream.range(0, groups)
        .filter(g -> n[g] == 0)
        .forEach(g -> warnings.add("group " + (g + 1) + " has no patients and is left out"));
    // Scores add up to 0: one of the groups with patients is left out, the last as in R.
    int[] present = IntStream.range(0, groups).filter(g -> n[g] > 0).toArray();
    int[] compared = Arrays.copyOf(present, Math.max(0, present.length - 1));
    return new GrayResult(
        cause,
        test(compared, cause, warnings),
        Arrays.stream(n).boxed().toList(),
        Arrays.stream(events).boxed().toList(),
        warnings);
  }

  private Optional<TestResult> test(int[] compared, int cause, List<String> warnings) {
    if (compared.length == 0) {
      warnings.add("fewer than two groups have patients: nothing is compared");
    } else if (Arrays.stream(events).sum() == 0) {
      warnings.add("nobody had an event of cause " + cause + ": nothing is compared");
    } else {
      double[] excess = IntStream.of(compared).mapToDouble(g -> score[g]).toArray();
      double[][] block = new double[compared.length][compared.length];
      for (int i = 0; i < compared.length; i++) {
        for (int j = 0; j < compared.length; j++) {
          block[i][j] = covariance[compared[i]][compared[j]];
        }
      }
      Cholesky decomposed = new Cholesky(block, SINGULAR);
      if (!Arrays.stream(excess).allMatch(Double::isFinite)) {
        warnings.add("the incidence reaches 1 before the last event: its weight has no value");
        return Optional.empty();
      }
      if (decomposed.rank() == compared.length) {
        return Optional.of(
            TestResult.ofChiSquared(decomposed.quadraticForm(excess), compared.length));
      }
      warnings.add("some groups were never at risk together: the covariance is singular");
    }
    return Optional.empty();
  }
}
