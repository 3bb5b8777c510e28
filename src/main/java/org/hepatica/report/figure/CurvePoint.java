package org.hepatica.report.figure;

import java.util.OptionalDouble;

/**
 * A step of a survival curve.
 *
 * @param years time
 * @param atRisk patients at risk just before it
 * @param events events at it
 * @param censored censored at it
 * @param survival survival after it, 0-1
 * @param low lower confidence bound
 * @param high upper confidence bound
 */
public record CurvePoint(
    double years,
    long atRisk,
    long events,
    long censored,
    double survival,
    OptionalDouble low,
    OptionalDouble high) {}
