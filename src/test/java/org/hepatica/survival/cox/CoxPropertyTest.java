package org.hepatica.survival.cox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.LogRank;
import org.hepatica.survival.SurvivalCounts;
import org.hepatica.survival.SurvivalCurve;
import org.hepatica.survival.WaldEstimate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for any data, on random data of fixed seeds. */
class CoxPropertyTest {

  private static final int N = 120;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 8);
  }

  /** Integer days with many ties, three covariates, effects of moderate size. */
  private static CoxData random(long seed) {
    return random(seed, 40);
  }

  private static CoxData random(long seed, double days) {
    Random random = new Random(seed);
    double[] time = new double[N];
    boolean[] event = new boolean[N];
    double[][] x = new double[N][];
    for (int i = 0; i < N; i++) {
      x[i] = new double[] {random.nextGaussian(), random.nextInt(2), 50 + 10 * random.nextDouble()};
      double hazard = Math.exp(0.5 * x[i][0] - 0.7 * x[i][1]);
      time[i] = Math.floor(-Math.log(random.nextDouble()) / hazard * days);
      event[i] = random.nextDouble() < 0.7;
    }
    return CoxData.of(time, event, x, List.of("a", "b", "c"));
  }

  private static SurvivalCounts counts(CoxData data, int from, int to) {
    SurvivalCounts.Builder builder = SurvivalCounts.builder();
    IntStream.range(from, to).forEach(i -> builder.add(data.time(i), data.event(i), 1));
    return builder.build();
  }

  private static void assertSameEstimates(CoxFit actual, CoxFit expected) {
    for (CoxCoefficient coefficient : expected.coefficients()) {
      WaldEstimate a = actual.coefficient(coefficient.name()).estimate().orElseThrow();
      WaldEstimate e = coefficient.estimate().orElseThrow();
      assertThat(a.coefficient()).isCloseTo(e.coefficient(), within(1e-10));
      assertThat(a.stdError()).isCloseTo(e.stdError(), within(1e-10));
    }
    assertThat(actual.logLikelihood()).isCloseTo(expected.logLikelihood(), within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfRowsDoesNotMatter(long seed) {
    CoxData data = random(seed).withStratum(IntStream.range(0, N).map(i -> i % 3).toArray());
    List<Integer> order = new ArrayList<>(IntStream.range(0, N).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    CoxData shuffled = CoxExamples.take(data, order.stream().mapToInt(Integer::intValue).toArray());

    CoxRegression cox = CoxRegression.withDefaults();
    assertSameEstimates(cox.fit(shuffled), cox.fit(data));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theUnitOfTimeDoesNotMatter(long seed) {
    CoxData data = random(seed);
    double[] years = IntStream.range(0, N).mapToDouble(i -> data.time(i) / 365.25).toArray();
    boolean[] event = new boolean[N];
    double[][] x = new double[N][];
    for (int i = 0; i < N; i++) {
      event[i] = data.event(i);
      x[i] = new double[] {data.value(i, 0), data.value(i, 1), data.value(i, 2)};
    }
    CoxData scaled = CoxData.of(years, event, x, data.names());

    CoxRegression cox = CoxRegression.withDefaults();
    assertSameEstimates(cox.fit(scaled), cox.fit(data));
    SurvivalCurve days = KaplanMeier.withDefaults().fit(counts(data, 0, N));
    SurvivalCurve curve = KaplanMeier.withDefaults().fit(counts(scaled, 0, N));
    assertThat(curve.survival()).containsExactly(days.survival());
    double median = days.median().time().orElseThrow() / 365.25;
    assertThat(curve.median().time().orElseThrow()).isCloseTo(median, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void oneStratumIsNoStratum(long seed) {
    CoxData data = random(seed);
    int[] one = new int[N];
    Arrays.fill(one, -7);
    CoxRegression cox = CoxRegression.withDefaults();
    assertSameEstimates(cox.fit(data.withStratum(one)), cox.fit(data));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutTiesEfronIsBreslow(long seed) {
    CoxData data = random(seed);
    double[] distinct = IntStream.range(0, N).mapToDouble(i -> data.time(i) + i / 1e4).toArray();
    boolean[] event = new boolean[N];
    double[][] x = new double[N][];
    for (int i = 0; i < N; i++) {
      event[i] = data.event(i);
      x[i] = new double[] {data.value(i, 0), data.value(i, 1)};
    }
    CoxData untied = CoxData.of(distinct, event, x, List.of("a", "b"));

    CoxRegression cox = CoxRegression.withDefaults();
    assertSameEstimates(cox.with(Ties.BRESLOW).fit(untied), cox.fit(untied));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutTiesTheScoreTestOfAGroupIsTheLogRankTest(long seed) {
    CoxData data = random(seed, 1e7).select(List.of("b"));
    SurvivalCounts.Builder zero = SurvivalCounts.builder();
    SurvivalCounts.Builder one = SurvivalCounts.builder();
    for (int i = 0; i < N; i++) {
      (data.value(i, 0) == 0 ? zero : one).add(data.time(i), data.event(i), 1);
    }
    double logRank = LogRank.withDefaults().test(List.of(zero.build(), one.build())).statistic();
    double score = CoxRegression.withDefaults().fit(data).score().statistic();
    assertThat(score).isCloseTo(logRank, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void collapsingIdenticalRowsChangesNothing(long seed) {
    CoxData data = random(seed, 4).select(List.of("b"));
    CoxData collapsed = CoxExamples.collapse(data);
    assertThat(collapsed.size()).isLessThan(N / 2);
    CoxRegression cox = CoxRegression.withDefaults();
    assertSameEstimates(cox.fit(collapsed), cox.fit(data));
  }

  @ParameterizedTest
  @EnumSource
  void theDerivativesAreThoseOfTheLikelihood(Ties ties) {
    CoxData plain = random(5).withStratum(IntStream.range(0, N).map(i -> i % 2).toArray());
    double[] entry = IntStream.range(0, N).mapToDouble(i -> plain.time(i) - 1 - i % 9).toArray();
    assertDerivatives(plain, ties);
    assertDerivatives(plain.withEntry(entry), ties);
  }

  private static void assertDerivatives(CoxData data, Ties ties) {
    int[] all = {0, 1, 2};
    CoxObjective likelihood = CoxLikelihood.of(new CoxRows(data, all, new ColumnScale(data)), ties);
    double[] beta = {0.3, -0.4, 0.2};
    CoxDerivatives here = likelihood.at(beta);
    double h = 1e-5;
    for (int j = 0; j < 3; j++) {
      double[] up = beta.clone();
      double[] down = beta.clone();
      up[j] += h;
      down[j] -= h;
      CoxDerivatives above = likelihood.at(up);
      CoxDerivatives below = likelihood.at(down);
      double slope = (above.logLikelihood() - below.logLikelihood()) / (2 * h);
      assertThat(here.gradient()[j]).isCloseTo(slope, within(1e-6));
      for (int k = 0; k < 3; k++) {
        double curvature = -(above.gradient()[k] - below.gradient()[k]) / (2 * h);
        assertThat(here.information()[j][k]).isCloseTo(curvature, within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shiftingAndScalingAColumnMovesItsCoefficientOnly(long seed) {
    CoxData data = random(seed);
    double[] time = IntStream.range(0, N).mapToDouble(data::time).toArray();
    boolean[] event = new boolean[N];
    double[][] x = new double[N][];
    for (int i = 0; i < N; i++) {
      event[i] = data.event(i);
      x[i] = new double[] {1e6 + 1e3 * data.value(i, 0), data.value(i, 1), data.value(i, 2)};
    }
    WaldEstimate scaled =
        CoxRegression.withDefaults()
            .fit(CoxData.of(time, event, x, data.names()))
            .coefficient("a")
            .estimate()
            .orElseThrow();
    WaldEstimate plain =
        CoxRegression.withDefaults().fit(data).coefficient("a").estimate().orElseThrow();
    assertThat(scaled.coefficient() * 1e3).isCloseTo(plain.coefficient(), within(1e-9));
    assertThat(scaled.z()).isCloseTo(plain.z(), within(1e-9));
  }
}
