package org.hepatica.ml.estimator;

import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * Cox's proportional hazards regression as a Spark ML estimator: R's {@code coxph}, with a {@code
 * regParam} {@code glmnet}'s elastic net.
 *
 * <pre>{@code
 * new CoxRegression().setLabelCol("days").setCensorCol("died").setStrataCol("center").fit(rows);
 * }</pre>
 *
 * <p>The censoring column is 1 for an event and 0 if censored, as {@code AFTSurvivalRegression} has
 * it. ADaM's {@code CNSR} is the other way round, so a column of that name is refused: give {@code
 * 1 - CNSR} a name of its own. Rows with a missing value in a used column (also NaN in the vector)
 * are left out and counted.
 *
 * <p>Without a penalty coefficients and errors are those of {@link
 * org.hepatica.survival.cox.CoxRegression}, to the maximum. With {@code regParam} r and {@code
 * elasticNetParam} a, {@code -loglik / n + r (a |b|_1 + (1 - a) / 2 |b|_2^2)} is minimised over
 * standardised columns; such estimates have no standard errors.
 */
public final class CoxRegression extends Estimator<CoxRegressionModel>
    implements CoxRegressionParams, DefaultParamsWritable {

  private static final long serialVersionUID = 1L;

  private final String uid;
  private final CoxColumns columns;

  /** With defaults and an identifier of its own. */
  public CoxRegression() {
    this(Identifiable$.MODULE$.randomUID("cox"));
  }

  /**
   * With defaults.
   *
   * @param uid identifies it within a pipeline
   */
  public CoxRegression(String uid) {
    this.uid = uid;
    this.columns = new CoxColumns(this);
  }

  /** Reads one that was saved. */
  public static CoxRegression load(String path) {
    return read().load(path);
  }

  /** What reads one that was saved. */
  public static MLReader<CoxRegression> read() {
    return new DefaultParamsReader<>();
  }

  @Override
  public String uid() {
    return uid;
  }

  @Override
  public CoxColumns columns() {
    return columns;
  }

  /** Sets the column of covariates. */
  public CoxRegression setFeaturesCol(String column) {
    return with(columns.features, column);
  }

  /** Sets the column of follow-up. */
  public CoxRegression setLabelCol(String column) {
    return with(columns.label, column);
  }

  /** Sets the column that is 1 for an event and 0 if censored. */
  public CoxRegression setCensorCol(String column) {
    return with(columns.censor, column);
  }

  /** Sets the column of the predicted hazard ratio; none is written if empty. */
  public CoxRegression setPredictionCol(String column) {
    return with(columns.prediction, column);
  }

  /** Sets the column of the linear predictor. */
  public CoxRegression setLinearPredictorCol(String column) {
    return with(columns.linearPredictor, column);
  }

  /** Sets the column of entries. */
  public CoxRegression setEntryCol(String column) {
    return with(columns.entry, column);
  }

  /** Sets the column of strata. */
  public CoxRegression setStrataCol(String column) {
    return with(columns.strata, column);
  }

  /** Sets the column of R's case weights. */
  public CoxRegression setWeightCol(String column) {
    return with(columns.weight, column);
  }

  /** Sets the column of frequencies. */
  public CoxRegression setFrequencyCol(String column) {
    return with(columns.frequency, column);
  }

  /** Sets the column of clusters. */
  public CoxRegression setClusterCol(String column) {
    return with(columns.cluster, column);
  }

  /** Sets the column of offsets. */
  public CoxRegression setOffsetCol(String column) {
    return with(columns.offset, column);
  }

  /** Sets the treatment of tied events: efron, breslow or exact. */
  public CoxRegression setTies(String ties) {
    return with(columns.ties, ties);
  }

  /** Sets the strength of the elastic net. */
  public CoxRegression setRegParam(double strength) {
    return with(columns.regParam, strength);
  }

  /** Sets the mixing of the elastic net: 0 is ridge, 1 the lasso. */
  public CoxRegression setElasticNetParam(double mixing) {
    return with(columns.elasticNet, mixing);
  }

  /** Sets the most Newton steps. */
  public CoxRegression setMaxIter(int steps) {
    return with(columns.maxIter, steps);
  }

  /** Sets the length of the last step. */
  public CoxRegression setTol(double length) {
    return with(columns.tol, length);
  }

  private <T> CoxRegression with(Param<T> param, T value) {
    set(param, value);
    return this;
  }

  /**
   * Fits the model.
   *
   * @param dataset rows of subjects
   * @return the model, with warnings rather than exceptions for what the data cannot tell
   * @throws IllegalArgumentException if a column is missing, of a wrong type or means something
   *     else, each by name
   */
  @Override
  public CoxRegressionModel fit(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    CoxEstimates estimates = new Training(this, dataset).fit();
    return copyValues(new CoxRegressionModel(uid, estimates), ParamMap.empty()).setParent(this);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    ColumnCheck check = new ColumnCheck(schema);
    check.training(this);
    return check.predicted(this);
  }

  @Override
  public CoxRegression copy(ParamMap extra) {
    return defaultCopy(extra);
  }
}
