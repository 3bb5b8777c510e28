package org.hepatica.survival.competing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.P_VALUE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hepatica.survival.Reference;
import org.hepatica.survival.TestResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cumulative incidence and Gray's test against R's cmprsk: competing.R. */
class CompetingReferenceTest {

  private static final Reference R = Reference.of("competing");

  static Stream<Arguments> groups() {
    CompetingSample pbc = CompetingSample.of("pbc");
    CompetingCounts tiny =
        CompetingCounts.of(new double[] {1, 2, 2, 3, 4, 4}, new int[] {1, 2, 1, 0, 1, 2});
    CompetingCounts ended =
        CompetingCounts.of(new double[] {1, 1, 2, 3, 3, 5}, new int[] {2, 1, 1, 2, 2, 1});
    return Stream.of(
            Map.entry("mgus2", CompetingSample.of("mgus2").counts()),
            Map.entry("pbc", pbc.counts()),
            Map.entry("pbc years", pbc.years().counts()),
            Map.entry("tiny", tiny),
            Map.entry("ended", ended))
        .flatMap(e -> Stream.of(1, 2).map(cause -> Arguments.of(e.getKey(), e.getValue(), cause)));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theCurveAndItsVarianceAreThoseOfCuminc(String name, CompetingCounts counts, int cause) {
    IncidenceCurve curve = AalenJohansen.withDefaults().fit(counts).cause(cause).orElseThrow();
    String id = name + " " + cause;
    double[] time = curve.time();
    int[] at =
        R.all(id, "est").keySet().stream()
            .mapToInt(key -> Arrays.binarySearch(time, Double.parseDouble(key)))
            .toArray();
    double[] estimate = Arrays.stream(at).mapToDouble(i -> curve.estimate()[i]).toArray();
    double[] variance = Arrays.stream(at).mapToDouble(i -> curve.variance()[i]).toArray();
    assertClose("est", estimate, R.values(id, "est"), ESTIMATE);
    assertClose("var", variance, R.values(id, "var"), ESTIMATE);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theCurveAtTimesIsThatOfTimepoints(String name, CompetingCounts counts, int cause) {
    IncidenceCurve curve = AalenJohansen.withDefaults().curve(counts, cause);
    String id = name + " " + cause;

    for (Map.Entry<String, Double> entry : R.all(id, "at_est").entrySet()) {
      String key = entry.getKey();
      Optional<IncidencePoint> point = curve.at(Double.parseDouble(key));
      assertThat(point.isEmpty()).as(id + " at " + key).isEqualTo(entry.getValue().isNaN());
      point.ifPresent(p -> assertPoint(id, key, p));
    }
  }

  private static void assertPoint(String id, String key, IncidencePoint point) {
    String what = id + " at " + key;
    assertClose(what, point.estimate(), R.value(id, "at_est", key), ESTIMATE);
    double variance = point.stdError() * point.stdError();
    assertClose(what, variance, R.value(id, "at_var", key), ESTIMATE);
    assertClose(what, point.confLow(), R.value(id, "at_low", key), ESTIMATE);
    assertClose(what, point.confHigh(), R.value(id, "at_high", key), ESTIMATE);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void allCausesAndEventFreeSurvivalAddUpToOne(String name, CompetingCounts counts, int cause) {
    CumulativeIncidence fit = AalenJohansen.withDefaults().fit(counts);
    for (double time : counts.times()) {
      double sum =
          fit.causes().stream().mapToDouble(c -> c.at(time).orElseThrow().estimate()).sum();
      double free = fit.eventFree().at(time).orElseThrow().survival();
      assertThat(Math.abs(sum + free - 1)).as(name).isLessThan(1e-13);
    }
  }

  private record Gray(String name, List<List<CompetingCounts>> strata) {}

  static Stream<Arguments> tests() {
    CompetingSample pbc = CompetingSample.of("pbc");
    return Stream.of(
            new Gray("mgus2 sex", List.of(CompetingSample.of("mgus2").groups("male"))),
            new Gray("pbc trt", List.of(pbc.groups("trt"))),
            new Gray("pbc stage", List.of(pbc.groups("stage"))),
            new Gray("pbc years stage", List.of(pbc.years().groups("stage"))),
            new Gray("pbc trt by stage", pbc.groups("trt", "stage")),
            new Gray("pbc years edema by trt", pbc.years().groups("edema", "trt")))
        .flatMap(
            gray ->
                DoubleStream.of(0, 1, -0.5)
                    .boxed()
                    .flatMap(rho -> Stream.of(1, 2).map(cause -> Arguments.of(gray, rho, cause))));
  }

  @ParameterizedTest
  @MethodSource("tests")
  void graysTestIsThatOfCuminc(Gray gray, double rho, int cause) {
    GrayResult result = GrayTest.withDefaults().withRho(rho).testStratified(gray.strata, cause);
    TestResult test = result.test().orElseThrow();
    String id = gray.name + " " + (rho == -0.5 ? "-0.5" : String.valueOf((int) rho)) + " " + cause;

    assertClose(id, test.statistic(), R.value(id, "test", "statistic"), ESTIMATE);
    assertThat(test.df()).isEqualTo((int) R.value(id, "test", "df"));
    assertClose(id, test.pValue(), R.value(id, "test", "p"), P_VALUE);
    assertThat(result.warnings()).isEmpty();
  }
}
