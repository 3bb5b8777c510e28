package org.hepatica.ml.estimator;

import java.io.Serializable;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;

/** The parameters of an estimator or a model: Java has no traits to keep them in. */
public final class CoxColumns implements Serializable {

  private static final long serialVersionUID = 1L;

  final Param<String> features;
  final Param<String> label;
  final Param<String> censor;
  final Param<String> prediction;
  final Param<String> linearPredictor;
  final Param<String> entry;
  final Param<String> strata;
  final Param<String> weight;
  final Param<String> frequency;
  final Param<String> cluster;
  final Param<String> offset;
  final Param<String> ties;
  final DoubleParam regParam;
  final DoubleParam elasticNet;
  final IntParam maxIter;
  final DoubleParam tol;

  CoxColumns(Params owner) {
    features = column(owner, "featuresCol", "column of covariates, a vector");
    label = column(owner, "labelCol", "column of follow-up");
    censor = column(owner, "censorCol", "column that is 1 for an event and 0 if censored");
    prediction = column(owner, "predictionCol", "column of the predicted hazard ratio");
    linearPredictor = column(owner, "linearPredictorCol", "column of the linear predictor");
    entry = column(owner, "entryCol", "column of the time from which a subject is observed");
    strata = column(owner, "strataCol", "column of strata, each with a baseline of its own");
    weight = column(owner, "weightCol", "column of R's case weights");
    frequency = column(owner, "frequencyCol", "column of how many identical subjects a row is");
    cluster = column(owner, "clusterCol", "column of clusters independent of each other");
    offset = column(owner, "offsetCol", "column of a known part of the linear predictor");
    ties =
        new Param<>(
            owner,
            "ties",
            "treatment of tied events: efron, breslow or exact",
            ParamValidators.inArray(new String[] {"efron", "breslow", "exact"}));
    regParam =
        new DoubleParam(owner, "regParam", "strength of the elastic net", ParamValidators.gtEq(0));
    elasticNet =
        new DoubleParam(
            owner,
            "elasticNetParam",
            "mixing of the elastic net: 0 is ridge, 1 the lasso",
            ParamValidators.inRange(0, 1));
    maxIter = new IntParam(owner, "maxIter", "the most Newton steps", ParamValidators.gtEq(1));
    tol = new DoubleParam(owner, "tol", "the length of the last step", ParamValidators.gt(0));
    defaults(owner);
  }

  private static Param<String> column(Params owner, String name, String meaning) {
    return new Param<>(owner, name, meaning);
  }

  private void defaults(Params owner) {
    owner.setDefault(features, "features");
    owner.setDefault(label, "label");
    owner.setDefault(censor, "censor");
    owner.setDefault(prediction, "prediction");
    owner.setDefault(ties, "efron");
    owner.setDefault(regParam, 0.0);
    owner.setDefault(elasticNet, 0.0);
    owner.setDefault(maxIter, 100);
    owner.setDefault(tol, 1e-10);
  }
}
