package org.hepatica.ml.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.P_VALUE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.hepatica.survival.Reference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pipeline of Spark's own stages and the estimator gives what R's coxph gives: estimator.R. */
class CoxRegressionSparkTest {

  private static final Reference R = Reference.of("estimator");
  private static final Map<String, PipelineModel> FITTED = new HashMap<>();

  static Stream<EstimatorCase> cases() {
    return EstimatorCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aPipelineFitsWhatCoxphFits(EstimatorCase one) {
    CoxRegressionModel model = model(one);
    String name = one.name();

    Map<String, Double> expected = R.all(name, "coef");
    assertThat(model.terms().stream().map(FittedTerm::term)).hasSameElementsAs(expected.keySet());
    for (FittedTerm term : model.terms()) {
      String key = term.term();
      assertClose(key, term.coefficient(), expected.get(key), ESTIMATE);
      double error = term.wald().orElseThrow().stdError();
      assertClose(key, error, R.value(name, "se", key), ESTIMATE);
      double variance = model.covariance().orElseThrow().of(key, key);
      assertClose(key, Math.sqrt(variance), error, ESTIMATE);
      assertThat(term.modelStdError().isPresent()).isEqualTo(R.has(name, "model se"));
      term.modelStdError()
          .ifPresent(e -> assertClose(key, e, R.value(name, "model se", key), ESTIMATE));
    }
    CoxRegressionSummary summary = model.summary();
    assertThat(summary.converged()).isTrue();
    assertClose("null", summary.logLikelihoodNull(), R.value(name, "loglik", "null"), ESTIMATE);
    assertClose("fitted", summary.logLikelihood(), R.value(name, "loglik", "fitted"), ESTIMATE);
    double wald = summary.wald().orElseThrow().statistic();
    assertClose("wald", wald, R.value(name, "wald", "statistic"), P_VALUE);
    double concordance = summary.concordance().orElseThrow().estimate();
    assertClose("concordance", concordance, R.value(name, "concordance", "estimate"), ESTIMATE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void predictionsAreRsRisksAndCurves(EstimatorCase one) {
    CoxRegressionModel model = model(one);

    List<Row> rows = pipeline(one).transform(one.data()).limit(8).collectAsList();
    double[] risk = rows.stream().mapToDouble(row -> row.getAs("prediction")).toArray();
    assertClose("risk", risk, R.values(one.name(), "risk"), ESTIMATE);
    for (int i = 0; i < 3; i++) {
      Vector features = rows.get(i).getAs("features");
      assertThat(model.predict(features)).isEqualTo(risk[i]);
      Object stratum = one.stage().getStrataCol().map(rows.get(i)::getAs).orElse(null);
      R.all(one.name(), "survival " + (i + 1))
          .forEach(
              (time, expected) -> {
                double at = Double.parseDouble(time);
                assertClose(time, model.survival(features, stratum, at), expected, ESTIMATE);
              });
    }
  }

  private static PipelineModel pipeline(EstimatorCase one) {
    return FITTED.computeIfAbsent(one.name(), name -> one.pipeline().fit(one.data()));
  }

  private static CoxRegressionModel model(EstimatorCase one) {
    PipelineModel pipeline = pipeline(one);
    return (CoxRegressionModel) pipeline.stages()[pipeline.stages().length - 1];
  }
}
