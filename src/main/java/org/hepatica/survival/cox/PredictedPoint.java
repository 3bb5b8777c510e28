package org.hepatica.survival.cox;

import org.hepatica.survival.Interval;

/**
 * A step of a predicted curve.
 *
 * @param time an event time
 * @param cumulativeHazard just after it
 * @param stdError of the cumulative hazard, which is minus the log of survival
 * @param survival the exponential of minus the cumulative hazard
 * @param interval of survival, from the cumulative hazard; its bounds within 0 and 1
 */
public record PredictedPoint(
    double time, double cumulativeHazard, double stdError, double survival, Interval interval) {}
