package org.hepatica.ml.estimator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsReader$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Row;
import org.hepatica.ml.Model;
import org.hepatica.survival.Covariance;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.cox.BaselineHazard;
import org.hepatica.survival.cox.CoefficientStatus;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.Ties;
import scala.Option;

/** Reads what {@link ModelWriter} saved. */
final class ModelReader extends MLReader<CoxRegressionModel> {

  @Override
  public CoxRegressionModel load(String path) {
    DefaultParamsReader.Metadata metadata =
        DefaultParamsReader$.MODULE$.loadMetadata(
            path, sparkSession(), CoxRegressionModel.class.getName());
    CoxRegressionModel model = new CoxRegressionModel(metadata.uid(), estimates(path));
    metadata.getAndSetParams(model, Option.empty());
    return model;
  }

  private List<Row> rows(String path, String table, String... order) {
    String first = order.length == 0 ? "n" : order[0];
    String[] rest =
        order.length == 0
            ? new String[0]
            : List.of(order).subList(1, order.length).toArray(String[]::new);
    return sparkSession()
        .read()
        .parquet(new Path(path, table).toString())
        .orderBy(first, rest)
        .collectAsList();
  }

  private CoxEstimates estimates(String path) {
    List<Row> terms = rows(path, ModelTables.TERMS, "position");
    List<Row> cells = rows(path, ModelTables.COVARIANCE, "row", "column");
    Row summary = rows(path, ModelTables.SUMMARY).get(0);
    boolean covariance = summary.getAs("has_covariance");
    boolean robust = summary.getAs("is_robust");
    double[] coefficient = terms.stream().mapToDouble(row -> or0(row, "coefficient")).toArray();
    double[] centre = terms.stream().mapToDouble(row -> or0(row, "centre")).toArray();
    return new CoxEstimates(
        terms.stream().map(ModelReader::term).toList(),
        covariance ? Optional.of(covariance(cells, "covariance")) : Optional.empty(),
        robust ? Optional.of(covariance(cells, "model_covariance")) : Optional.empty(),
        new Predictor(coefficient, centre, summary.<Double>getAs("offset_centre")),
        new Baselines(
            baseline(rows(path, ModelTables.BASELINE, "stratum", "position")),
            Optional.ofNullable(summary.getAs("no_baseline"))),
        summary(summary));
  }

  private static double or0(Row row, String column) {
    Double value = row.getAs(column);
    return value == null ? 0 : value;
  }

  private static FittedTerm term(Row row) {
    OptionalDouble coefficient = optional(row.getAs("coefficient"));
    Double error = row.getAs("std_error");
    return new FittedTerm(
        row.getAs("term"),
        CoefficientStatus.valueOf(row.getAs("status")),
        coefficient,
        Optional.ofNullable(error).map(e -> WaldEstimate.of(coefficient.orElseThrow(), e)),
        optional(row.getAs("model_std_error")));
  }

  private static OptionalDouble optional(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static Covariance covariance(List<Row> cells, String column) {
    List<String> names =
        cells.stream()
            .filter(cell -> cell.<Integer>getAs("column") == 0)
            .map(cell -> cell.<String>getAs("term"))
            .toList();
    double[][] values = new double[names.size()][names.size()];
    for (Row cell : cells) {
      values[cell.<Integer>getAs("row")][cell.<Integer>getAs("column")] =
          cell.<Double>getAs(column);
    }
    return new Covariance(names, values);
  }

  private static Map<String, BaselineHazard> baseline(List<Row> steps) {
    Map<String, BaselineHazard> byStratum = new LinkedHashMap<>();
    for (int from = 0, to; from < steps.size(); from = to) {
      String stratum = steps.get(from).getAs("stratum");
      to = from;
      while (to < steps.size() && steps.get(to).getAs("stratum").equals(stratum)) {
        to++;
      }
      List<Row> own = steps.subList(from, to);
      byStratum.put(
          stratum,
          BaselineHazard.of(
              own.stream().mapToDouble(row -> row.<Double>getAs("time")).toArray(),
              own.stream().mapToDouble(row -> row.<Double>getAs("hazard")).toArray()));
    }
    return byStratum;
  }

  private static CoxRegressionSummary summary(Row row) {
    return new CoxRegressionSummary(
        row.<Long>getAs("n"),
        row.<Long>getAs("events"),
        row.<Long>getAs("missing"),
        Ties.valueOf(row.getAs("ties")),
        row.<Double>getAs("loglik_null"),
        row.<Double>getAs("loglik"),
        test(row.getAs("likelihood_ratio")),
        test(row.getAs("wald")),
        test(row.getAs("score")),
        Optional.ofNullable(row.<Row>getAs("concordance")).map(ModelReader::concordance),
        row.<Integer>getAs("iterations"),
        row.<Boolean>getAs("converged"),
        Model.Path.valueOf(row.getAs("path")),
        row.getList(row.fieldIndex("warnings")));
  }

  private static Optional<TestResult> test(Row row) {
    return Optional.ofNullable(row)
        .map(r -> new TestResult(r.getDouble(0), r.getInt(1), r.getDouble(2)));
  }

  private static ConcordanceResult concordance(Row row) {
    return new ConcordanceResult(
        row.getDouble(0), row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4));
  }
}
