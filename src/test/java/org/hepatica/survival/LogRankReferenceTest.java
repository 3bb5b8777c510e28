package org.hepatica.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.P_VALUE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Log-rank and G-rho tests against R's survdiff: log-rank.R. */
class LogRankReferenceTest {

  private static final Reference R = Reference.of("log-rank");

  private record Case(String name, double rho, List<List<SurvivalCounts>> strata) {}

  static Stream<Case> cases() {
    PublicData lung = PublicData.of("lung");
    PublicData veteran = PublicData.of("veteran");
    PublicData colon = PublicData.of("colon");
    PublicData rotterdam = PublicData.of("rotterdam");
    return Stream.concat(
        Stream.of(new Case("lung female", 0.5, List.of(lung.groups("female")))),
        Stream.of(0.0, 1.0)
            .flatMap(
                rho ->
                    Stream.of(
                        new Case("lung female", rho, List.of(lung.groups("female"))),
                        new Case("veteran celltype", rho, List.of(veteran.groups("celltype"))),
                        new Case("veteran trt by celltype", rho, veteran.groups("trt", "celltype")),
                        new Case("colon rx", rho, List.of(colon.groups("rx"))),
                        new Case("colon rx by extent", rho, colon.groups("rx", "extent")),
                        new Case(
                            "rotterdam size by chemo", rho, rotterdam.groups("size", "chemo")))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void statisticAndObservedAndExpectedAreThoseOfSurvdiff(Case c) {
    LogRankResult result = LogRank.withDefaults().withRho(c.rho).testStratified(c.strata);
    String id = c.name + " " + (c.rho == 0.5 ? "0.5" : String.valueOf((int) c.rho));

    assertClose("statistic", result.statistic(), R.value(id, "test", "statistic"), ESTIMATE);
    assertThat(result.df()).isEqualTo((int) R.value(id, "test", "df"));
    assertClose("p", result.pValue(), R.value(id, "test", "p"), P_VALUE);
    assertClose("n", doubles(result.n()), R.values(id, "n"), 0);
    assertClose("observed", doubles(result.observed()), R.values(id, "observed"), ESTIMATE);
    assertClose("expected", doubles(result.expected()), R.values(id, "expected"), ESTIMATE);
    assertThat(result.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,0", "0,1", "1,1", "0.5,2"})
  void flemingHarringtonTestsAreThoseOfTheFormula(String p, String q) {
    LogRank test =
        LogRank.withDefaults().withFlemingHarrington(Double.parseDouble(p), Double.parseDouble(q));
    String weight = " " + p + " " + q;
    assertTest("fh lung female" + weight, test.test(PublicData.of("lung").groups("female")));
    assertTest(
        "fh colon rx by extent" + weight,
        test.testStratified(PublicData.of("colon").groups("rx", "extent")));
  }

  private static void assertTest(String id, LogRankResult result) {
    assertClose("statistic", result.statistic(), R.value(id, "test", "statistic"), ESTIMATE);
    assertThat(result.df()).isEqualTo((int) R.value(id, "test", "df"));
    assertClose("p", result.pValue(), R.value(id, "test", "p"), P_VALUE);
  }

  @Test
  void trendOverOrderedGroupsIsThatOfTheScores() {
    TestResult lung =
        LogRank.withDefaults().testTrend(List.of(PublicData.of("lung").groups("ecog")), 0, 1, 2, 3);
    assertClose("trend", lung.statistic(), R.value("lung ecog", "trend", "statistic"), ESTIMATE);
    assertClose("p", lung.pValue(), R.value("lung ecog", "trend", "p"), P_VALUE);

    String id = "colon extent by rx";
    List<List<SurvivalCounts>> colon = PublicData.of("colon").groups("extent", "rx");
    TestResult stratified = LogRank.withDefaults().testTrend(colon, 1, 2, 4, 8);
    assertClose("trend", stratified.statistic(), R.value(id, "trend", "statistic"), ESTIMATE);
    TestResult shifted =
        LogRank.withDefaults().testTrend(colon, 1e6 + 3, 1e6 + 6, 1e6 + 12, 1e6 + 24);
    assertClose("shifted", shifted.statistic(), stratified.statistic(), ESTIMATE);
  }

  @ParameterizedTest
  @CsvSource({"NONE,none", "BONFERRONI,bonferroni", "HOLM,holm", "BENJAMINI_HOCHBERG,BH"})
  void pairsHaveTheirPValuesAdjusted(PAdjustment adjustment, String method) {
    List<PairwiseLogRank.Comparison> pairs =
        PairwiseLogRank.withDefaults()
            .with(adjustment)
            .test(List.of(PublicData.of("veteran").groups("celltype")));
    List<String> levels = PublicData.of("veteran").levels("celltype");

    assertThat(pairs).hasSize(6);
    for (PairwiseLogRank.Comparison pair : pairs) {
      String key = levels.get(pair.first()) + "-" + levels.get(pair.second());
      double expected = R.value("veteran pairs", method, key);
      assertClose(key, pair.adjustedPValue(), expected, P_VALUE);
    }
  }

  private static double[] doubles(List<? extends Number> values) {
    return values.stream().mapToDouble(Number::doubleValue).toArray();
  }
}
