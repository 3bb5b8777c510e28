package org.hepatica.ml.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.hepatica.TestSpark;
import org.hepatica.ml.CountedGroups;
import org.hepatica.ml.Survival;
import org.hepatica.ml.file.DataFile;
import org.hepatica.survival.ConfidenceType;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.LogRank;
import org.hepatica.survival.PairwiseLogRank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weighted and late curves read as R prints them; what R does not print follows. */
class ShownCurvesSparkTest {

  @ParameterizedTest
  @CsvSource({
    "weighted,veteran-weighted,'Surv(time, event) ~ trt',w,'30,90,365',LOG",
    "late,heart-weighted,'Surv(start, time, event) ~ transplant',,'10,100,365',LOG",
    "late-weighted,heart-weighted,'Surv(start, time, event) ~ surgery',share,'10,365',LOG",
    "none,veteran-weighted,'Surv(time, event) ~ trt',,'30,90',NONE"
  })
  void curvesAreLaidOutAsSurvfitPrintsThem(
      String name, String data, String formula, String weights, String times, ConfidenceType type) {
    Survival survival = of(data).formula(formula);
    CurveOptions options =
        new CurveOptions(
            Arrays.stream(times.split(",")).map(Double::valueOf).toList(),
            OptionalDouble.empty(),
            List.of(),
            0.95,
            type != ConfidenceType.NONE);
    Shown shown =
        ShownCurves.of(
            (weights == null ? survival : survival.weights(weights))
                .km(KaplanMeier.withDefaults().with(type)),
            "km()",
            options);

    assertThat(withoutCall(shown.text())).isEqualTo(printed(name));
  }

  @Test
  void quantilesAndDifferencesOfMeansFollowTheSummary() {
    CurveOptions options =
        new CurveOptions(List.of(), OptionalDouble.of(730), List.of(0.25, 0.75), 0.95, true);
    String text =
        ShownCurves.of(
                of("lung-raw").formula("Surv(time, status) ~ sex").km(KaplanMeier.withDefaults()),
                "km()",
                options)
            .text();

    assertThat(lines(text))
        .endsWith(
            """
                * restricted mean with upper limit =  730

            Restricted means against sex=1:
                  difference   se lower 0.95 upper 0.95        p ratio lower 0.95 upper 0.95        p
            sex=2        124 33.4       58.1        189 0.000215   1.4       1.18       1.66 0.000149

            Quantiles:
                  25% 0.95LCL 0.95UCL 75% 0.95LCL 0.95UCL
            sex=1 144     107     177 457     387     574
            sex=2 226     186     340 687     550      NA"""
                .stripIndent());
  }

  @Test
  void trendAndPairsFollowTheTest() {
    CountedGroups groups = of("veteran").formula("Surv(time, event) ~ celltype").counted();
    LogRank test = LogRank.withDefaults();
    String text =
        ShownComparison.of(groups.logrank(test), "logrank()")
            .withTrend(groups.trend(test))
            .withPairs(groups.pairwise(PairwiseLogRank.withDefaults()))
            .text();

    assertThat(lines(text))
        .contains("\n\nTrend over the groups:\n Chisq= ", "\n\nEvery two groups:\n")
        .contains("celltype=adeno : celltype=large");
  }

  private static Survival of(String data) {
    return Survival.of(DataFile.of(resource(data + ".csv")).read(TestSpark.session()));
  }

  private static String withoutCall(String text) {
    return lines(text.substring(text.indexOf("\n\n") + 2));
  }

  private static String printed(String name) {
    try {
      return lines(Files.readString(resource("table-curves-" + name + ".txt")));
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
      return Path.of(ShownCurvesSparkTest.class.getResource("/reference/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
