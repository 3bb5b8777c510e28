package org.hepatica.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.survival.Reference;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.cox.CoxCoefficient;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.ElasticNet;
import org.hepatica.survival.cox.ElasticNetFit;
import org.hepatica.survival.cox.Penalty;
import org.hepatica.survival.cox.StepwiseSelection;
import org.hepatica.survival.cox.Ties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Penalised models on datasets: glmnet's path (cox-penalised.R), counted or not. */
class PenalisedSparkTest {

  private static final Reference R = Reference.of("cox-penalised");
  private static final Limits NOTHING = new Limits(2, 2, 2, 2);
  private static final double[] STRENGTHS = {0.2, 0.05, 0.01, 0.001};

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.3", "1"})
  void theElasticNetsPathIsThatOfGlmnet(String mixing) {
    ElasticNet net =
        ElasticNet.withDefaults().with(Ties.BRESLOW).withMixing(Double.parseDouble(mixing));

    List<PenalisedModel> path = monthly(3).elasticNet(net, STRENGTHS);

    assertThat(path).hasSameSizeAs(STRENGTHS);
    for (PenalisedModel model : path) {
      assertThat(model.fit().converged()).isTrue();
      assertThat(model.path()).isEqualTo(Model.Path.COLLAPSED);
      R.all("glmnet " + mixing, "lambda " + model.fit().regParam())
          .forEach(
              (column, expected) ->
                  assertClose(column, model.fit().coefficient(column), expected, ESTIMATE));
    }
  }

