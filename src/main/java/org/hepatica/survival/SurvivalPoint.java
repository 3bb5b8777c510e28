package org.hepatica.survival;

import java.util.OptionalDouble;

/**
 * A survival curve read at one time.
 *
 * @param time the time asked for
 * @param nRisk patients at risk just before it
 * @param survival S(time), from 0 to 1
 * @param stdError standard error of S (not of log S); empty at S = 0, where Greenwood's formula has
 *     no value
 * @param confLow lower confidence bound; empty where the confidence type has none
 * @param confHigh upper confidence bound; empty where the confidence type has none
 */
public record SurvivalPoint(
    double time,
    long nRisk,
    double survival,
    OptionalDouble stdError,
    OptionalDouble confLow,
    OptionalDouble confHigh) {}
