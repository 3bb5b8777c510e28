package org.hepatica.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kaplan-Meier against R's survfit: kaplan-meier.R. */
class KaplanMeierReferenceTest {

  private static final Reference R = Reference.of("kaplan-meier");

  private record Case(String name, SurvivalCounts counts, double level) {}

  static Stream<Case> cases() {
    PublicData lung = PublicData.of("lung");
    return Stream.of(
        new Case("lung", lung.counts(), 0.95),
        new Case("lung female", lung.where("female", "1").counts(), 0.90),
        new Case("veteran", PublicData.of("veteran").counts(), 0.95),
        new Case("ovarian", PublicData.of("ovarian").counts(), 0.95),
        new Case("colon observation", PublicData.of("colon").where("rx", "Obs").counts(), 0.95),
        new Case("rotterdam", PublicData.of("rotterdam").counts(), 0.99),
        new Case("flat", counts(new double[] {1, 2, 3, 4}, true, true, false, true), 0.95),
        new Case(
            "flat to the end",
            counts(new double[] {1, 2, 3, 4, 7}, false, true, true, false, false),
            0.95));
  }

  static Stream<Arguments> casesAndTypes() {
    return cases()
        .flatMap(c -> Arrays.stream(ConfidenceType.values()).map(t -> Arguments.of(c, t)));
  }

  static Stream<Arguments> curves() {
    SurvivalCounts squamous = PublicData.of("veteran").where("celltype", "squamous").counts();
    return Arrays.stream(ConfidenceType.values())
        .flatMap(
            t ->
                Stream.of(
                    Arguments.of("ovarian", PublicData.of("ovarian").counts(), t),
                    Arguments.of("veteran squamous", squamous, t)));
  }

  private static SurvivalCounts counts(double[] time, boolean... event) {
    return SurvivalCounts.of(time, event);
  }

  private static String id(String name, ConfidenceType type) {
    return name + " " + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @ParameterizedTest
  @MethodSource("curves")
  void everyStepOfTheCurveIsThatOfSurvfit(String name, SurvivalCounts counts, ConfidenceType type) {
    SurvivalCurve curve = KaplanMeier.withDefaults().with(type).fit(counts);
    String id = id(name, type);

    double[] times = R.all(id, "surv").keySet().stream().mapToDouble(Double::parseDouble).toArray();
    assertThat(curve.time()).containsExactly(times);
    assertClose("n.risk", doubles(curve.nRisk()), R.values(id, "n.risk"), 0);
    assertClose("n.event", doubles(curve.nEvent()), R.values(id, "n.event"), 0);
    assertClose("n.censor", doubles(curve.nCensor()), R.values(id, "n.censor"), 0);
    assertClose("surv", curve.survival(), R.values(id, "surv"), ESTIMATE);
    assertClose("std.err", curve.stdError(), R.values(id, "std.err"), ESTIMATE);
    assertClose("lower", curve.confLow(), R.values(id, "lower"), ESTIMATE);
    assertClose("upper", curve.confHigh(), R.values(id, "upper"), ESTIMATE);
  }

  @ParameterizedTest
  @MethodSource("casesAndTypes")
  void quantilesAndTheirIntervalsAreThoseOfSurvfit(Case c, ConfidenceType type) {
    SurvivalCurve curve = fit(c, type);
    String id = id(c.name, type);

    R.all(id, "quantile")
        .forEach(
            (p, expected) -> {
              SurvivalQuantile actual = curve.quantile(Double.parseDouble(p));
              String what = id + " quantile " + p;
              assertClose(what, actual.time(), expected, ESTIMATE);
              assertClose(what, actual.confLow(), R.value(id, "quantile_low", p), ESTIMATE);
              assertClose(what, actual.confHigh(), R.value(id, "quantile_high", p), ESTIMATE);
            });
  }

  @ParameterizedTest
  @MethodSource("casesAndTypes")
  void theCurveAtATimeIsThatOfSummary(Case c, ConfidenceType type) {
    SurvivalCurve curve = fit(c, type);
    String id = id(c.name, type);

    for (Map.Entry<String, Double> entry : R.all(id, "at_surv").entrySet()) {
      String key = entry.getKey();
      SurvivalPoint point = curve.at(Double.parseDouble(key)).orElseThrow();
      String what = id + " at " + key;
      assertClose(what, point.survival(), entry.getValue(), ESTIMATE);
      assertClose(what, point.nRisk(), R.value(id, "at_n.risk", key), 0);
      assertClose(what, point.stdError(), R.value(id, "at_std.err", key), ESTIMATE);
      assertClose(what, point.confLow(), R.value(id, "at_lower", key), ESTIMATE);
      assertClose(what, point.confHigh(), R.value(id, "at_upper", key), ESTIMATE);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theRestrictedMeanIsThatOfSurvfit(Case c) {
    String horizon = R.all(c.name, "rmean").keySet().iterator().next();
    RestrictedMean mean =
        fit(c, ConfidenceType.LOG).restrictedMean(Double.parseDouble(horizon)).orElseThrow();

    assertClose("rmean", mean.mean(), R.value(c.name, "rmean", horizon), ESTIMATE);
    assertClose("se", mean.stdError(), R.value(c.name, "rmean_se", horizon), ESTIMATE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void medianFollowUpIsThatOfSurvfitWithTheStatusFlipped(Case c) {
    SurvivalQuantile median =
        KaplanMeier.withDefaults()
            .withConfidenceLevel(c.level)
            .fit(c.counts.reversed())
            .quantile(0.5);

    assertClose("median", median.time(), R.value(c.name, "follow_up", "median"), ESTIMATE);
    assertClose("low", median.confLow(), R.value(c.name, "follow_up", "low"), ESTIMATE);
    assertClose("high", median.confHigh(), R.value(c.name, "follow_up", "high"), ESTIMATE);
  }

  private static SurvivalCurve fit(Case c, ConfidenceType type) {
    return KaplanMeier.withDefaults().with(type).withConfidenceLevel(c.level).fit(c.counts);
  }

  private static double[] doubles(long[] values) {
    return Arrays.stream(values).mapToDouble(v -> v).toArray();
  }
}
