package org.hepatica.ml.estimator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.DefaultParamsWriter$;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.hepatica.survival.Covariance;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.cox.BaselineHazard;
import org.hepatica.survival.cox.ConcordanceResult;

/** Saves a model: Spark's metadata, and what it learned as Parquet ({@link ModelTables}). */
final class ModelWriter extends MLWriter {

  private final CoxRegressionModel model;

  ModelWriter(CoxRegressionModel model) {
    this.model = model;
  }

  @Override
  public void saveImpl(String path) {
    DefaultParamsWriter$.MODULE$.saveMetadata(model, path, sparkSession());
    CoxEstimates estimates = model.estimates();
    save(path, ModelTables.TERMS, terms(estimates), ModelTables.TERMS_SCHEMA);
    save(path, ModelTables.COVARIANCE, covariance(estimates), ModelTables.COVARIANCE_SCHEMA);
    save(path, ModelTables.BASELINE, baseline(estimates.baseline()), ModelTables.BASELINE_SCHEMA);
    save(path, ModelTables.SUMMARY, List.of(summary(estimates)), ModelTables.SUMMARY_SCHEMA);
  }

  private void save(String path, String table, List<Row> rows, StructType schema) {
    sparkSession()
        .createDataFrame(rows, schema)
        .coalesce(1)
        .write()
        .parquet(new Path(path, table).toString());
  }

  private static List<Row> terms(CoxEstimates estimates) {
    List<Row> rows = new ArrayList<>();
    for (int j = 0; j < estimates.terms().size(); j++) {
      FittedTerm term = estimates.terms().get(j);
      rows.add(
          RowFactory.create(
              j,
              term.term(),
              term.status().name(),
              orNull(term.coefficient()),
              term.wald().map(WaldEstimate::stdError).orElse(null),
              orNull(term.modelStdError()),
              estimates.predictor().centre()[j]));
    }
    return rows;
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static List<Row> covariance(CoxEstimates estimates) {
    List<Row> rows = new ArrayList<>();
    Optional<Covariance> covariance = estimates.covariance();
    List<String> names = covariance.map(Covariance::names).orElse(List.of());
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        String row = names.get(i);
        String column = names.get(j);
        rows.add(
            RowFactory.create(
                i,
                j,
                row,
                covariance.map(c -> c.of(row, column)).orElse(null),
                estimates.modelCovariance().map(c -> c.of(row, column)).orElse(null)));
      }
    }
    return rows;
  }

  private static List<Row> baseline(Baselines baselines) {
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, BaselineHazard> entry : baselines.byStratum().entrySet()) {
      double[] times = entry.getValue().times();
      double[] hazards = entry.getValue().hazards();
      for (int i = 0; i < times.length; i++) {
        rows.add(RowFactory.create(entry.getKey(), i, times[i], hazards[i]));
      }
    }
    return rows;
  }

  private static Row summary(CoxEstimates estimates) {
    CoxRegressionSummary summary = estimates.summary();
    return RowFactory.create(
        summary.n(),
        summary.events(),
        summary.missing(),
        summary.ties().name(),
        summary.logLikelihoodNull(),
        summary.logLikelihood(),
        summary.likelihoodRatio().map(ModelWriter::row).orElse(null),
        summary.wald().map(ModelWriter::row).orElse(null),
        summary.score().map(ModelWriter::row).orElse(null),
        summary.concordance().map(ModelWriter::row).orElse(null),
        summary.iterations(),
        summary.converged(),
        summary.path().name(),
        summary.warnings().toArray(String[]::new),
        estimates.predictor().offsetCentre(),
        estimates.covariance().isPresent(),
        estimates.modelCovariance().isPresent(),
        estimates.baseline().whyNone().orElse(null));
  }

  private static Row row(TestResult test) {
    return RowFactory.create(test.statistic(), test.df(), test.pValue());
  }

  private static Row row(ConcordanceResult c) {
    return RowFactory.create(
        c.estimate(), c.stdError(), c.concordant(), c.discordant(), c.tiedPredictor());
  }
}