  @ParameterizedTest
  @CsvSource({"1,EFRON,1", "3,BRESLOW,0.3", "7,EFRON,0"})
  void whatIsNotCountedIsPenalisedAlike(int partitions, Ties ties, double mixing) {
    ElasticNet net = ElasticNet.withDefaults().with(ties).withMixing(mixing);

    List<PenalisedModel> counted = monthly(partitions).elasticNet(net, 0.05, 0.001);
    List<PenalisedModel> direct = monthly(partitions).limits(NOTHING).elasticNet(net, 0.05, 0.001);

    assertSame(direct, counted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | EFRON   | 1   | Surv(months, event)       | trt + karno + age                | f |
          2 | BRESLOW | 0.5 | Surv(months, event)       | trt + karno + age                |   | w
          7 | EFRON   | 0   | Surv(months, event)       | trt + karno + age + offset(o)    | f | w
          2 | EFRON   | 0.5 | Surv(months, event)       | karno + age + strata(celltype)   | g | w
          7 | BRESLOW | 1   | Surv(late, months, event) | trt + karno + age                |   |
          1 | EFRON   | 0.5 | Surv(late, months, event) | trt + karno + age + cluster(age) | f | w
          """)
  void weightsAndFrequenciesCountInThePenaltyToo(
      int partitions,
      Ties ties,
      double mixing,
      String response,
      String right,
      String frequency,
      String weight) {
    ElasticNet net = ElasticNet.withDefaults().with(ties).withMixing(mixing);
    Survival survival = Survival.of(unequal(partitions)).formula(response + " ~ " + right);
    survival = frequency == null ? survival : survival.frequency(frequency);
    survival = weight == null ? survival : survival.weights(weight);

    List<PenalisedModel> counted = survival.elasticNet(net, 0.05, 0.001);
    List<PenalisedModel> direct = survival.limits(NOTHING).elasticNet(net, 0.05, 0.001);

    assertSame(direct, counted);
  }

  private static void assertSame(List<PenalisedModel> direct, List<PenalisedModel> counted) {
    for (int i = 0; i < counted.size(); i++) {
      assertThat(direct.get(i).path()).isEqualTo(Model.Path.DIRECT);
      assertThat(direct.get(i).n()).isEqualTo(counted.get(i).n());
      assertThat(direct.get(i).events()).isEqualTo(counted.get(i).events());
      assertThat(direct.get(i).fit().converged()).isTrue();
      double empty = direct.get(i).logLikelihoodNull();
      assertClose("null", empty, counted.get(i).logLikelihoodNull(), ESTIMATE);
      ElasticNetFit expected = counted.get(i).fit();
      for (String column : expected.names()) {
        double found = direct.get(i).fit().coefficient(column);
        assertClose(column, found, expected.coefficient(column), ESTIMATE);
      }
    }
  }

  @Test
  void theEmptyModelsLikelihoodIsThatOfCox() {
    double empty = monthly(2).elasticNet(ElasticNet.withDefaults(), 0.1).get(0).logLikelihoodNull();

    assertClose(
        "null",
        empty,
        monthly(2).cox(CoxRegression.withDefaults()).fit().logLikelihoodNull(),
        ESTIMATE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | EFRON   | Surv(months, event)       | trt + karno + celltype                |   |
          2 | BRESLOW | Surv(months, event)       | trt * karno + age                     |   |
          7 | EFRON   | Surv(months, event)       | early + karno + log(diagtime)         |   |
          2 | EFRON   | Surv(months, event)       | early + karno + strata(celltype)      | f | w
          7 | BRESLOW | Surv(months, event)       | early + age + offset(o)               | g | w
          1 | EFRON   | Surv(late, months, event) | trt + karno + strata(prior)           |   | w
          2 | EFRON   | Surv(late, months, event) | early + karno + cluster(age)          | f |
          7 | BRESLOW | Surv(months, event)       | I(1000000 + karno) + age + I(2 * age) |   |
          """)
  void firthsPenaltyIsTheSameWhereRowsLie(
      int partitions, Ties ties, String response, String right, String frequency, String weight) {
    CoxRegression firth = CoxRegression.withDefaults().with(ties).with(Penalty.FIRTH);
    Survival survival = Survival.of(unequal(partitions)).formula(response + " ~ " + right);
    survival = frequency == null ? survival : survival.frequency(frequency);
    survival = weight == null ? survival : survival.weights(weight);

    CoxFit counted = survival.cox(firth).fit();
    Model direct = survival.limits(NOTHING).cox(firth);

    assertThat(direct.path()).isEqualTo(Model.Path.DIRECT);
    assertThat(direct.fit().converged()).isTrue();
    assertThat(direct.fit().isRobust()).isEqualTo(counted.isRobust());
    assertClose("l", direct.fit().logLikelihood(), counted.logLikelihood(), ESTIMATE);
    assertClose("null", direct.fit().logLikelihoodNull(), counted.logLikelihoodNull(), ESTIMATE);
    assertSame(direct.fit().score(), counted.score());
    assertSame(direct.fit().likelihoodRatio(), counted.likelihoodRatio());
    assertSame(direct.fit().wald(), counted.wald());
    for (CoxCoefficient expected : counted.coefficients()) {
      CoxCoefficient found = direct.fit().coefficient(expected.name());
      assertThat(found.status()).isEqualTo(expected.status());
      expected.estimate().ifPresent(e -> assertSame(found.estimate().orElseThrow(), e));
    }
  }

  private static void assertSame(TestResult found, TestResult expected) {
    assertClose("test", found.statistic(), expected.statistic(), ESTIMATE);
  }

  private static void assertSame(WaldEstimate found, WaldEstimate expected) {
    assertClose("coefficient", found.coefficient(), expected.coefficient(), ESTIMATE);
    assertClose("std", found.stdError(), expected.stdError(), ESTIMATE);
  }

  @Test
  void aSelectionWithFirthsPenaltyIsTheSameWhereRowsLie() {
    StepwiseSelection options =
        StepwiseSelection.withDefaults().with(CoxRegression.withDefaults().with(Penalty.FIRTH));

    Selected counted = monthly(3).select(options);
    Selected direct = monthly(3).limits(NOTHING).select(options);

    assertThat(direct.model().path()).isEqualTo(Model.Path.DIRECT);
    assertThat(direct.model().columns()).isEqualTo(counted.model().columns());
    assertClose(
        "l", direct.model().fit().logLikelihood(), counted.model().fit().logLikelihood(), ESTIMATE);
  }

  private static Survival monthly(int partitions) {
    return Survival.of(rows(partitions))
        .formula("Surv(months, event) ~ trt + karno + diagtime + age + prior");
  }

  private static Dataset<Row> rows(int partitions) {
    return ReferenceTable.of("veteran")
        .repartition(partitions)
        .selectExpr("*", "ceil(time / 30) as months");
  }

  /** The same with frequencies, some of them 0, case weights, offsets and late entries. */
  private static Dataset<Row> unequal(int partitions) {
    return rows(partitions)
        .selectExpr(
            "*",
            "cast(karno % 3 + 1 as int) as f",
            "cast(age % 3 as int) as g",
            "0.5 + (age % 7) / 4 as w",
            "diagtime / 20 as o",
            // Who has it has the event at once: its coefficient runs to infinity.
            "if(time < 8 and event = 1, 1, 0) as early",
            "if(age > 60, cast(age % 3 as double), double('-Infinity')) as late");
  }
}
