/**
 * The survival engine as Spark ML has its estimators: Cox's model in a {@code Pipeline} and a
 * {@code CrossValidator}.
 *
 * <p>{@link org.hepatica.ml.estimator.CoxRegression} fits, {@link
 * org.hepatica.ml.estimator.CoxRegressionModel} predicts, {@link
 * org.hepatica.ml.estimator.ConcordanceEvaluator} judges. Parameters that {@code
 * AFTSurvivalRegression} has too are named as there; a censoring column of 1 means an event, as
 * there. Whatever is fitted is fitted by {@link org.hepatica.ml.Survival}: no row goes to the
 * driver.
 *
 * <p>May import: Spark SQL and MLlib, {@code ml}, {@code survival}.
 */
package org.hepatica.ml.estimator;
