package org.hepatica.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.P_VALUE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Left truncation, case weights, robust variance against R's survfit: kaplan-meier-rows.R. */
class KaplanMeierRowsReferenceTest {

  private static final Reference R = Reference.of("kaplan-meier-rows");
  private static final KaplanMeier KM = KaplanMeier.withDefaults();

  private record Case(String name, KaplanMeier options, SurvivalRows rows) {

    Case(String name, SurvivalRows rows) {
      this(name, KM, rows);
    }

    SurvivalCurve fit() {
      return options.fit(rows);
    }
  }

  private static SurvivalRows rows(PublicData data) {
    return SurvivalRows.of(data.time(), data.event());
  }

  private static double[] scaled(PublicData data, String column, double divisor) {
    return Arrays.stream(data.numbers(column)).map(x -> x / divisor).toArray();
  }

  private static int[] whole(PublicData data, String column) {
    return Arrays.stream(data.numbers(column)).mapToInt(x -> (int) x).toArray();
  }

  static Stream<Case> truncated() {
    PublicData data = PublicData.of("heart");
    int[] id = whole(data, "id");
    double[] fraction = IntStream.of(id).mapToDouble(i -> i % 7 / 4.0).toArray();
    SurvivalRows heart = rows(data).withEntry(data.numbers("start"));
    PublicData late = PublicData.of("myeloma").timed(t -> Math.floor(t / 30));
    double[] months = Arrays.stream(late.numbers("entry")).map(t -> Math.floor(t / 30)).toArray();
    return Stream.of(
        new Case("heart", heart),
        new Case("heart plain", KM.with(ConfidenceType.PLAIN), heart),
        new Case("heart weighted", heart.withWeight(fraction)),
        new Case("heart clustered", heart.withCluster(id)),
        new Case("heart weighted clustered", heart.withWeight(fraction).withCluster(id)),
        new Case("myeloma months", rows(late).withEntry(months)),
        new Case("gap", gap(i -> true)),
        new Case("gap closed", gap(i -> i != 4 && i != 5)));
  }

  /** The risk set empties at 3 by censoring and at 6 by death. */
  private static SurvivalRows gap(java.util.function.IntPredicate kept) {
    int[] i = IntStream.range(0, 9).filter(kept).toArray();
    double[] entry = {0, 0, 1, 4, 4, 5, 7, 7, 8};
    double[] time = {2, 3, 3, 5, 6, 6, 9, 10, 12};
    boolean[] event = {true, false, false, true, true, true, true, false, true};
    boolean[] keptEvent = new boolean[i.length];
    IntStream.range(0, i.length).forEach(k -> keptEvent[k] = event[i[k]]);
    return SurvivalRows.of(IntStream.of(i).mapToDouble(k -> time[k]).toArray(), keptEvent)
        .withEntry(IntStream.of(i).mapToDouble(k -> entry[k]).toArray());
  }

  static Stream<Case> weighted() {
    PublicData lungData = PublicData.of("lung");
    PublicData veteran = PublicData.of("veteran");
    SurvivalRows lung = rows(lungData);
    double[] whole = Arrays.stream(lungData.numbers("ecog")).map(x -> 1 + x).toArray();
    double[] fraction = scaled(lungData, "age", 60);
    KaplanMeier robust = KM.with(CurveVariance.ROBUST);
    return Stream.of(
        new Case("lung whole weights", lung.withWeight(whole)),
        new Case("lung fractions", lung.withWeight(fraction)),
        new Case("lung robust", robust.with(ConfidenceType.LOG_LOG), lung),
        new Case("lung whole robust", robust, lung.withWeight(whole)),
        new Case(
            "lung fractions not robust",
            KM.with(CurveVariance.GREENWOOD),
            lung.withWeight(fraction)),
        new Case(
            "veteran plain",
            KM.with(ConfidenceType.PLAIN),
            rows(veteran).withWeight(scaled(veteran, "karno", 50))));
  }

