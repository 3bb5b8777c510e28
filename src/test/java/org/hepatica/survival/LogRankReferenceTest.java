package org.hepatica.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.P_VALUE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
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

  private static double[] doubles(List<? extends Number> values) {
    return values.stream().mapToDouble(Number::doubleValue).toArray();
  }
}
