package org.hepatica.ml.estimator;

import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hepatica.survival.Covariance;
import org.hepatica.survival.cox.BaselineHazard;

/**
 * A fitted Cox model.
 *
 * <p>{@code transform} writes each row's hazard ratio relative to the centre of the data that were
 * fitted: R's {@code predict(fit, type = "risk", reference = "sample")}, which without strata is
 * its default. The centre is the mean of a column, or 0 if it has no values but -1, 0 and 1. Where
 * a covariate is missing so is the prediction.
 */
public final class CoxRegressionModel extends Model<CoxRegressionModel>
    implements CoxRegressionParams, MLWritable {

  private static final long serialVersionUID = 1L;

  private final String uid;
  private final CoxColumns columns;
  private final transient CoxEstimates estimates;

  CoxRegressionModel(String uid, CoxEstimates estimates) {
    this.uid = uid;
    this.estimates = estimates;
    this.columns = new CoxColumns(this);
  }

  /** Reads one that was saved. */
  public static CoxRegressionModel load(String path) {
    return read().load(path);
  }

  /** What reads one that was saved. */
  public static MLReader<CoxRegressionModel> read() {
    return new ModelReader();
  }

  /** What saves it: Spark's metadata, and Parquet of coefficients, covariance and baseline. */
  @Override
  public MLWriter write() {
    return new ModelWriter(this);
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
  public CoxRegressionModel setFeaturesCol(String column) {
    return with(columns.features, column);
  }

  /** Sets the column of the predicted hazard ratio; none is written if empty. */
  public CoxRegressionModel setPredictionCol(String column) {
    return with(columns.prediction, column);
  }

  /** Sets the column of the linear predictor. */
  public CoxRegressionModel setLinearPredictorCol(String column) {
    return with(columns.linearPredictor, column);
  }

  /** Sets the column of offsets. */
  public CoxRegressionModel setOffsetCol(String column) {
    return with(columns.offset, column);
  }

  private CoxRegressionModel with(Param<String> param, String value) {
    set(param, value);
    return this;
  }

  /** The number of covariates. */
  public int numFeatures() {
    return estimates.terms().size();
  }

  /** The covariates with their estimates, in the vector's order. */
  public List<FittedTerm> terms() {
    return estimates.terms();
  }

  /**
   * Log hazard ratios a unit, in the vector's order; 0 for one not estimated: see {@link #terms}.
   */
  public Vector coefficients() {
    return Vectors.dense(estimates.predictor().coefficient());
  }

  /** The centre, relative to which hazard ratios are predicted, in the vector's order. */
  public Vector centre() {
    return Vectors.dense(estimates.predictor().centre());
  }

  /** Of the estimated coefficients, by name, robust if errors are; empty with an elastic net. */
  public Optional<Covariance> covariance() {
    return estimates.covariance();
  }

  /** The inverse of the information, present exactly if {@link #covariance} is robust. */
  public Optional<Covariance> modelCovariance() {
    return estimates.modelCovariance();
  }

  /** How the model was fitted and how well. */
  public CoxRegressionSummary summary() {
    return estimates.summary();
  }

  CoxEstimates estimates() {
    return estimates;
  }

  /** The hazard ratio of a subject without an offset, relative to the centre. */
  public double predict(Vector features) {
    Double eta = estimates.predictor().of(features, estimates.predictor().offsetCentre());
    if (eta == null) {
      throw new IllegalArgumentException("a covariate is missing: " + features);
    }
    // As Spark's exp, so that a row of a dataset has the same prediction to its last digit.
    return StrictMath.exp(eta);
  }

  /**
   * The cumulative hazard of the centre: R's {@code basehaz(fit)}, with the ties of the fit.
   *
   * @throws IllegalStateException if there is none, with the reason: exact ties, a coefficient that
   *     runs to infinity, more than a million times
   */
  public BaselineHazard baseline() {
    return estimates.baseline().of(null);
  }

  /**
   * The cumulative hazard of the centre in a stratum.
   *
   * @param stratum its value in the column of strata
   * @throws IllegalArgumentException if the fit had no such stratum
   * @throws IllegalStateException if there is none, with the reason
   */
  public BaselineHazard baseline(Object stratum) {
    return estimates.baseline().of(stratum);
  }

  /**
   * The survival of a subject at a time.
   *
   * @param features its covariates
   * @param time a time
   * @return empty past the last follow-up
   */
  public OptionalDouble survival(Vector features, double time) {
    return baseline().survival(time, predict(features));
  }

  /**
   * The survival of a subject of a stratum at a time.
   *
   * @param features its covariates
   * @param stratum its stratum, by its value
   * @param time a time
   * @return empty past the stratum's last follow-up
   */
  public OptionalDouble survival(Vector features, Object stratum, double time) {
    return baseline(stratum).survival(time, predict(features));
  }

  /** The dataset with predictions; see the class. */
  @Override
  public Dataset<Row> transform(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    Column eta = linearPredictor(dataset);
    Dataset<Row> predicted = dataset.toDF();
    if (!getPredictionCol().isEmpty()) {
      predicted = predicted.withColumn(getPredictionCol(), exp(eta));
    }
    return getLinearPredictorCol().isPresent()
        ? predicted.withColumn(getLinearPredictorCol().get(), eta)
        : predicted;
  }

  private Column linearPredictor(Dataset<?> dataset) {
    UDF2<Vector, Double, Double> eta = estimates.predictor()::of;
    Column offset =
        getOffsetCol()
            .map(name -> TrainingTable.column(name).cast("double"))
            .orElse(lit(estimates.predictor().offsetCentre()));
    return udf(eta, DataTypes.DoubleType).apply(TrainingTable.column(getFeaturesCol()), offset);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    ColumnCheck check = new ColumnCheck(schema);
    check.features(this);
    check.number(offsetCol().name(), getOffsetCol());
    return check.predicted(this);
  }

  @Override
  public CoxRegressionModel copy(ParamMap extra) {
    return copyValues(new CoxRegressionModel(uid, estimates), extra).setParent(parent());
  }
}
