package org.hepatica.survival.cox;

/**
 * The log partial likelihood at one point, its gradient and its information (the negative matrix of
 * second derivatives). Arrays are shared within the package, not copied.
 */
record CoxDerivatives(double logLikelihood, double[] gradient, double[][] information) {}
