package org.hepatica.ml.estimator;

import java.util.Optional;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * Parameters that estimator and model share. Those of {@code AFTSurvivalRegression} have its names
 * and defaults where the meaning is the same.
 */
public interface CoxRegressionParams extends Params {

  /** Where the parameters are kept; for this package. */
  CoxColumns columns();

  /** The column of covariates, a vector. Default {@code features}. */
  default Param<String> featuresCol() {
    return columns().features;
  }

  /** The column of follow-up. Default {@code label}. */
  default Param<String> labelCol() {
    return columns().label;
  }

  /** The column that is 1 for an event and 0 if censored. Default {@code censor}. */
  default Param<String> censorCol() {
    return columns().censor;
  }

  /** The column of the predicted hazard ratio. Default {@code prediction}. */
  default Param<String> predictionCol() {
    return columns().prediction;
  }

  /** The column of the linear predictor; not written unless set. */
  default Param<String> linearPredictorCol() {
    return columns().linearPredictor;
  }

  /** The column of the time from which a subject is observed: intervals (entry, label]. */
  default Param<String> entryCol() {
    return columns().entry;
  }

  /** The column of strata, each with a baseline hazard of its own. */
  default Param<String> strataCol() {
    return columns().strata;
  }

  /** The column of R's case weights, which are no numbers of subjects. */
  default Param<String> weightCol() {
    return columns().weight;
  }

  /** The column of how many identical subjects a row stands for. */
  default Param<String> frequencyCol() {
    return columns().frequency;
  }

  /** The column of clusters that are independent of each other: the variance is robust. */
  default Param<String> clusterCol() {
    return columns().cluster;
  }

  /** The column of a known part of the linear predictor. */
  default Param<String> offsetCol() {
    return columns().offset;
  }

  /** Treatment of tied events: {@code efron} (default), {@code breslow} or {@code exact}. */
  default Param<String> ties() {
    return columns().ties;
  }

  /** Strength of the elastic net, at least 0. Default 0: none. */
  default DoubleParam regParam() {
    return columns().regParam;
  }

  /** Mixing of the elastic net: 0 (default) is ridge, 1 the lasso. */
  default DoubleParam elasticNetParam() {
    return columns().elasticNet;
  }

  /** The most Newton steps. Default 100. */
  default IntParam maxIter() {
    return columns().maxIter;
  }

  /**
   * The length of the last step: in standard errors, or with a penalty in standard deviations of
   * columns. Default 1e-10, beneath which nothing but rounding is left.
   */
  default DoubleParam tol() {
    return columns().tol;
  }

  /** The column of covariates. */
  default String getFeaturesCol() {
    return getOrDefault(featuresCol());
  }

  /** The column of follow-up. */
  default String getLabelCol() {
    return getOrDefault(labelCol());
  }

  /** The column that is 1 for an event. */
  default String getCensorCol() {
    return getOrDefault(censorCol());
  }

  /** The column of the predicted hazard ratio; empty if it is not written. */
  default String getPredictionCol() {
    return getOrDefault(predictionCol());
  }

  /** The column of the linear predictor, if it is written. */
  default Optional<String> getLinearPredictorCol() {
    return columnOf(linearPredictorCol());
  }

  /** The column of entries, if there is one. */
  default Optional<String> getEntryCol() {
    return columnOf(entryCol());
  }

  /** The column of strata, if there is one. */
  default Optional<String> getStrataCol() {
    return columnOf(strataCol());
  }

  /** The column of case weights, if there is one. */
  default Optional<String> getWeightCol() {
    return columnOf(weightCol());
  }

  /** The column of frequencies, if there is one. */
  default Optional<String> getFrequencyCol() {
    return columnOf(frequencyCol());
  }

  /** The column of clusters, if there is one. */
  default Optional<String> getClusterCol() {
    return columnOf(clusterCol());
  }

  /** The column of offsets, if there is one. */
  default Optional<String> getOffsetCol() {
    return columnOf(offsetCol());
  }

  /** Treatment of tied events. */
  default String getTies() {
    return getOrDefault(ties());
  }

  /** Strength of the elastic net. */
  default double getRegParam() {
    return (Double) getOrDefault(regParam());
  }

  /** Mixing of the elastic net. */
  default double getElasticNetParam() {
    return (Double) getOrDefault(elasticNetParam());
  }

  /** The most Newton steps. */
  default int getMaxIter() {
    return (Integer) getOrDefault(maxIter());
  }

  /** The length of the last step. */
  default double getTol() {
    return (Double) getOrDefault(tol());
  }

  private Optional<String> columnOf(Param<String> param) {
    return isDefined(param)
        ? Optional.of(getOrDefault(param)).filter(name -> !name.isEmpty())
        : Optional.empty();
  }
}
