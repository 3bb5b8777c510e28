package org.hepatica.ml.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hepatica.TestSpark;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.survival.PublicData;
import org.hepatica.survival.cox.Concordance;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.CoxData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spark's own tuning chooses a penalty; the evaluator's concordance is exact. */
class CrossValidationSparkTest {

  private static final int NOISE = 12;
  private static final Limits NOTHING = new Limits(2, 2, 2, 2);

  @Test
  void aCrossValidatorChoosesThePenaltyThatLeavesTheNoiseOut() {
    CoxRegression cox = new CoxRegression().setTies("breslow").setElasticNetParam(1);
    ParamMap[] grid =
        new ParamGridBuilder().addGrid(cox.regParam(), new double[] {0, 0.1, 3}).build();
    CrossValidator validator =
        new CrossValidator()
            .setEstimator(cox)
            .setEstimatorParamMaps(grid)
            .setEvaluator(new ConcordanceEvaluator())
            .setNumFolds(2)
            .setSeed(7);

    CrossValidatorModel chosen = validator.fit(noisy().cache());

    CoxRegressionModel best = (CoxRegressionModel) chosen.bestModel();
    assertThat(best.getRegParam()).isEqualTo(0.1);
    assertThat(best.coefficients().apply(0)).isPositive();
    assertThat(best.terms())
        .filteredOn(term -> term.coefficient().orElseThrow() == 0)
        .hasSizeGreaterThan(NOISE / 2 - 1);
    // Of the largest penalty nothing is left, so every pair is tied.
    assertThat(chosen.avgMetrics()[2]).isEqualTo(0.5);
    assertThat(chosen.avgMetrics()[1]).isGreaterThan(chosen.avgMetrics()[0]).isGreaterThan(0.5);
  }

