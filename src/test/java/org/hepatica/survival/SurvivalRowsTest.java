package org.hepatica.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.hepatica.survival.Reference.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Late entries, weights and clusters: laws, a case by hand, and where little is left to estimate.
 */
class SurvivalRowsTest {

  private static final KaplanMeier KM = KaplanMeier.withDefaults();
  private static final KaplanMeier ROBUST = KM.with(CurveVariance.ROBUST);
  private static final int N = 90;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 6);
  }

  /** Ties, late entries, weights. */
  private record Sample(double[] entry, double[] time, boolean[] event, double[] weight) {

    static Sample random(long seed) {
      Random random = new Random(seed);
      Sample s = new Sample(new double[N], new double[N], new boolean[N], new double[N]);
      for (int i = 0; i < N; i++) {
        s.entry[i] = random.nextInt(8);
        s.time[i] = s.entry[i] + 1 + random.nextInt(30);
        s.event[i] = random.nextInt(3) > 0;
        s.weight[i] = random.nextInt(8) / 4.0;
      }
      return s;
    }

    SurvivalRows rows() {
      return SurvivalRows.of(time, event).withEntry(entry).withWeight(weight);
    }

    WeightedCounts counts(int from, int to) {
      WeightedCounts.Builder builder = WeightedCounts.builder();
      IntStream.range(from, to)
          .forEach(i -> builder.addEntering(entry[i], time[i], event[i], weight[i], 1));
      return builder.build();
    }

    Sample at(int... kept) {
      Sample s =
          new Sample(
              pick(entry, kept), pick(time, kept), new boolean[kept.length], pick(weight, kept));
      IntStream.range(0, kept.length).forEach(k -> s.event[k] = event[kept[k]]);
      return s;
    }

    private static double[] pick(double[] values, int[] kept) {
      return IntStream.of(kept).mapToDouble(i -> values[i]).toArray();
    }
  }

  private static void assertSame(SurvivalCurve actual, SurvivalCurve expected) {
    assertThat(actual.time()).containsExactly(expected.time());
    assertThat(actual.survival()).containsExactly(expected.survival(), within(1e-13));
    assertClose("std error", actual.stdError(), expected.stdError(), 1e-11);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfRowsDoesNotMatter(long seed) {
    Sample sample = Sample.random(seed);
    int[] backwards = IntStream.range(0, N).map(i -> N - 1 - i).toArray();
    assertSame(KM.fit(sample.at(backwards).rows()), KM.fit(sample.rows()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sumsOfPartsMergeToThoseOfTheWhole(long seed) {
    Sample sample = Sample.random(seed);
    KaplanMeier greenwood = KM.with(CurveVariance.GREENWOOD);
    WeightedCounts a = sample.counts(0, 20);
    WeightedCounts b = sample.counts(20, 21);
    WeightedCounts c = sample.counts(21, N);
    SurvivalCurve whole = greenwood.fit(sample.counts(0, N));

    assertSame(greenwood.fit(a.merge(b).merge(c)), whole);
    assertSame(greenwood.fit(c.merge(a.merge(b))), whole);
    assertSame(greenwood.fit(sample.rows()), whole);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sumsMadeElsewhereAreTheRows(long seed) {
    Sample sample = Sample.random(seed);
    double[] day = IntStream.range(0, 40).asDoubleStream().toArray();
    long[][] count = new long[3][day.length];
    WeightedCounts.Builder builder = WeightedCounts.builder();
    for (int i = 0; i < N; i++) {
      count[sample.event[i] ? 0 : 1][(int) sample.time[i]]++;
      count[2][(int) sample.entry[i]]++;
      WeightSums sums = WeightSums.of(sample.weight[i], 1);
      builder.add(sample.time[i], sample.event[i], sums).addEntries(sample.entry[i], sums);
    }
    SurvivalRows rows = SurvivalRows.of(sample.time, sample.event).withEntry(sample.entry);
    SurvivalCounts counts = SurvivalCounts.ofCounts(day, count[0], count[1], count[2]);
    assertSame(KM.fit(counts), KM.fit(rows));
    assertThat(counts.isTruncated()).isTrue();
    assertThat(builder.build().hasFractionalWeight()).isTrue();
    KaplanMeier greenwood = KM.with(CurveVariance.GREENWOOD);
    assertSame(greenwood.fit(builder.build()), greenwood.fit(sample.rows()));
  }

  @Test
  void weightSumsMergeAndRefuseNegativeWeights() {
    WeightSums three = WeightSums.of(1.5, 2).merge(WeightSums.of(2, 1));
    assertThat(three).isEqualTo(new WeightSums(3, 5, 8.5, true));
    assertThatIllegalArgumentException().isThrownBy(() -> WeightSums.of(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> WeightSums.of(1, -1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void lateEntriesMergeToo(long seed) {
    Sample sample = Sample.random(seed);
    SurvivalCounts[] part = {SurvivalCounts.empty(), SurvivalCounts.empty()};
    SurvivalCounts.Builder whole = SurvivalCounts.builder();
    for (int i = 0; i < N; i++) {
      SurvivalCounts one =
          SurvivalCounts.builder()
              .addEntering(sample.entry[i], sample.time[i], sample.event[i], 1)
              .build();
      part[i % 2] = one.merge(part[i % 2]);
      whole.addAll(one);
    }
    assertThat(part[0].merge(part[1])).isEqualTo(whole.build()).isNotEqualTo(part[0]);
    SurvivalRows rows = SurvivalRows.of(sample.time, sample.event).withEntry(sample.entry);
    assertSame(KM.fit(whole.build()), KM.fit(rows));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutWeightsClustersAndLateEntriesTheJackknifeIsGreenwoods(long seed) {
    Sample sample = Sample.random(seed);
    SurvivalRows rows = SurvivalRows.of(sample.time, sample.event);
    SurvivalCurve greenwood = KM.fit(rows);
    double[] robust = ROBUST.fit(rows).stdError();
    for (int i = 0; i < robust.length && greenwood.survival()[i] > 0; i++) {
      assertThat(robust[i]).isCloseTo(greenwood.stdError()[i], within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aClusterOfTheSameRowTwiceIsTheRowWithTwiceTheWeight(long seed) {
    Sample sample = Sample.random(seed);
    int[] twice = IntStream.range(0, 2 * N).map(i -> i / 2).toArray();
    double[] doubled = Arrays.stream(sample.weight).map(w -> 2 * w).toArray();
    SurvivalRows pairs = sample.at(twice).rows().withCluster(twice);
    assertSame(ROBUST.fit(pairs), ROBUST.fit(sample.rows().withWeight(doubled)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCountOfTwoIsTwoRows(long seed) {
    Sample sample = Sample.random(seed);
    int[] twice = IntStream.range(0, 2 * N).map(i -> i / 2).toArray();
    Sample both = sample.at(twice);
    WeightedCounts.Builder builder = WeightedCounts.builder();
    for (int i = 0; i < N; i++) {
      builder.add(sample.time[i], sample.event[i], sample.weight[i], 2);
    }
    SurvivalRows rows = SurvivalRows.of(both.time, both.event).withWeight(both.weight);
    assertSame(KM.fit(builder.build()), KM.fit(rows));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theUnitOfTimeDoesNotMatter(long seed) {
    Sample sample = Sample.random(seed);
    double[] years = Arrays.stream(sample.time).map(t -> t / 365.25).toArray();
    double[] entry = Arrays.stream(sample.entry).map(t -> t / 365.25).toArray();
    SurvivalCurve days = KM.fit(sample.rows());
    SurvivalCurve scaled =
        KM.fit(SurvivalRows.of(years, sample.event).withEntry(entry).withWeight(sample.weight));
    assertThat(scaled.survival()).containsExactly(days.survival());
    assertThat(scaled.stdError()).containsExactly(days.stdError());
  }

  @Test
  void whoEntersAtADeathIsNotAtRiskThere() {
    // At 2 the first two are at risk, at 3 the second and third: 1/2, then 1/2 of it.
    SurvivalRows rows =
        SurvivalRows.of(new double[] {2, 5, 3}, new boolean[] {true, false, true})
            .withEntry(0, 0, 2);
    SurvivalCurve curve = KM.fit(rows);
    assertThat(curve.nRisk()).containsExactly(2, 2, 1);
    assertThat(curve.survival()).containsExactly(new double[] {0.5, 0.25, 0.25}, within(1e-15));
    // Greenwood: 1/2 + 1/2.
    assertThat(curve.stdError()[2]).isCloseTo(0.25, within(1e-15));
    assertThat(curve.warnings()).isEmpty();
  }

  @Test
  void rowsThatEndAtTheirEntryAreLeftOutAndCounted() {
    SurvivalRows rows =
        SurvivalRows.of(new double[] {2, 5, 3}, new boolean[] {true, false, true})
            .withEntry(2, 0, 4);
    assertThat(rows.dropped()).isEqualTo(2);
    assertThat(KM.fit(rows).n()).isEqualTo(1);
    assertThat(KM.fit(rows).warnings())
        .containsExactly("2 rows end at or before their entry and are left out");
  }

  @Test
  void aCurveThatDiedOutEarlySaysSo() {
    SurvivalRows rows =
        SurvivalRows.of(new double[] {2, 5, 8}, new boolean[] {true, true, false})
            .withEntry(0, 3, 3);
    assertThat(KM.fit(rows).survival()).containsExactly(0, 0, 0);
    assertThat(KM.fit(rows).warnings())
        .containsExactly(
            "nobody was at risk for a while before others entered, 1 times, first after 2.0",
            "all at risk at 2.0 had the event: the curve stays at 0 from there");
  }

  @Test
  void timesBeforeZeroAreNamed() {
    SurvivalCounts counts = SurvivalCounts.of(new double[] {-1, 4}, new boolean[] {true, false});
    assertThat(KM.fit(counts).warnings()).containsExactly("times before 0 are taken as they are");
  }

  @Test
  void robustVarianceOfTruncatedSumsIsRefusedByName() {
    Sample sample = Sample.random(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KM.fit(sample.counts(0, N)))
        .withMessageContaining("SurvivalRows");
  }

  @Test
  void logRankTestsRefuseLateEntriesByName() {
    SurvivalCounts late = SurvivalCounts.builder().addEntering(1, 4, true, 3).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogRank.withDefaults().test(List.of(late, late)))
        .withMessageContaining("right-censored data only");
  }

  @Test
  void aPatientOfWeightZeroIsCountedButMovesNothing() {
    SurvivalRows rows =
        SurvivalRows.of(new double[] {1, 2, 3}, new boolean[] {true, true, false})
            .withWeight(0, 0.5, 0.5);
    SurvivalCurve curve = KM.fit(rows);
    assertThat(curve.nRisk()).containsExactly(3, 2, 1);
    assertThat(curve.survival()).containsExactly(1, 0.5, 0.5);
    assertThat(curve.stdError()[0]).isZero();
    assertThat(KM.fit(rows.counts()).stdError()).containsExactly(curve.stdError());
    // All weight dies at 2, a row of weight 0 lives on: R adds no variance there.
    SurvivalRows last = rows.withWeight(1, 1, 0);
    assertThat(KM.fit(last).survival()).containsExactly(0.5, 0, 0);
    double area = KM.fit(last).restrictedMean(3).orElseThrow().stdError();
    assertThat(area).isCloseTo(0.5 * Math.sqrt(1 / 2.0), within(1e-15));
  }

  @Test
  void runsOfTimesApartByRoundingTakeTheFirst() {
    TiedTimes ties = TiedTimes.among(2, 1, 1 + 1e-8, 1 + 2e-8, 1.1);
    assertThat(ties.merged()).isEqualTo(2);
    assertThat(ties.of(1 + 2e-8)).isEqualTo(1);
    assertThat(ties.of(1.1)).isEqualTo(1.1);
    assertThat(TiedTimes.among(1, 2, 3).merged()).isZero();
    SurvivalCounts counts =
        SurvivalCounts.of(new double[] {1, 1 + 1e-8}, new boolean[] {true, false});
    assertThat(counts.with(ties).size()).isEqualTo(1);
    assertThat(counts.with(ties).n()).isEqualTo(2);
  }

  @Test
  void daysAndFractionsOfDaysComeInOrder() {
    TimeTally tally = new TimeTally(1);
    for (double time : new double[] {40000, 3, -2, 2.5, 700, 3}) {
      tally.add(time, 0, 1);
    }
    assertThat(tally.times()).containsExactly(-2, 2.5, 3, 700, 40000);
    assertThat(tally.counts(0)).containsExactly(1, 1, 2, 1, 1);
  }

  @Test
  void equalMeansAtCertaintyHaveNoTest() {
    RestrictedMean ten =
        KM.fit(SurvivalCounts.of(new double[] {20}, new boolean[] {false}))
            .restrictedMean(10)
            .orElseThrow();
    RestrictedMeanContrast contrast = RestrictedMeanContrast.of(ten, ten);
    assertThat(contrast.difference().estimate()).isZero();
    assertThat(contrast.difference().test()).isEmpty();
    RestrictedMean zero = new RestrictedMean(10, 0, 1, 20);
    assertThat(RestrictedMeanContrast.of(ten, zero).ratio()).isEmpty();
    RestrictedMean other = new RestrictedMean(9, 0, 1, 20);
    assertThatIllegalArgumentException().isThrownBy(() -> RestrictedMeanContrast.of(ten, other));
  }

  @Test
  void equalScoresHaveNoTrend() {
    List<SurvivalCounts> groups = PublicData.of("lung").groups("female");
    TestResult trend = LogRank.withDefaults().testTrend(List.of(groups), 3, 3);
    assertThat(trend.df()).isZero();
    assertThat(trend.pValue()).isEqualTo(1);
    TestResult two = LogRank.withDefaults().testTrend(List.of(groups), 0, 7);
    assertThat(two.statistic())
        .isCloseTo(LogRank.withDefaults().test(groups).statistic(), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRowThatStandsForSeveralIsThatManyRows(long seed) {
    Sample sample = Sample.random(seed);
    long[] each = LongStream.range(0, N).map(i -> 1 + i % 3).toArray();
    int[] cluster = IntStream.range(0, N).map(i -> i % 11).toArray();
    int[] writtenOut =
        IntStream.range(0, N).flatMap(i -> IntStream.generate(() -> i).limit(each[i])).toArray();
    SurvivalRows rows = sample.rows().withFrequency(each);
    SurvivalRows all = sample.at(writtenOut).rows();

    assertSame(ROBUST.fit(rows), ROBUST.fit(all));
    assertSame(
        KM.fit(rows.withCluster(cluster)),
        KM.fit(all.withCluster(IntStream.of(writtenOut).map(i -> cluster[i]).toArray())));
    assertThat(KM.fit(rows).n()).isEqualTo(writtenOut.length);
  }

  @Test
  void aRowStandsForAtLeastOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sample.random(1).rows().withFrequency(new long[N]))
        .withMessageContaining("at least 1");
  }
}
