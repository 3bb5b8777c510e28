package org.hepatica.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.hepatica.survival.SurvivalCurve;
import org.hepatica.survival.SurvivalQuantile;

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

  /**
   * An estimated curve.
   *
   * @param label the group
   * @param curve its estimate
   * @param perYear units of the curve's time in a year
   * @return the curve in years
   */
  public static Curve of(String label, SurvivalCurve curve, double perYear) {
    double[] time = curve.time();
    long[] risk = curve.nRisk();
    long[] events = curve.nEvent();
    long[] censored = curve.nCensor();
    double[] survival = curve.survival();
    double[] low = curve.confLow();
    double[] high = curve.confHigh();
    List<CurvePoint> points = new ArrayList<>();
    for (int i = 0; i < time.length; i++) {
      points.add(
          new CurvePoint(
              time[i] / perYear,
              risk[i],
              events[i],
              censored[i],
              survival[i],
              present(low[i]),
              present(high[i])));
    }
    return new Curve(label, curve.n(), curve.events(), median(curve.median(), perYear), points);
  }

  private static String median(SurvivalQuantile median, double perYear) {
    return median.time().isEmpty()
        ? SurvivalQuantile.NOT_REACHED
        : years(median.time(), perYear)
            + " ("
            + years(median.confLow(), perYear)
            + "–"
            + years(median.confHigh(), perYear)
            + ")";
  }

  private static String years(OptionalDouble time, double perYear) {
    return time.isPresent()
        ? String.format(Locale.ROOT, "%.1f", time.getAsDouble() / perYear)
        : SurvivalQuantile.NOT_REACHED;
  }

  private static OptionalDouble present(double bound) {
    return Double.isNaN(bound) ? OptionalDouble.empty() : OptionalDouble.of(bound);
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
