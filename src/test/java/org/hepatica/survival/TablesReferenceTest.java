package org.hepatica.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.P_VALUE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of tables and ranks, quantiles, kappa and tails against R: tables.R. */
class TablesReferenceTest {

  private static final Reference R = Reference.of("tables");

  static Stream<String> twoByTwo() {
    return Stream.of(
        "2x2 large", "2x2 small", "2x2 zero", "2x2 lopsided", "2x2 extreme", "2x2 near");
  }

  static Stream<String> tables() {
    return Stream.concat(twoByTwo(), Stream.of("3x2", "4x3"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void chiSquaredIsThatOfChisqTest(String name) {
    assertChiSquared(name, ContingencyChoice.CHI_SQUARED, "chisq");
    assertChiSquared(name, ContingencyChoice.CHI_SQUARED_YATES, "yates");
  }

  private static void assertChiSquared(String name, ContingencyChoice choice, String quantity) {
    ContingencyResult result = ContingencyTest.withDefaults().with(choice).test(R.table(name));
    TestResult test = result.chiSquared().orElseThrow();
    assertClose(name, test.statistic(), R.value(name, quantity, "statistic"), ESTIMATE);
    assertThat(test.df()).isEqualTo((int) R.value(name, quantity, "df"));
    assertClose(name, result.pValue(), R.value(name, quantity, "p"), P_VALUE);
    assertClose(name, result.smallestExpected(), R.value(name, "expected", "min"), ESTIMATE);
  }

  @ParameterizedTest
  @MethodSource("twoByTwo")
  void exactProbabilityIsThatOfFisherTest(String name) {
    ContingencyResult result =
        ContingencyTest.withDefaults().with(ContingencyChoice.FISHER).test(R.table(name));
    assertClose(name, result.pValue(), R.value(name, "fisher", "p"), P_VALUE);
    assertThat(result.method()).isEqualTo(ContingencyMethod.FISHER);
  }

  @ParameterizedTest
  @CsvSource({
    "lung, age, female",
    "veteran, karno, trt",
    "rotterdam, nodes, chemo",
    "rotterdam, age, meno"
  })
  void rankSumsAndQuantilesAreThoseOfR(String data, String column, String group) {
    PublicData rows = PublicData.of(data);
    ValueCounts first = ValueCounts.of(rows.where(group, "0").numbers(column));
    ValueCounts second = ValueCounts.of(rows.where(group, "1").numbers(column));
    String id = data + " " + column + " by " + group;

    RankSumResult result = RankSumTest.withDefaults().test(first, second);
    assertClose(id, result.statistic(), R.value(id, "wilcox", "w"), ESTIMATE);
    assertClose(id, result.pValue(), R.value(id, "wilcox", "p"), P_VALUE);
    RankSumResult plain =
        RankSumTest.withDefaults().withoutContinuityCorrection().test(first, second);
    assertClose(id, plain.pValue(), R.value(id, "wilcox_uncorrected", "p"), P_VALUE);
    R.all(id, "quantile")
        .forEach(
            (p, expected) ->
                assertClose(id, first.quantile(Double.parseDouble(p)), expected, ESTIMATE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kappa 3x3", "kappa 2x2"})
  void kappaAndItsIntervalFollowTheTextbook(String name) {
    KappaResult.Kappa kappa =
        Agreement.withDefaults().kappa(R.table(name)).estimate().orElseThrow();
    assertClose(name, kappa.kappa(), R.value(name, "kappa", "estimate"), ESTIMATE);
    assertClose(name, kappa.stdError(), R.value(name, "kappa", "se"), ESTIMATE);
    assertClose(name, kappa.interval().low(), R.value(name, "kappa", "low"), ESTIMATE);
    assertClose(name, kappa.interval().high(), R.value(name, "kappa", "high"), ESTIMATE);
  }

  @Test
  void tailsKeepTheirDigitsFarOut() {
    R.all("tails", "chisq")
        .forEach(
            (key, expected) -> {
              String[] parts = key.split("/");
              double statistic = Double.parseDouble(parts[0]);
              double actual = Tail.chiSquared(statistic, Integer.parseInt(parts[1]));
              assertClose(key, actual, expected, 1e-10);
            });
    R.all("tails", "normal")
        .forEach(
            (z, expected) ->
                assertClose(z, Tail.normalTwoSided(Double.parseDouble(z)), expected, 1e-10));
    R.all("tails", "deviate")
        .forEach(
            (level, expected) ->
                assertClose(level, Tail.deviateFor(Double.parseDouble(level)), expected, 1e-13));
  }
}
