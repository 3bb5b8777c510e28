package org.hepatica.survival.competing;

/**
 * The subjects of a Fine-Gray model.
 *
 * @param n all of them
 * @param events those with the cause that is modelled
 * @param competing those with another cause
 */
public record SubdistributionTotals(long n, long events, long competing) {}
