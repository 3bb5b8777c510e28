package org.hepatica.ml.estimator;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The tables of a saved model, in folders beside its metadata. */
final class ModelTables {

  static final String TERMS = "data/coefficients";
  static final String COVARIANCE = "data/covariance";
  static final String BASELINE = "data/baseline";
  static final String SUMMARY = "data/summary";

  /** A covariate a row. */
  static final StructType TERMS_SCHEMA =
      new StructType()
          .add("position", DataTypes.IntegerType)
          .add("term", DataTypes.StringType)
          .add("status", DataTypes.StringType)
          .add("coefficient", DataTypes.DoubleType)
          .add("std_error", DataTypes.DoubleType)
          .add("model_std_error", DataTypes.DoubleType)
          .add("centre", DataTypes.DoubleType);

  /** A cell of the matrix of estimated coefficients a row. */
  static final StructType COVARIANCE_SCHEMA =
      new StructType()
          .add("row", DataTypes.IntegerType)
          .add("column", DataTypes.IntegerType)
          .add("term", DataTypes.StringType)
          .add("covariance", DataTypes.DoubleType)
          .add("model_covariance", DataTypes.DoubleType);

  /** A step a row. */
  static final StructType BASELINE_SCHEMA =
      new StructType()
          .add("stratum", DataTypes.StringType)
          .add("position", DataTypes.IntegerType)
          .add("time", DataTypes.DoubleType)
          .add("hazard", DataTypes.DoubleType);

  private static final StructType TEST =
      new StructType()
          .add("statistic", DataTypes.DoubleType)
          .add("df", DataTypes.IntegerType)
          .add("p_value", DataTypes.DoubleType);

  private static final StructType CONCORDANCE =
      new StructType()
          .add("estimate", DataTypes.DoubleType)
          .add("std_error", DataTypes.DoubleType)
          .add("concordant", DataTypes.DoubleType)
          .add("discordant", DataTypes.DoubleType)
          .add("tied", DataTypes.DoubleType);

  /** One row. */
  static final StructType SUMMARY_SCHEMA =
      new StructType()
          .add("n", DataTypes.LongType)
          .add("events", DataTypes.LongType)
          .add("missing", DataTypes.LongType)
          .add("ties", DataTypes.StringType)
          .add("loglik_null", DataTypes.DoubleType)
          .add("loglik", DataTypes.DoubleType)
          .add("likelihood_ratio", TEST)
          .add("wald", TEST)
          .add("score", TEST)
          .add("concordance", CONCORDANCE)
          .add("iterations", DataTypes.IntegerType)
          .add("converged", DataTypes.BooleanType)
          .add("path", DataTypes.StringType)
          .add("warnings", DataTypes.createArrayType(DataTypes.StringType))
          .add("offset_centre", DataTypes.DoubleType)
          .add("has_covariance", DataTypes.BooleanType)
          .add("is_robust", DataTypes.BooleanType)
          .add("no_baseline", DataTypes.StringType);

  private ModelTables() {}
}
