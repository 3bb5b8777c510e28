package org.hepatica.survival.cox;

/**
 * A log-likelihood at one point with its first two derivatives. Arrays are not copied.
 *
 * @param logLikelihood log partial likelihood
 * @param gradient its first derivatives, one a column
 * @param information the negative matrix of its second derivatives, symmetric
 */
public record CoxDerivatives(double logLikelihood, double[] gradient, double[][] information) {}
