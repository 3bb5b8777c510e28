package org.hepatica.ml.estimator;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.AFTSurvivalRegression;
import org.apache.spark.ml.regression.AFTSurvivalRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns mean what Spark's own survival model takes them for; what means else is refused. */
class ConventionSparkTest {

  private static final Dataset<Row> LUNG = made();

  private static CoxRegressionModel plain;

  private static Dataset<Row> lung() {
    return LUNG;
  }

  /** Of age, sex and performance; fitted once. */
  private static CoxRegressionModel plain() {
    if (plain == null) {
      plain = cox().setCensorCol("event").fit(LUNG);
    }
    return plain;
  }

  private static Dataset<Row> made() {
    Dataset<Row> rows =
        EstimatorCase.of("lung")
            .selectExpr(
                "*",
                "cast(1 - event as int) as CNSR",
                "time as AVAL",
                "cast(event as double) as censor",
                "event = 1 as died",
                "event + 1 as status",
                "if(ecog = 2, null, ecog) as gap",
                "concat('s', female) as word");
    return assembler("age", "female", "ecog").transform(rows);
  }

  private static VectorAssembler assembler(String... columns) {
    return new VectorAssembler().setInputCols(columns).setOutputCol("features");
  }

  private static CoxRegression cox() {
    return new CoxRegression().setLabelCol("time");
  }

  @Test
  void whatSparksOwnSurvivalModelReadsIsReadAlike() {
    AFTSurvivalRegression weibull = new AFTSurvivalRegression().setLabelCol("AVAL");
    CoxRegression cox = new CoxRegression().setLabelCol("AVAL");
    for (String name : List.of("featuresCol", "labelCol", "censorCol", "predictionCol")) {
      assertThat(cox.hasParam(name)).as(name).isTrue();
    }
    assertThat(cox.getCensorCol()).isEqualTo(weibull.getCensorCol());
    assertThat(cox.getFeaturesCol()).isEqualTo(weibull.getFeaturesCol());
    assertThat(cox.getPredictionCol()).isEqualTo(weibull.getPredictionCol());

    AFTSurvivalRegressionModel times = weibull.fit(lung());
    CoxRegressionModel hazards = plain();

    // What lengthens survival lowers the hazard, by about the coefficient over Weibull's scale.
    for (int j = 0; j < 3; j++) {
      double asHazard = -times.coefficients().apply(j) / times.scale();
      assertThat(hazards.coefficients().apply(j)).isCloseTo(asHazard, within(0.05));
      assertThat(Math.signum(hazards.coefficients().apply(j))).isEqualTo(Math.signum(asHazard));
    }
  }

