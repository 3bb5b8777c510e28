package org.hepatica.ml.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.hepatica.TestSpark;
import org.hepatica.ml.Model;
import org.hepatica.ml.Survival;
import org.hepatica.ml.file.DataFile;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.LogRank;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.ProportionalHazardsTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text is what R prints; JSON has the keys that were promised. */
class ShownSparkTest {

  private static final CurveOptions PLAIN =
      new CurveOptions(List.of(), OptionalDouble.empty(), 0.95);

  @Test
  void curvesAreLaidOutAsSurvfitPrintsThem() {
    CurveOptions options =
        new CurveOptions(List.of(0.0, 100.0, 365.0), OptionalDouble.of(700), 0.95);

    // Differences of the means, which R does not print, follow.
    assertThat(withoutCall(curves("Surv(time, status) ~ ph.ecog + sex", options).text()))
        .startsWith(printed("km") + "\n\nRestricted means against ph.ecog=0, sex=1:");
  }

  @Test
  void aSingleCurveHasNoGroupsName() {
    CurveOptions options =
        new CurveOptions(List.of(5.0, 500.0, 900.0), OptionalDouble.empty(), 0.9);

    assertThat(withoutCall(curves("Surv(time, status) ~ 1", options).text()))
        .isEqualTo(printed("km-all"));
  }

  @ParameterizedTest
  @CsvSource({
    "logrank,lung-raw,'Surv(time, status) ~ ph.ecog',0",
    "logrank-rho,veteran,'Surv(time, event) ~ celltype + trt',1"
  })
  void testsAreLaidOutAsSurvdiffPrintsThem(String name, String data, String formula, double rho) {
    Shown shown =
        ShownComparison.of(
            of(data).formula(formula).logrank(LogRank.withDefaults().withRho(rho)), "logrank()");

    assertThat(withoutCall(shown.text())).isEqualTo(printed(name));
  }

  @ParameterizedTest
  @CsvSource({
    "cox,lung-raw,'Surv(time, status) ~ age + factor(ph.ecog) + sex'",
    "cox-interaction,veteran,'Surv(time, event) ~ trt * celltype + karno + I(age / 1000)'",
    "cox-one,veteran,'Surv(time, event) ~ karno'",
    "cox-null,lung-raw,'Surv(time, status) ~ 1'"
  })
  void modelsAreLaidOutAsSummaryOfCoxphPrintsThem(String name, String data, String formula) {
    assertThat(withoutCall(model(data, formula).text())).isEqualTo(printed(name));
  }

  @Test
  void robustErrorsStandBesideThoseOfTheModel() {
    Model weighted =
        of("veteran-weighted")
            .formula("Surv(time, event) ~ trt + celltype")
            .weights("w")
            .cox(CoxRegression.withDefaults());
    String printed = printed("cox-robust");
    // There is no robust score test.
    int robustScore = printed.indexOf(",   Robust");

    assertThat(withoutCall(ShownModel.of(weighted, "cox()").text()))
        .startsWith(printed.substring(0, robustScore))
        .endsWith("observations within a cluster, the Wald test does not).");
  }

  @Test
  void testsOfProportionalHazardsFollowTheModel() {
    Model tested =
        of("veteran")
            .formula("Surv(time, event) ~ trt + celltype + karno")
            .with(ProportionalHazardsTest.withDefaults())
            .cox(CoxRegression.withDefaults());

    assertThat(withoutCall(ShownModel.of(tested, "cox()").text())).endsWith(printed("zph"));
  }

  @Test
  void theJsonOfCurvesHasThePromisedKeysInOrder() {
    JsonNode json = json(curves("Surv(time, status) ~ sex", PLAIN));

    assertThat(json.fieldNames()).toIterable().containsExactly("groups");
    assertThat(json.at("/groups/0").fieldNames())
        .toIterable()
        .containsExactly(
            "group",
            "n",
            "events",
            "median",
            "median_conf_low",
            "median_conf_high",
            "rmst",
            "rmst_std_error",
            "curve");
    assertThat(json.at("/groups/0/curve/0").fieldNames())
        .toIterable()
        .containsExactly(
            "time",
            "n_risk",
            "n_event",
            "n_censor",
            "survival",
            "std_error",
            "conf_low",
            "conf_high");
    assertThat(json.at("/groups/0/rmst").isNull()).isTrue();
  }

