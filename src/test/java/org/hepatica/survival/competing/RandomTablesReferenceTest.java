package org.hepatica.survival.competing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hepatica.survival.ConfidenceType;
import org.hepatica.survival.CurveVariance;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.LogRank;
import org.hepatica.survival.Reference;
import org.hepatica.survival.SurvivalCounts;
import org.hepatica.survival.SurvivalCurve;
import org.hepatica.survival.SurvivalRows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every estimator on forty small tables full of corners, against R: random-tables.R. */
class RandomTablesReferenceTest {

  private static final Reference R = Reference.of("random-tables");
  private static final CompetingSample ALL = CompetingSample.of("random-tables-rows");

  static IntStream tables() {
    return IntStream.rangeClosed(1, 40);
  }

  static Stream<Integer> grayTables() {
    return tables().boxed().filter(table -> R.has(table + " gray", "1"));
  }

  static Stream<Integer> logRankTables() {
    return tables().boxed().filter(table -> R.has(table + " log-rank", "statistic"));
  }

  static Stream<Integer> modelTables() {
    return tables().boxed().filter(table -> R.has(table + " crr", "coef"));
  }

  private static CompetingSample table(int number) {
    return ALL.where("table", String.valueOf(number));
  }

  private static int[] whole(CompetingSample data, String column) {
    return Arrays.stream(data.numbers(column)).mapToInt(value -> (int) value).toArray();
  }

  private static boolean[] events(CompetingSample data) {
    double[] numbers = data.numbers("event");
    boolean[] event = new boolean[numbers.length];
    IntStream.range(0, event.length).forEach(i -> event[i] = numbers[i] == 1);
    return event;
  }

  @ParameterizedTest
  @MethodSource("tables")
  void curvesAreThoseOfSurvfit(int number) {
    CompetingSample data = table(number);
    List<String> types = List.of("log", "log-log", "plain", "logit", "arcsin");
    String type = types.get(number % 5).toUpperCase(Locale.ROOT).replace('-', '_');
    KaplanMeier km = KaplanMeier.withDefaults().with(ConfidenceType.valueOf(type));
    KaplanMeier robust = km.with(CurveVariance.ROBUST);
    SurvivalRows right = SurvivalRows.of(data.time(), events(data));
    SurvivalRows late = right.withEntry(data.numbers("entry"));
    double[] weight = data.numbers("weight");
    int[] id = whole(data, "id");

    assertCurve(number + " late", km.fit(late));
    assertCurve(
        number + " late weighted clustered", km.fit(late.withWeight(weight).withCluster(id)));
    assertCurve(number + " weighted", robust.fit(right.withWeight(weight)));
    assertCurve(number + " weighted", robust.fit(right.withWeight(weight).counts()));
    assertCurve(number + " clustered", km.fit(right.withCluster(id)));
  }

  private static void assertCurve(String id, SurvivalCurve curve) {
    assertThat(curve.time())
        .containsExactly(
            R.all(id, "surv").keySet().stream().mapToDouble(Double::parseDouble).toArray());
    assertClose(id + " n.risk", curve.weightAtRisk(), R.values(id, "n.risk"), ESTIMATE);
    assertClose(id + " surv", curve.survival(), R.values(id, "surv"), ESTIMATE);
    assertClose(id + " std.err", curve.stdError(), R.values(id, "std.err"), ESTIMATE);
    assertClose(id + " lower", curve.confLow(), R.values(id, "lower"), ESTIMATE);
    assertClose(id + " upper", curve.confHigh(), R.values(id, "upper"), ESTIMATE);
  }

  /** Counts of each of three groups in each of two strata, some of them of nobody. */
  private static <T> List<List<T>> cells(
      CompetingSample data, BiFunction<CompetingSample, String, T> counts) {
    return Stream.of("1", "2")
        .map(s -> data.where("stratum", s))
        .map(part -> Stream.of("1", "2", "3").map(g -> counts.apply(part, g)).toList())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("logRankTables")
  void logRankTestsAreThoseOfSurvdiff(int number) {
    List<List<SurvivalCounts>> cells =
        cells(
            table(number),
            (part, g) -> {
              CompetingSample cell = part.where("group", g);
              return SurvivalCounts.of(cell.time(), events(cell));
            });
    double expected = R.value(number + " log-rank", "statistic", "");
    double statistic = LogRank.withDefaults().testStratified(cells).statistic();
    assertClose("statistic", statistic, expected, ESTIMATE);
  }

  @ParameterizedTest
  @MethodSource("grayTables")
  void graysTestsAreThoseOfCuminc(int number) {
    List<List<CompetingCounts>> cells =
        cells(table(number), (part, g) -> part.where("group", g).counts());
    GrayResult result = GrayTest.withDefaults().withRho(1).testStratified(cells, 1);
    double expected = R.value(number + " gray", "1", "");
    assertClose("statistic", result.test().orElseThrow().statistic(), expected, ESTIMATE);
  }

  @ParameterizedTest
  @MethodSource("modelTables")
  void fineGrayModelsAreThoseOfCrr(int number) {
    CompetingSample data = table(number);
    CompetingRows rows =
        CompetingRows.of(data.time(), data.cause(), data.matrix("a", "b"), List.of("a", "b"))
            .withCensoringGroup(whole(data, "group"));
    FineGrayFit fit = FineGray.withDefaults().fit(rows, 1);
    for (Map.Entry<String, Double> entry : R.all(number + " crr", "coef").entrySet()) {
      double coefficient = fit.coefficient(entry.getKey()).estimate().orElseThrow().coefficient();
      assertClose(entry.getKey(), coefficient, entry.getValue(), 1e-7);
    }
    double[][] v = fit.covariance();
    double[] flat = {v[0][0], v[0][1], v[1][0], v[1][1]};
    assertClose("var", flat, R.values(number + " crr", "var"), 1e-7);
  }
}