  static Stream<Case> cases() {
    PublicData lung = PublicData.of("lung");
    double[] time = {0.1 + 0.2, 0.3, 0.7, 0.1 * 7, 0.8, 0.9};
    SurvivalRows tenths =
        SurvivalRows.of(time, new boolean[] {true, true, true, false, true, false});
    SurvivalRows before =
        SurvivalRows.of(
            new double[] {-3, -1, 0, 2, 5}, new boolean[] {true, false, true, true, false});
    Stream<Case> others =
        Stream.of(
            new Case(
                "lung clustered",
                KM.with(ConfidenceType.LOGIT),
                rows(lung).withCluster(whole(lung, "age"))),
            new Case("tenths", tenths.with(TiedTimes.among(time))),
            new Case("before zero", before));
    return Stream.concat(Stream.concat(truncated(), weighted()), others);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theCurveIsThatOfSurvfit(Case c) {
    assertCurve(c.name, c.fit());
  }

  @ParameterizedTest
  @MethodSource("weighted")
  void theCurveNeedsTheSumsByTimeOnly(Case c) {
    assertCurve(c.name, c.options.fit(c.rows.counts()));
  }

  private static void assertCurve(String id, SurvivalCurve curve) {
    double[] time = curve.time();
    int[] at = R.all(id, "surv").keySet().stream().mapToInt(key -> closest(time, key)).toArray();
    assertClose("n.risk", pick(curve.weightAtRisk(), at), R.values(id, "n.risk"), ESTIMATE);
    assertClose("n.event", pick(curve.weightOfEvents(), at), R.values(id, "n.event"), ESTIMATE);
    assertClose("n.censor", pick(curve.weightCensored(), at), R.values(id, "n.censor"), ESTIMATE);
    assertClose("surv", pick(curve.survival(), at), R.values(id, "surv"), ESTIMATE);
    assertClose("std.err", pick(curve.stdError(), at), R.values(id, "std.err"), ESTIMATE);
    assertClose("lower", pick(curve.confLow(), at), R.values(id, "lower"), ESTIMATE);
    assertClose("upper", pick(curve.confHigh(), at), R.values(id, "upper"), ESTIMATE);
  }

  /** R prints 15 digits of a time. */
  private static int closest(double[] time, String key) {
    double wanted = Double.parseDouble(key);
    return IntStream.range(0, time.length)
        .filter(i -> Math.abs(time[i] - wanted) < 1e-9)
        .findFirst()
        .orElseThrow();
  }

  private static double[] pick(double[] values, int[] at) {
    return IntStream.of(at).mapToDouble(i -> values[i]).toArray();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void countsBetweenTimesAreThoseOfSummary(Case c) {
    Map<String, Double> expected = R.all(c.name, "at_surv");
    double[] times = expected.keySet().stream().mapToDouble(Double::parseDouble).toArray();
    List<SurvivalPeriod> periods = c.fit().periods(times);

    assertThat(periods).hasSize(times.length);
    assertPeriods(c, "surv", periods, period -> period.end().survival());
    assertPeriods(c, "std.err", periods, p -> p.end().stdError().orElse(Double.NaN));
    assertPeriods(c, "lower", periods, p -> p.end().confLow().orElse(Double.NaN));
    assertPeriods(c, "upper", periods, p -> p.end().confHigh().orElse(Double.NaN));
    assertPeriods(c, "n.risk", periods, SurvivalPeriod::weightAtRisk);
    assertPeriods(c, "n.event", periods, SurvivalPeriod::weightOfEvents);
    assertPeriods(c, "n.censor", periods, SurvivalPeriod::weightCensored);
  }

  private static void assertPeriods(
      Case c, String what, List<SurvivalPeriod> periods, ToDoubleFunction<SurvivalPeriod> value) {
    double[] actual = periods.stream().mapToDouble(value).toArray();
    assertClose(c.name + " " + what, actual, R.values(c.name, "at_" + what), ESTIMATE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void restrictedMeanAndMedianAreThoseOfSurvfit(Case c) {
    SurvivalCurve curve = c.fit();
    RestrictedMean mean = curve.restrictedMean(300).orElseThrow();
    assertClose("rmean", mean.mean(), R.value(c.name, "rmean", "300"), ESTIMATE);
    assertClose("se", mean.stdError(), R.value(c.name, "rmean_se", "300"), ESTIMATE);
    SurvivalQuantile median = curve.median();
    assertClose("median", median.time(), R.value(c.name, "median", "quantile"), ESTIMATE);
    assertClose("low", median.confLow(), R.value(c.name, "median", "low"), ESTIMATE);
    assertClose("high", median.confHigh(), R.value(c.name, "median", "high"), ESTIMATE);
  }

  @Test
  void restrictedMeansOfTwoGroupsCompareByDifferenceAndRatio() {
    List<RestrictedMean> means =
        PublicData.of("lung").groups("female").stream()
            .map(counts -> KM.fit(counts).restrictedMean(500).orElseThrow())
            .toList();
    RestrictedMeanContrast contrast = RestrictedMeanContrast.of(means.get(0), means.get(1));
    assertContrast("difference", contrast.difference());
    assertContrast("log ratio", contrast.ratio().orElseThrow());
  }

  private static void assertContrast(String what, RestrictedMeanContrast.Contrast contrast) {
    assertClose(what, contrast.estimate(), R.value("lung by sex", what, "estimate"), ESTIMATE);
    assertClose(what, contrast.stdError(), R.value("lung by sex", what, "se"), ESTIMATE);
    double p = contrast.test().orElseThrow().pValue();
    assertClose(what, p, R.value("lung by sex", what, "p"), P_VALUE);
    Interval interval = contrast.interval(0.95);
    assertClose(what, interval.low(), R.value("lung by sex", what, "low"), ESTIMATE);
    assertClose(what, interval.high(), R.value("lung by sex", what, "high"), ESTIMATE);
  }
}
