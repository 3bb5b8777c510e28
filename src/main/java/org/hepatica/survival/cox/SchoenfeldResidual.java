package org.hepatica.survival.cox;

/**
 * The Schoenfeld residual of a row with an event: its covariates less their mean among those at
 * risk.
 *
 * @param row the row of the data
 * @param stratum its stratum
 * @param time of the event
 * @param residual one a column
 */
public record SchoenfeldResidual(int row, int stratum, double time, double[] residual) {}
