package org.hepatica.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hepatica.ml.show.Format;
import org.junit.jupiter.api.Test;

class SurvivalResultTest {

  private static final SurvivalTable TABLE = new SurvivalTable(1000, 1, Path.of("nowhere"));

  @Test
  void jsonIsAListOfMeasurements() throws IOException {
    JsonNode json = new ObjectMapper().readTree(result(0.5).as(Format.JSON));

    assertThat(json.isArray()).isTrue();
    assertThat(json.get(0).toString())
        .isEqualTo(
            "{\"task\":\"cox7-strata\",\"n\":1000,\"engine\":\"hepatica\",\"seconds_cold\":4.0,"
                + "\"seconds_warm\":2.0,\"peak_mb\":800.5}");
    assertThat(json.get(2).toString())
        .isEqualTo(
            "{\"task\":\"cox7-strata\",\"n\":1000,\"engine\":\"scan\",\"seconds_cold\":3.0,"
                + "\"seconds_warm\":null,\"peak_mb\":null}");
  }

  @Test
  void csvHasTheSameColumnsAndEmptyCells() {
    assertThat(result(0.5).as(Format.CSV))
        .isEqualTo(
            """
            task,n,engine,seconds_cold,seconds_warm,peak_mb
            cox7-strata,1000,hepatica,4.0,2.0,800.5
            cox7-strata,1000,r-typed,51.0,50.0,5000.0
            cox7-strata,1000,scan,3.0,,
            """);
  }

  @Test
  void ratiosAreShownOfWhatComputedTheSame() {
    SurvivalResult result = result(0.5);

    assertThat(result.isTrustworthy()).isTrue();
    assertThat(ratios(result)).startsWith("cox7-strata        25.00           -       12.50");
  }

  @Test
  void noRatioIsShownWhenFiguresDiffer() {
    SurvivalResult result = result(0.5 + 1e-7);

    assertThat(result.isTrustworthy()).isFalse();
    assertThat(ratios(result))
        .isEqualTo("cox7-strata  no ratio: ours and R's did not compute the same, see below");
    assertThat(result.as(Format.TEXT))
        .doesNotContain("25.00")
        .contains("NOT THE SAME  cox7-strata: ours and R's 'hai' differ by 2.0e-07, relative");
  }

  @Test
  void withoutRRatiosToTheScanRemain() {
    SurvivalResult result =
        new SurvivalResult(
            TABLE,
            new Runs(0, 1),
            Optional.empty(),
            List.of(
                measured(Contender.HEPATICA, List.of(4.0, 3.0), 0.5),
                measured(Contender.SCAN, List.of(3.0, 2.0), null)));

    assertThat(result.isTrustworthy()).isTrue();
    assertThat(ratios(result)).contains("1.50").endsWith("not compared with R");
    assertThat(result.as(Format.TEXT)).contains("R with its survival package is not there");
  }

  @Test
  void warmSecondsAreTheMedianOfAllRunsButTheFirst() {
    assertThat(observation(9.0, 3.0, 1.0, 2.0).warm()).isEqualTo(2.0);
    assertThat(observation(9.0, 3.0, 1.0).warm()).isEqualTo(2.0);
    assertThat(observation(9.0).warm()).isNull();
    assertThat(observation(9.0, 3.0).cold()).isEqualTo(9.0);
  }

  private static String ratios(SurvivalResult result) {
    return result
        .as(Format.TEXT)
        .lines()
        .dropWhile(line -> !line.startsWith("ratio"))
        .skip(1)
        .findFirst()
        .orElseThrow();
  }

  private static Observation observation(Double... seconds) {
    return new Observation(List.of(seconds), null, Map.of(), List.of());
  }

  private static SurvivalResult result(double theirs) {
    return new SurvivalResult(
        TABLE,
        new Runs(12, 3),
        Optional.of("R"),
        List.of(
            measured(Contender.HEPATICA, List.of(4.0, 1.0, 3.0, 2.0), 0.5),
            measured(Contender.R_TYPED, List.of(51.0, 50.0), theirs),
            measured(Contender.SCAN, List.of(3.0), null)));
  }

  private static Measured measured(Contender contender, List<Double> seconds, Double hai) {
    Double peak =
        switch (contender) {
          case HEPATICA -> 800.5;
          case R_TYPED -> 5000.0;
          default -> null;
        };
    Map<String, Double> figures = hai == null ? Map.of() : Map.of("hai", hai);
    return new Measured(
        SurvivalTask.COX7_STRATA, contender, new Observation(seconds, peak, figures, List.of()));
  }
}
