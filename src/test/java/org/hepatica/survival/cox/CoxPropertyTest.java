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
import org.hepatica.survival.Tail;
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

  /** The same with everything that a row can have. */
  private static CoxData rich(long seed) {
    Random random = new Random(seed);
    CoxData data = random(seed);
    return data.withEntry(
            IntStream.range(0, N).mapToDouble(i -> data.time(i) - 1 - random.nextInt(30)).toArray())
        .withWeight(random.doubles(N, 0.5, 3).toArray())
        .withOffset(random.doubles(N, -1, 1).toArray())
        .withStratum(random.ints(N, 0, 2).toArray())
        .withCluster(random.ints(N, 0, 30).toArray());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void frequencyTwoIsEachRowTwice(long seed) {
    CoxData data = random(seed);
    int[] both = IntStream.range(0, 2 * N).map(i -> i % N).toArray();
    long[] two = new long[N];
    Arrays.fill(two, 2);
    CoxData twice = CoxExamples.take(data, both);
    CoxData counted = data.withFrequency(two);
    for (Ties ties : Ties.values()) {
      CoxRegression cox = CoxRegression.withDefaults().with(ties);
      assertSameEstimates(cox.fit(counted), cox.fit(twice));
    }
    CoxRegression robust = CoxRegression.withDefaults().with(VarianceType.ROBUST);
    assertSameEstimates(robust.fit(counted), robust.fit(twice));
    int[] cluster = IntStream.range(0, 2 * N).map(i -> i % N % 25).toArray();
    assertSameEstimates(
        robust.fit(counted.withCluster(Arrays.copyOf(cluster, N))),
        robust.fit(twice.withCluster(cluster)));
    CoxRegression firth = CoxRegression.withDefaults().with(Penalty.FIRTH);
    assertSameEstimates(firth.fit(counted), firth.fit(twice));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatFollowsAFitCountsFrequenciesAsSubjects(long seed) {
    CoxData data = random(seed);
    int[] both = IntStream.range(0, 2 * N).map(i -> i % N).toArray();
    long[] two = new long[N];
    Arrays.fill(two, 2);
    CoxData twice = CoxExamples.take(data, both);
    CoxData counted = data.withFrequency(two);
    CoxFit fit = CoxRegression.withDefaults().fit(twice);
    for (Concordance option :
        List.of(Concordance.withDefaults(), Concordance.withDefaults().uno())) {
      ConcordanceResult a = option.of(counted, fit).orElseThrow();
      ConcordanceResult e = option.of(twice, fit).orElseThrow();
      assertThat(a.estimate()).isCloseTo(e.estimate(), within(1e-12));
      assertThat(a.stdError()).isCloseTo(e.stdError(), within(1e-12));
    }
    List<Term> terms = List.of(Term.of("a"), Term.of("b"), Term.of("c"));
    for (TimeTransform transform : List.of(TimeTransform.KAPLAN_MEIER, TimeTransform.RANK)) {
      ProportionalHazardsTest test = ProportionalHazardsTest.withDefaults().with(transform);
      assertThat(test.test(counted, fit, terms).orElseThrow().global().statistic())
          .isCloseTo(test.test(twice, fit, terms).orElseThrow().global().statistic(), within(1e-8));
    }
    List<PredictedPoint> curve = PredictedSurvival.of(counted, fit).atCentre(0);
    List<PredictedPoint> expected = PredictedSurvival.of(twice, fit).atCentre(0);
    assertThat(curve).hasSameSizeAs(expected);
    for (int k = 0; k < curve.size(); k++) {
      assertThat(curve.get(k).stdError()).isCloseTo(expected.get(k).stdError(), within(1e-10));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSubjectSplitIntoIntervalsIsTheSubject(long seed) {
    CoxData data = random(seed);
    int[] both = IntStream.range(0, 2 * N).map(i -> i % N).toArray();
    double[] time = new double[2 * N];
    double[] entry = new double[2 * N];
    boolean[] event = new boolean[2 * N];
    double[][] x = new double[2 * N][];
    for (int i = 0; i < 2 * N; i++) {
      int row = both[i];
      double cut = Math.floor(data.time(row) * 0.4);
      time[i] = i < N ? cut : data.time(row);
      entry[i] = i < N ? -1 : cut;
      event[i] = i >= N && data.event(row);
      x[i] = new double[] {data.value(row, 0), data.value(row, 1), data.value(row, 2)};
    }
    CoxData split = CoxData.of(time, event, x, data.names()).withEntry(entry).withCluster(both);
    // Time 0 cannot be cut: such a subject stays whole.
    for (int i = N; i < 2 * N; i++) {
      if (time[i] == 0) {
        entry[i] = -1;
        entry[i - N] = 0;
      }
    }
    split = CoxData.of(time, event, x, data.names()).withEntry(entry).withCluster(both);
    for (Ties ties : List.of(Ties.EFRON, Ties.BRESLOW)) {
      CoxRegression cox = CoxRegression.withDefaults().with(ties);
      assertSameEstimates(cox.fit(split), cox.with(VarianceType.ROBUST).fit(data));
      assertSameEstimates(
          cox.with(VarianceType.MODEL).fit(split), cox.with(VarianceType.MODEL).fit(data));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void entriesBeforeAllEventsChangeNothing(long seed) {
    CoxData data = random(seed);
    double[] entry = new double[N];
    Arrays.fill(entry, -0.5);
    CoxRegression cox = CoxRegression.withDefaults();
    assertSameEstimates(cox.fit(data.withEntry(entry)), cox.fit(data));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void additionsAloneGiveTheRiskSetsOfTheDefinition(long seed) {
    CoxData data = rich(seed);
    CoxRows rows = new CoxRows(data, new int[] {0, 1, 2}, new ColumnScale(data));
    double[] eta = rows.eta(new double[] {2, -1, 3});
    int[] seen = {0};
    RiskSweep.of(rows)
        .run(
            eta,
            (e, at) -> {
              double s0 = 0;
              double s2 = 0;
              for (int i = 0; i < rows.size; i++) {
                double time = rows.events.time(e);
                boolean atRisk =
                    data.entry(rows.row[i]) < time
                        && data.time(rows.row[i]) >= time
                        && data.stratum(rows.row[i]) == rows.events.stratum(e);
                double ratio = atRisk ? rows.mass[i] * Math.exp(eta[i]) : 0;
                s0 += ratio;
                s2 += ratio * rows.x[i * 3 + 2] * rows.x[i * 3 + 1];
              }
              double unit = Math.exp(at.risk.shift);
              assertThat(at.risk.s0 * unit).isCloseTo(s0, within(1e-12 * s0));
              assertThat(at.risk.s2[4] * unit).isCloseTo(s2, within(1e-11 * s0));
              seen[0]++;
            });
    assertThat(seen[0]).isEqualTo(rows.events.size()).isGreaterThan(30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfRichRowsDoesNotMatter(long seed) {
    CoxData data = rich(seed);
    int[] back = IntStream.range(0, N).map(i -> N - 1 - i).toArray();
    CoxData reversed =
        CoxExamples.take(data, back)
            .withEntry(IntStream.of(back).mapToDouble(data::entry).toArray())
            .withWeight(IntStream.of(back).mapToDouble(data::weight).toArray())
            .withOffset(IntStream.of(back).mapToDouble(data::offset).toArray())
            .withCluster(IntStream.of(back).map(data::cluster).toArray());
    CoxRegression cox = CoxRegression.withDefaults();
    assertSameEstimates(cox.fit(reversed), cox.fit(data));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theStartDoesNotMatter(long seed) {
    CoxData data = random(seed);
    CoxRegression cox = CoxRegression.withDefaults();
    CoxSource source = cox.source(data);
    CoxFit started = cox.fit(source, new double[] {0.4, -0.6, 0.01});
    assertSameEstimates(started, cox.fit(data));
    assertThat(started.logLikelihoodNull()).isEqualTo(cox.fit(data).logLikelihoodNull());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sumsOfPartsMergeToTheDerivativesOfTheWhole(long seed) {
    CoxData data = rich(seed);
    CoxRows rows = new CoxRows(data, new int[] {0, 1, 2}, new ColumnScale(data));
    double[] beta = {0.2, 0.1, -0.3};
    CoxAccumulator even = new CoxAccumulator(Ties.EFRON, 3);
    CoxAccumulator odd = new CoxAccumulator(Ties.EFRON, 3);
    RiskSweep.of(rows).run(rows.eta(beta), (e, at) -> (e % 2 == 0 ? even : odd).add(at));
    even.merge(odd);
    CoxDerivatives whole = new CoxLikelihood(rows, Ties.EFRON).at(beta);
    assertThat(even.derivatives().logLikelihood()).isCloseTo(whole.logLikelihood(), within(1e-10));
    assertThat(even.derivatives().gradient()).containsExactly(whole.gradient(), within(1e-10));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void firthsGradientIsThatOfThePenalisedLikelihood(long seed) {
    CoxData data = rich(seed);
    CoxRows rows = new CoxRows(data, new int[] {0, 1, 2}, new ColumnScale(data));
    for (Ties ties : List.of(Ties.EFRON, Ties.BRESLOW)) {
      FirthLikelihood firth = new FirthLikelihood(rows, ties);
      double[] beta = {0.3, -0.4, 0.2};
      double[] gradient = firth.at(beta).gradient();
      for (int j = 0; j < 3; j++) {
        double[] up = beta.clone();
        double[] down = beta.clone();
        up[j] += 1e-5;
        down[j] -= 1e-5;
        double slope = (firth.at(up).logLikelihood() - firth.at(down).logLikelihood()) / 2e-5;
        assertThat(gradient[j]).isCloseTo(slope, within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void martingaleAndScoreResidualsSumToNothing(long seed) {
    CoxData data = rich(seed);
    CoxResiduals residuals = CoxResiduals.of(data, CoxRegression.withDefaults().fit(data));
    double[] martingale = residuals.martingale();
    double[][] score = residuals.score();
    for (int stratum = 0; stratum < 2; stratum++) {
      double sum = 0;
      for (int i = 0; i < N; i++) {
        sum += data.stratum(i) == stratum ? data.weight(i) * martingale[i] : 0;
      }
      assertThat(sum).isCloseTo(0, within(1e-10));
    }
    for (int j = 0; j < 3; j++) {
      double sum = 0;
      for (int i = 0; i < N; i++) {
        sum += data.weight(i) * score[i][j];
      }
      assertThat(sum).isCloseTo(0, within(1e-8));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void atAProfileBoundTheLikelihoodRatioIsAtItsLimit(long seed) {
    CoxData data = random(seed).select(List.of("a"));
    CoxRegression cox = CoxRegression.withDefaults();
    CoxFit fit = cox.fit(data);
    ProfileInterval interval = ProfileLikelihood.withDefaults().of(data, fit).get(0);
    double limit = Math.pow(Tail.deviateFor(0.95), 2) / 2;
    for (double bound : List.of(interval.low().getAsDouble(), interval.high().getAsDouble())) {
      double[] offset = IntStream.range(0, N).mapToDouble(i -> bound * data.value(i, 0)).toArray();
      CoxFit there = cox.fit(data.select(List.of()).withOffset(offset));
      assertThat(fit.logLikelihood() - there.logLikelihood()).isCloseTo(limit, within(1e-9));
    }
  }
}
