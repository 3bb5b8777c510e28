package org.hepatica.survival.cox;

/**
 * How often, of two subjects, the one with the higher predictor has the event first.
 *
 * @param estimate (concordant + tied / 2) / (concordant + discordant + tied)
 * @param stdError by the infinitesimal jackknife
 * @param concordant weighted pairs in which the higher predictor has the event first
 * @param discordant weighted pairs in which the lower has
 * @param tiedPredictor weighted pairs with one predictor
 */
public record ConcordanceResult(
    double estimate, double stdError, double concordant, double discordant, double tiedPredictor) {}
