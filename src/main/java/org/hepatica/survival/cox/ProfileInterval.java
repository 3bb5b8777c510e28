package org.hepatica.survival.cox;

import java.util.OptionalDouble;

/**
 * An interval from the profile likelihood.
 *
 * @param name the column
 * @param low lower bound of the coefficient; empty if the likelihood never falls below the limit
 * @param high upper bound, likewise
 */
public record ProfileInterval(String name, OptionalDouble low, OptionalDouble high) {}