  /** Few subjects, one column that matters among many that do not. */
  private static Dataset<Row> noisy() {
    Random random = new Random(20240611L);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double[] x = new double[1 + NOISE];
      for (int j = 0; j < x.length; j++) {
        x[j] = random.nextInt(5) - 2;
      }
      double time = Math.ceil(-100 * Math.log(1 - random.nextDouble()) / Math.exp(0.5 * x[0]));
      double event = random.nextDouble() < 0.7 ? 1 : 0;
      rows.add(RowFactory.create(time, event, Vectors.dense(x)));
    }
    StructType schema =
        new StructType()
            .add("label", DataTypes.DoubleType)
            .add("censor", DataTypes.DoubleType)
            .add("features", SQLDataTypes.VectorType());
    return TestSpark.session().createDataFrame(rows, schema);
  }

  @ParameterizedTest
  @CsvSource({"harrell,", "uno,", "harrell,365", "uno,365"})
  void theConcordanceIsThatOfTheRows(String metric, Double horizon) {
    PublicData lung = PublicData.of("lung");
    double[] risk = lung.numbers("ecog");
    CoxData rows = CoxData.of(lung.time(), lung.event(), new double[risk.length][0], List.of());
    Concordance exact = Concordance.withDefaults();
    exact = metric.equals("uno") ? exact.uno() : exact;
    exact = horizon == null ? exact : exact.upTo(horizon);
    ConcordanceEvaluator evaluator =
        new ConcordanceEvaluator()
            .setLabelCol("time")
            .setCensorCol("event")
            .setPredictionCol("ecog")
            .setMetricName(metric);
    if (horizon != null) {
      evaluator.setHorizon(horizon);
    }

    ConcordanceResult found =
        evaluator.result(EstimatorCase.of("lung").repartition(5)).orElseThrow();

    ConcordanceResult expected = exact.of(rows, risk).orElseThrow();
    assertClose("estimate", found.estimate(), expected.estimate(), ESTIMATE);
    assertClose("std", found.stdError(), expected.stdError(), ESTIMATE);
  }

  @Test
  void pairsAreComparedWithinStrataAndByWeight() {
    PublicData lung = PublicData.of("lung");
    double[] risk = lung.numbers("ecog");
    double[] age = lung.numbers("age");
    CoxData rows =
        CoxData.of(lung.time(), lung.event(), new double[risk.length][0], List.of())
            .withStratum(lung.codes("female"))
            .withWeight(age);
    ConcordanceEvaluator evaluator =
        new ConcordanceEvaluator()
            .setLabelCol("time")
            .setCensorCol("event")
            .setPredictionCol("ecog")
            .setStrataCol("female")
            .setWeightCol("age");

    assertClose(
        "estimate",
        evaluator.evaluate(EstimatorCase.of("lung")),
        Concordance.withDefaults().of(rows, risk).orElseThrow().estimate(),
        ESTIMATE);
  }

  @ParameterizedTest
  @CsvSource({
    "5, harrell,    ,       ,  ",
    "5, harrell, 365, female,  ",
    "2, harrell, 365,       , w",
    "1, uno,        ,       ,  ",
    "2, uno,     365, female,  ",
    "7, uno,        , female, w",
    "7, uno,     100, ecog  , w"
  })
  void predictionsThatAreNotCountedAreComparedAlike(
      int partitions, String metric, Double horizon, String strata, String weight) {
    ConcordanceEvaluator evaluator =
        new ConcordanceEvaluator()
            .setLabelCol("time")
            .setCensorCol("event")
            .setPredictionCol("age")
            .setMetricName(metric);
    evaluator = horizon == null ? evaluator : evaluator.setHorizon(horizon);
    evaluator = strata == null ? evaluator : evaluator.setStrataCol(strata);
    evaluator = weight == null ? evaluator : evaluator.setWeightCol(weight);
    Dataset<Row> rows =
        EstimatorCase.of("lung")
            .selectExpr("*", "0.5 + (age % 7) / 4 as w")
            .repartition(partitions);

    ConcordanceResult counted = evaluator.result(rows).orElseThrow();
    ConcordanceResult direct = evaluator.concordances(NOTHING).of(rows).orElseThrow();

    assertClose("estimate", direct.estimate(), counted.estimate(), ESTIMATE);
    assertClose("std", direct.stdError(), counted.stdError(), ESTIMATE);
    assertClose("concordant", direct.concordant(), counted.concordant(), ESTIMATE);
    assertClose("discordant", direct.discordant(), counted.discordant(), ESTIMATE);
    assertClose("tied", direct.tiedPredictor(), counted.tiedPredictor(), ESTIMATE);
  }

  /**
   * One event alone in its stratum has pairs of weight 1; with one behind the horizon it has not.
   */
  @Test
  void anEventBehindTheHorizonStillMakesPairsWeighted() {
    ConcordanceEvaluator evaluator =
        new ConcordanceEvaluator()
            .setLabelCol("time")
            .setCensorCol("event")
            .setPredictionCol("age")
            .setStrataCol("half")
            .setMetricName("uno")
            .setHorizon(500);
    Dataset<Row> rows =
        EstimatorCase.of("lung")
            .selectExpr(
                "time",
                "age",
                "time > 400 as half",
                "event = 1 and (time <= 400 or time in (457, 883)) as event");

    ConcordanceResult counted = evaluator.result(rows).orElseThrow();
    ConcordanceResult direct = evaluator.concordances(NOTHING).of(rows).orElseThrow();

    assertClose("concordant", direct.concordant(), counted.concordant(), ESTIMATE);
    assertClose("std", direct.stdError(), counted.stdError(), ESTIMATE);
  }

  @Test
  void nothingToCompareIsNoConcordance() {
    Dataset<Row> nobodyDied = EstimatorCase.of("lung").selectExpr("time", "0 as event", "age");
    ConcordanceEvaluator evaluator =
        new ConcordanceEvaluator()
            .setLabelCol("time")
            .setCensorCol("event")
            .setPredictionCol("age");

    assertThat(evaluator.result(nobodyDied)).isEmpty();
    assertThatThrownBy(() -> evaluator.evaluate(nobodyDied))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no two subjects can be compared");
  }
}
