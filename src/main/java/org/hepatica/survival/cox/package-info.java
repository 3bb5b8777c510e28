/**
 * Cox's proportional hazards regression and all that R's {@code survival} says about such a model.
 *
 * <p>{@code CoxData} (rows with frequencies, entries, weights, offsets, strata, clusters) becomes a
 * {@code CoxFit} by {@code CoxRegression}; {@code CoxResiduals}, {@code ProportionalHazardsTest},
 * {@code Concordance}, {@code PredictedSurvival} and {@code ProfileLikelihood} take both.
 *
 * <p>Data on many machines plug in as a {@code CoxSource}: totals, a {@code ColumnScale} and, for
 * some columns, a {@code CoxObjective}. That adds up an {@code EventTime} for each time ({@code
 * RiskSums} over those at risk and over the dead, which merge) into a {@code CoxAccumulator}, which
 * merges too. {@code CoxRegression.fit(source, start)} and {@code ElasticNet.path} do the rest.
 *
 * <p>May import: java, Commons Math and {@code org.hepatica.survival}.
 */
package org.hepatica.survival.cox;
