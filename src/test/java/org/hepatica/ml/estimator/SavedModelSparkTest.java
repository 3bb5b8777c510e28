package org.hepatica.ml.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved and read again is the same. */
class SavedModelSparkTest {

  @TempDir Path folder;

  @Test
  void aPipelineReadAgainPredictsTheSame() throws IOException {
    EstimatorCase colon = EstimatorCase.named("colon");
    PipelineModel fitted = colon.pipeline().fit(colon.data());
    String path = folder.resolve("pipeline").toString();

    fitted.save(path);
    PipelineModel read = PipelineModel.load(path);

    Dataset<Row> before = fitted.transform(colon.data()).select("prediction");
    assertThat(read.transform(colon.data()).select("prediction").collectAsList())
        .isEqualTo(before.collectAsList());
    assertSame((CoxRegressionModel) last(read), (CoxRegressionModel) last(fitted));
  }

  private static void assertSame(CoxRegressionModel read, CoxRegressionModel model) {
    assertThat(read.uid()).isEqualTo(model.uid());
    assertThat(read.terms()).isEqualTo(model.terms());
    assertThat(read.summary()).isEqualTo(model.summary());
    assertThat(read.coefficients()).isEqualTo(model.coefficients());
    assertThat(read.centre()).isEqualTo(model.centre());
    assertThat(read.covariance().orElseThrow().names())
        .isEqualTo(model.covariance().orElseThrow().names());
    assertThat(read.covariance().orElseThrow().toArray())
        .isDeepEqualTo(model.covariance().orElseThrow().toArray());
    assertThat(read.modelCovariance()).isEmpty();
    assertThat(read.getStrataCol()).contains("extent");
    for (int extent = 1; extent <= 4; extent++) {
      assertThat(read.baseline(extent).times()).isEqualTo(model.baseline(extent).times());
      assertThat(read.baseline(extent).hazards()).isEqualTo(model.baseline(extent).hazards());
    }
    assertThatThrownBy(() -> read.baseline("5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no stratum 5 among [1, 2, 3, 4]");
    assertThatThrownBy(() -> read.survival(Vectors.zeros(5), 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no stratum");
  }

  private static Object last(PipelineModel pipeline) {
    return pipeline.stages()[pipeline.stages().length - 1];
  }

  @Test
  void robustAndPenalisedModelsAreReadWithWhatTheyLack() throws IOException {
    EstimatorCase heart = EstimatorCase.named("heart");
    CoxRegressionModel robust = (CoxRegressionModel) last(heart.pipeline().fit(heart.data()));
    robust.write().overwrite().save(folder.resolve("robust").toString());
    CoxRegressionModel read = CoxRegressionModel.load(folder.resolve("robust").toString());
    assertThat(read.terms()).isEqualTo(robust.terms());
    assertThat(read.modelCovariance().orElseThrow().toArray())
        .isDeepEqualTo(robust.modelCovariance().orElseThrow().toArray());

    EstimatorCase lung = EstimatorCase.named("lung");
    lung.stage().setRegParam(0.05).setElasticNetParam(1);
    CoxRegressionModel lasso = (CoxRegressionModel) last(lung.pipeline().fit(lung.data()));
    lasso.save(folder.resolve("lasso").toString());
    read = CoxRegressionModel.load(folder.resolve("lasso").toString());
    assertThat(read.terms()).isEqualTo(lasso.terms()).allMatch(term -> term.wald().isEmpty());
    assertThat(read.covariance()).isEmpty();
    assertThat(read.summary()).isEqualTo(lasso.summary());
    assertThat(read.getRegParam()).isEqualTo(0.05);
  }

  @Test
  void estimatorAndEvaluatorKeepTheirParameters() throws IOException {
    CoxRegression cox =
        new CoxRegression().setTies("breslow").setEntryCol("start").setTol(1e-6).setMaxIter(7);
    new Pipeline().setStages(new CoxRegression[] {cox}).save(folder.resolve("pipeline").toString());
    CoxRegression read =
        (CoxRegression) Pipeline.load(folder.resolve("pipeline").toString()).getStages()[0];
    assertThat(read.uid()).isEqualTo(cox.uid());
    assertThat(read.getTies()).isEqualTo("breslow");
    assertThat(read.getEntryCol()).contains("start");
    assertThat(read.getStrataCol()).isEmpty();
    assertThat(read.getTol()).isEqualTo(1e-6);
    assertThat(read.getMaxIter()).isEqualTo(7);

    ConcordanceEvaluator evaluator = new ConcordanceEvaluator().setMetricName("uno");
    evaluator.save(folder.resolve("evaluator").toString());
    ConcordanceEvaluator again = ConcordanceEvaluator.load(folder.resolve("evaluator").toString());
    assertThat(again.getOrDefault(again.metricName())).isEqualTo("uno");
    assertThat(CoxRegression.load(saved(cox)).explainParams()).contains("censorCol", "event");
  }

  private String saved(CoxRegression cox) throws IOException {
    String path = folder.resolve("estimator").toString();
    cox.save(path);
    return path;
  }
}
