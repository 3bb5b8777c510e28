package org.hepatica.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hepatica.survival.Reference.assertClose;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.survival.Reference;
import org.hepatica.survival.competing.FineGray;
import org.hepatica.survival.competing.FineGrayFit;
import org.hepatica.survival.competing.FineGrayStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data too varied to be counted give the model that counted data give. */
class SubjectBlocksSparkTest {

  private static final Limits NOTHING = new Limits(1, 1, 1, 1);
  private static final double SAME = 1e-10;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void modelsAreThoseOfCrrWhateverThePartitioning(int partitions) {
    Reference crr = Reference.of("fine-gray");
    FineGrayFit fit =
        blocks(data("pbc").repartition(partitions), "~ trt + age + edema + bili + albumin").fit();

    assertThat(fit.status()).isEqualTo(FineGrayStatus.CONVERGED);
    for (String column : crr.all("pbc transplant", "coef").keySet()) {
      var wald = fit.coefficient(column).estimate().orElseThrow();
      double error = Math.sqrt(crr.value("pbc transplant", "var " + column, column));
      assertClose(column, wald.coefficient(), crr.value("pbc transplant", "coef", column), 1e-8);
      assertClose(column, wald.stdError(), error, 1e-8);
    }
    double[] at = crr.values("pbc transplant", "at");
    var predicted = fit.baseline().orElseThrow().predict(at);
    crr.all("pbc transplant", "predicted")
        .forEach(
            (time, incidence) ->
                assertClose(time, predicted.at(Double.parseDouble(time)), incidence, 1e-8));
  }

  @ParameterizedTest
  @CsvSource({
    "pbc,~ factor(stage) + log(bili) * trt + I(2 * age) + age",
    "pbc,~ factor(stage) + age",
    "mgus2-raw,~ sex * age + hgb + mspike"
  })
  void countedOrNotTheModelIsTheSame(String name, String right) {
    SubdistributionModel expected = model(Survival.of(data(name)), right);
    SubdistributionModel found = blocks(data(name).repartition(3), right);

    assertThat(found.missing()).isEqualTo(expected.missing());
    assertThat(found.columns()).isEqualTo(expected.columns());
    assertSame(found.fit(), expected.fit());
  }

  @Test
  void aFrequencyOfTwoIsEveryRowTwice() {
    Dataset<Row> once = data("mgus2").selectExpr("*", "if(age > 80, 0, 2) as twice");
    Dataset<Row> young = data("mgus2").where("age <= 80");

    FineGrayFit counted =
        model(Survival.of(once).frequency("twice").limits(NOTHING), "~ age + male").fit();
    assertSame(counted, blocks(young.union(young), "~ age + male").fit());
  }

  @Test
  void timesFromZeroAndTimesThatDifferByRoundingAreAsCounted() {
    Dataset<Row> shaken =
        data("mgus2")
            .selectExpr(
                "greatest(0, time - 100) / 10 * (1 + 1e-13 * (age % 3)) as time",
                "cause", "male", "age");

    assertSame(
        blocks(shaken, "~ age + male").fit(), model(Survival.of(shaken), "~ age + male").fit());
  }

  @Test
  void anOutlierBeyondAllExponentsLeavesTheOthersTheirEstimates() {
    Dataset<Row> wild = data("mgus2").selectExpr("*", "if(time = 424, 1e7, age) as wild");

    FineGrayFit fit = blocks(wild, "~ wild + male").fit();
    FineGrayFit expected = model(Survival.of(wild), "~ wild + male").fit();
    assertThat(fit.status()).isEqualTo(FineGrayStatus.CONVERGED);
    for (String column : List.of("wild", "male")) {
      var wald = fit.coefficient(column).estimate().orElseThrow();
      var counted = expected.coefficient(column).estimate().orElseThrow();
      // The outlier's spread takes six digits from the others.
      assertClose(column, wald.coefficient(), counted.coefficient(), 1e-8);
      assertClose(column, wald.stdError(), counted.stdError(), 1e-8);
    }
  }

  @Test
  void causesThatAreNoneAreNamedWhereTheyLie() {
    assertThatThrownBy(() -> model(survival("mgus2"), "cause - 1", "~ age"))
        .hasStackTraceContaining("the cause has the values [-1]");
    assertThatThrownBy(() -> model(survival("mgus2"), "2 * cause", "~ age"))
        .hasMessageContaining("nobody has cause 1");
  }

  private static void assertSame(FineGrayFit found, FineGrayFit expected) {
    assertThat(found.status()).isEqualTo(expected.status());
    assertThat(found.n()).isEqualTo(expected.n());
    assertThat(found.events()).isEqualTo(expected.events());
    assertThat(found.competing()).isEqualTo(expected.competing());
    assertThat(found.warnings()).isEqualTo(expected.warnings());
    for (var coefficient : expected.coefficients()) {
      var own = found.coefficient(coefficient.name());
      assertThat(own.reason()).isEqualTo(coefficient.reason());
      assertThat(own.estimate().isPresent()).isEqualTo(coefficient.estimate().isPresent());
      coefficient
          .estimate()
          .ifPresent(
              wald -> {
                var same = own.estimate().orElseThrow();
                assertClose(coefficient.name(), same.coefficient(), wald.coefficient(), SAME);
                assertClose(coefficient.name(), same.stdError(), wald.stdError(), SAME);
              });
    }
    assertClose("null", found.logLikelihoodNull().get(), expected.logLikelihoodNull().get(), SAME);
    assertClose("fit", found.logLikelihood().get(), expected.logLikelihood().get(), SAME);
  }

  private static Survival survival(String name) {
    return Survival.of(data(name)).limits(NOTHING);
  }

  private static SubdistributionModel blocks(Dataset<Row> data, String right) {
    return model(Survival.of(data).limits(NOTHING), right);
  }

  private static SubdistributionModel model(Survival survival, String right) {
    return model(survival, "cause", right);
  }

  private static SubdistributionModel model(Survival survival, String cause, String right) {
    return survival
        .formula("Surv(time, %s) %s".formatted(cause, right))
        .fineGray(FineGray.withDefaults());
  }

  private static Dataset<Row> data(String name) {
    return SurvivalSparkTest.reference(name);
  }
}
