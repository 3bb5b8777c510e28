package org.hepatica.ml.estimator;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.survival.cox.ConcordanceResult;

/**
 * Judges predictions of risk by their concordance with survival, exactly: of two subjects who can
 * be compared, how often the one with the higher prediction has the event first. Larger is better.
 *
 * <p>The metric is {@code harrell} (default) or {@code uno}, whose pairs are weighted against
 * censoring; with a horizon, of events up to it. The prediction is what {@link CoxRegressionModel}
 * writes, a hazard ratio, or anything that grows with risk. Of {@code AFTSurvivalRegression}, which
 * predicts times, {@code -prediction} is to be judged.
 */
public final class ConcordanceEvaluator extends Evaluator implements DefaultParamsWritable {

  private static final long serialVersionUID = 1L;

  private final String uid;
  private final Param<String> labelCol;
  private final Param<String> censorCol;
  private final Param<String> predictionCol;
  private final Param<String> weightCol;
  private final Param<String> strataCol;
  private final Param<String> metricName;
  private final DoubleParam horizon;

  /** With defaults and an identifier of its own. */
  public ConcordanceEvaluator() {
    this(Identifiable$.MODULE$.randomUID("concordance"));
  }

  /**
   * With defaults.
   *
   * @param uid identifies it
   */
  public ConcordanceEvaluator(String uid) {
    this.uid = uid;
    labelCol = new Param<>(this, "labelCol", "column of follow-up");
    censorCol = new Param<>(this, "censorCol", "column that is 1 for an event, 0 if censored");
    predictionCol = new Param<>(this, "predictionCol", "column that grows with risk");
    weightCol = new Param<>(this, "weightCol", "column of case weights");
    strataCol = new Param<>(this, "strataCol", "column of strata, compared within only");
    metricName =
        new Param<>(
            this,
            "metricName",
            "concordance: harrell or uno",
            ParamValidators.inArray(new String[] {"harrell", "uno"}));
    horizon = new DoubleParam(this, "horizon", "last time of the events that count");
    setDefault(labelCol, "label");
    setDefault(censorCol, "censor");
    setDefault(predictionCol, "prediction");
    setDefault(metricName, "harrell");
  }

  /** Reads one that was saved. */
  public static ConcordanceEvaluator load(String path) {
    return read().load(path);
  }

  /** What reads one that was saved. */
  public static MLReader<ConcordanceEvaluator> read() {
    return new DefaultParamsReader<>();
  }

  @Override
  public String uid() {
    return uid;
  }

  /** The column of follow-up. Default {@code label}. */
  public Param<String> labelCol() {
    return labelCol;
  }

  /** The column that is 1 for an event. Default {@code censor}. */
  public Param<String> censorCol() {
    return censorCol;
  }

  /** The column that grows with risk. Default {@code prediction}. */
  public Param<String> predictionCol() {
    return predictionCol;
  }

  /** The column of case weights. */
  public Param<String> weightCol() {
    return weightCol;
  }

  /** The column of strata. */
  public Param<String> strataCol() {
    return strataCol;
  }

  /** Which concordance: {@code harrell} (default) or {@code uno}. */
  public Param<String> metricName() {
    return metricName;
  }

  /** The last time of the events that count; all count unless set. */
  public DoubleParam horizon() {
    return horizon;
  }

  /** Sets the column of follow-up. */
  public ConcordanceEvaluator setLabelCol(String column) {
    return with(labelCol, column);
  }

  /** Sets the column that is 1 for an event. */
  public ConcordanceEvaluator setCensorCol(String column) {
    return with(censorCol, column);
  }

  /** Sets the column that grows with risk. */
  public ConcordanceEvaluator setPredictionCol(String column) {
    return with(predictionCol, column);
  }

  /** Sets the column of case weights. */
  public ConcordanceEvaluator setWeightCol(String column) {
    return with(weightCol, column);
  }

  /** Sets the column of strata. */
  public ConcordanceEvaluator setStrataCol(String column) {
    return with(strataCol, column);
  }

  /** Sets which concordance: harrell or uno. */
  public ConcordanceEvaluator setMetricName(String name) {
    return with(metricName, name);
  }

  /** Sets the last time of the events that count. */
  public ConcordanceEvaluator setHorizon(double time) {
    return with(horizon, time);
  }

  private <T> ConcordanceEvaluator with(Param<T> param, T value) {
    set(param, value);
    return this;
  }

  /**
   * The concordance.
   *
   * @param dataset with predictions; rows with a missing value take no part
   * @return between 0 and 1; 0.5 is what chance gives
   * @throws IllegalArgumentException if no two subjects can be compared, or a column is missing or
   *     means something else
   */
  @Override
  public double evaluate(Dataset<?> dataset) {
    return result(dataset)
        .orElseThrow(
            () -> new IllegalArgumentException("no two subjects can be compared: too few events"))
        .estimate();
  }

  /**
   * The concordance with its standard error and its pairs.
   *
   * @param dataset with predictions
   * @return empty if no two subjects can be compared
   */
  public Optional<ConcordanceResult> result(Dataset<?> dataset) {
    check(dataset.schema());
    return concordances(Concordances.LIMITS).of(dataset);
  }

  /** With limits to what is counted. */
  Concordances concordances(Limits limits) {
    return new Concordances(
        TrainingTable.column(getOrDefault(labelCol)).cast("double"),
        TrainingTable.event(TrainingTable.column(getOrDefault(censorCol)), getOrDefault(censorCol)),
        TrainingTable.column(getOrDefault(predictionCol)).cast("double"),
        named(weightCol).map(column -> column.cast("double")),
        named(strataCol).map(column -> column.cast("string")),
        getOrDefault(metricName).equals("uno"),
        isDefined(horizon)
            ? OptionalDouble.of((Double) getOrDefault(horizon))
            : OptionalDouble.empty(),
        limits);
  }

  private void check(StructType schema) {
    ColumnCheck check = new ColumnCheck(schema);
    check.number(labelCol.name(), getOrDefault(labelCol));
    check.event(censorCol.name(), getOrDefault(censorCol));
    check.number(predictionCol.name(), getOrDefault(predictionCol));
  }

  private Optional<Column> named(Param<String> param) {
    return isDefined(param) && !getOrDefault(param).isEmpty()
        ? Optional.of(TrainingTable.column(getOrDefault(param)))
        : Optional.empty();
  }

  @Override
  public boolean isLargerBetter() {
    return true;
  }

  @Override
  public ConcordanceEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }
}
