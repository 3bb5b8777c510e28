package org.hepatica.report.figure;

import java.util.List;

/**
 * A group's survival curve.
 *
 * @param label the group
 * @param n its patients
 * @param events its events
 * @param median its median survival in words
 * @param points distinct times, ascending, those with censoring only included
 */
public record Curve(String label, long n, long events, String median, List<CurvePoint> points) {

  /** Keeps the points unchangeable. */
  public Curve {
    points = List.copyOf(points);
  }

  /** Patients followed at least so long, those with an event or censored at that very time too. */
  public long atRisk(double years) {
    return points.stream()
        .filter(point -> point.years() >= years)
        .findFirst()
        .map(CurvePoint::atRisk)
        .orElse(0L);
  }
}