  @Test
  void adamsCensoringColumnIsTheOtherWayRoundAndRefusedByName() {
    assertThatThrownBy(() -> cox().setCensorCol("CNSR").fit(lung()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CNSR, which in ADaM is 0 for an event")
        .hasMessageContaining("1 - CNSR");
    assertThatThrownBy(
            () ->
                new ConcordanceEvaluator()
                    .setLabelCol("AVAL")
                    .setPredictionCol("age")
                    .setCensorCol("cnsr")
                    .evaluate(lung()))
        .hasMessageContaining("in ADaM is 0 for an event");

    Dataset<Row> turned = lung().selectExpr("*", "1 - CNSR as happened");
    CoxRegressionModel right = cox().setCensorCol("happened").fit(turned);
    CoxRegressionModel wrong =
        cox().setCensorCol("gone").fit(lung().withColumnRenamed("CNSR", "gone"));

    assertThat(right.coefficients()).isEqualTo(plain().coefficients());
    assertThat(right.summary().events()).isEqualTo(163);
    // Under another name it would pass: nothing in the numbers tells.
    assertThat(wrong.summary().events()).isEqualTo(63);
    assertThat(wrong.coefficients().apply(2)).isNegative();
  }

  @Test
  void aStatusOfOneAndTwoIsNotTakenForRs() {
    assertThatThrownBy(() -> cox().setCensorCol("status").fit(lung()))
        .hasStackTraceContaining("censorCol: status is 1 for an event and 0 if censored, not 2");
  }

  @Test
  void trueIsAnEvent() {
    assertThat(cox().setCensorCol("died").fit(lung()).summary().events()).isEqualTo(163);
  }

  @ParameterizedTest
  @CsvSource({
    "featuresCol,age,it must be a vector: VectorAssembler",
    "labelCol,word,it must be of numbers",
    "censorCol,word,it must be 1 for an event",
    "weightCol,word,it must be of numbers",
    "strataCol,nowhere,there is no column nowhere among",
    "predictionCol,age,there is a column age already",
    "ties,kalbfleisch,ties given invalid value",
    "elasticNetParam,2,elasticNetParam given invalid value"
  })
  void aColumnThatCannotBeUsedIsRefusedBeforeAnythingIsRead(
      String param, String value, String why) {
    CoxRegression cox = cox().setCensorCol("event");
    assertThatThrownBy(
            () -> {
              Object typed = param.equals("elasticNetParam") ? Double.valueOf(value) : value;
              cox.set(param, typed);
              cox.transformSchema(lung().schema());
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void rowsWithAMissingCovariateAreCountedAndHaveNoPrediction() {
    Dataset<Row> rows =
        assembler("age", "gap").setHandleInvalid("keep").transform(lung().drop("features"));
    long gaps = rows.where("gap is null").count();

    CoxRegressionModel model = cox().setCensorCol("event").setLinearPredictorCol("eta").fit(rows);

    assertThat(model.summary().missing()).isEqualTo(gaps).isPositive();
    assertThat(model.summary().n()).isEqualTo(rows.count() - gaps);
    Dataset<Row> predicted = model.transform(rows);
    assertThat(predicted.where("prediction is null").count()).isEqualTo(gaps);
    assertThat(predicted.where("eta is null").count()).isEqualTo(gaps);
    assertThat(predicted.where("abs(exp(eta) - prediction) > 1e-12").count()).isZero();
  }

  @Test
  void aFrequencyIsThatManyRowsAndAnOffsetIsKnown() {
    Dataset<Row> grouped =
        assembler("female", "ecog")
            .transform(
                EstimatorCase.of("lung")
                    .groupBy("time", "event", "female", "ecog")
                    .count()
                    .selectExpr("*", "0.3 * ecog as known"));
    Dataset<Row> single =
        assembler("female", "ecog")
            .transform(EstimatorCase.of("lung").selectExpr("*", "0.3 * ecog as known"));
    CoxRegression cox = cox().setCensorCol("event").setOffsetCol("known");

    CoxRegressionModel each = cox.fit(single);
    CoxRegressionModel counted = cox.setFrequencyCol("count").fit(grouped);
    CoxRegressionModel free = cox().setCensorCol("event").fit(single);

    assertThat(counted.summary().n()).isEqualTo(226);
    for (int j = 0; j < 2; j++) {
      assertThat(counted.coefficients().apply(j))
          .isCloseTo(each.coefficients().apply(j), within(1e-10));
      double known = j == 1 ? 0.3 : 0;
      assertThat(each.coefficients().apply(j) + known)
          .isCloseTo(free.coefficients().apply(j), within(1e-10));
    }
    double[] hazards = each.baseline().hazards();
    double[] others = counted.baseline().hazards();
    assertThat(IntStream.range(0, hazards.length))
        .allMatch(i -> Math.abs(hazards[i] - others[i]) < 1e-10 * hazards[i]);
    // With the offset known, a subject's risk is that of the model that had to find it.
    Row one = each.transform(single).first();
    Row same = free.transform(single).first();
    assertThat(one.<Double>getAs("prediction"))
        .isCloseTo(same.<Double>getAs("prediction"), within(1e-10));
  }

  @Test
  void aCoefficientThatRunsToInfinityIsNamedAndGivesNoCurve() {
    Dataset<Row> rows =
        assembler("early", "age")
            .transform(
                EstimatorCase.of("lung")
                    .selectExpr("*", "if(time < 300 and event = 1, 1, 0) as early"));

    CoxRegressionModel model = cox().setCensorCol("event").fit(rows);

    assertThat(model.terms().get(0).status().isInfinite()).isTrue();
    assertThat(model.terms().get(0).coefficient()).isEmpty();
    assertThat(model.summary().warnings()).anyMatch(w -> w.startsWith("early: monotone"));
    assertThatThrownBy(model::baseline)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("early: monotone likelihood");
  }

  @Test
  void covariatesMayHaveTheNamesOfOtherColumnsAndDifferInCaseOnly() {
    Attribute[] attributes = {
      NumericAttribute.defaultAttr().withName("time"),
      NumericAttribute.defaultAttr().withName("Time"),
      NumericAttribute.defaultAttr().withName("a `b`+c")
    };
    Metadata metadata = new AttributeGroup("features", attributes).toMetadata();
    Dataset<Row> rows = lung().withColumn("features", col("features").as("features", metadata));

    CoxRegressionModel model = cox().setCensorCol("event").fit(rows);

    assertThat(model.terms())
        .extracting(FittedTerm::term)
        .containsExactly("time", "Time_2", "a 'b'+c");
    assertThat(model.coefficients()).isEqualTo(plain().coefficients());
    assertThat(model.covariance().orElseThrow().of("a 'b'+c", "time")).isNotZero();
  }

  @Test
  void aVectorWithoutNamesIsNumbered() {
    Dataset<Row> rows =
        lung().withColumn("features", col("features").as("features", Metadata.empty()));

    assertThat(FeatureNames.of(rows, "features"))
        .containsExactly("features_0", "features_1", "features_2");
  }
}