  @Test
  void theJsonOfATestHasThePromisedKeysInOrder() {
    JsonNode json =
        json(
            ShownComparison.of(
                of("lung-raw").formula("Surv(time, status) ~ sex").logrank(LogRank.withDefaults()),
                "logrank()"));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("statistic", "df", "p_value", "groups");
    assertThat(json.at("/groups/1").fieldNames())
        .toIterable()
        .containsExactly("group", "n", "observed", "expected");
  }

  @Test
  void theJsonOfAModelHasThePromisedKeysInOrderAndADroppedColumnStaysWithNulls() {
    JsonNode json = json(model("lung-raw", "Surv(time, status) ~ age + I(2 * age) + ph.ecog"));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "n",
            "events",
            "ties",
            "converged",
            "iterations",
            "loglik",
            "tests",
            "concordance",
            "terms",
            "zph",
            "warnings");
    assertThat(json.at("/tests").fieldNames())
        .toIterable()
        .containsExactly("wald", "score", "likelihood_ratio");
    assertThat(json.at("/tests/wald").fieldNames())
        .toIterable()
        .containsExactly("statistic", "df", "p_value");
    assertThat(json.at("/terms/1").fieldNames())
        .toIterable()
        .containsExactly(
            "term",
            "estimate",
            "std_error",
            "robust_std_error",
            "statistic",
            "p_value",
            "conf_low",
            "conf_high",
            "hazard_ratio",
            "hazard_ratio_low",
            "hazard_ratio_high");
    assertThat(json.at("/terms/1/term").asText()).isEqualTo("I(2 * age)");
    assertThat(json.at("/terms/1").properties())
        .filteredOn(entry -> !entry.getKey().equals("term"))
        .allMatch(entry -> entry.getValue().isNull());
    assertThat(json.at("/warnings").toString())
        .contains("I(2 * age): collinear")
        .contains("1 observation deleted due to missingness");
  }

  @Test
  void csvHasAnEmptyCellWhereAValueDoesNotExistAndQuotesGroupsOfSeveralVariables() {
    CurveOptions late = new CurveOptions(List.of(900.0), OptionalDouble.empty(), 0.95);

    assertThat(curves("Surv(time, status) ~ ph.ecog + sex", late).csv().lines())
        .startsWith(
            "group,n,events,median,median_conf_low,median_conf_high,rmst,rmst_std_error,time,"
                + "n_risk,n_event,n_censor,survival,std_error,conf_low,conf_high")
        .contains("\"ph.ecog=3, sex=1\",1,1,118.0,,,,,,,,,,,,")
        .noneMatch(line -> line.contains("NaN"));
  }

  private static Shown curves(String formula, CurveOptions options) {
    KaplanMeier level = KaplanMeier.withDefaults().withConfidenceLevel(options.level());
    return ShownCurves.of(of("lung-raw").formula(formula).km(level), "km()", options);
  }

  private static Shown model(String data, String formula) {
    return ShownModel.of(of(data).formula(formula).cox(CoxRegression.withDefaults()), "cox()");
  }

  private static Survival of(String data) {
    return Survival.of(DataFile.of(resource(data + ".csv")).read(TestSpark.session()));
  }

  private static JsonNode json(Shown shown) {
    try {
      return new ObjectMapper().readTree(shown.json());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String withoutCall(String text) {
    return lines(text.substring(text.indexOf("\n\n") + 2));
  }

  private static String printed(String name) {
    try {
      return lines(Files.readString(resource("table-commands-" + name + ".txt")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Blanks at the ends of lines and of the text say nothing. */
  private static String lines(String text) {
    return text.lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }

  private static Path resource(String name) {
    try {
      return Path.of(ShownSparkTest.class.getResource("/reference/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
