package org.hepatica.benchmark;

/**
 * A task measured.
 *
 * @param task what was computed
 * @param contender who computed
 * @param observation what the process said
 */
public record Measured(SurvivalTask task, Contender contender, Observation observation) {}
