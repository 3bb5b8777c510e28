package org.hepatica.survival.competing;

import java.util.List;
import java.util.stream.IntStream;
import org.hepatica.survival.ConfidenceType;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.Tail;

/**
 * The Aalen-Johansen estimator of the cumulative incidence of competing causes.
 *
 * <p>{@code F_k(t) = sum over times s <= t of S(s-) d_k / n}, S the Kaplan-Meier curve of any
 * cause: over all causes F and S add up to 1. Variance as R's {@code cmprsk::cuminc}: {@link
 * IncidenceVariance}. Intervals are symmetric on {@code log(-log F)}.
 *
 * <p>Aalen and Johansen 1978, Scandinavian Journal of Statistics 5:141-150.
 */
public final class AalenJohansen {

  private static final AalenJohansen DEFAULTS =
      new AalenJohansen(KaplanMeier.withDefaults().with(ConfidenceType.LOG_LOG), 0.95);

  private final KaplanMeier eventFree;
  private final double level;

  private AalenJohansen(KaplanMeier eventFree, double level) {
    this.eventFree = eventFree;
    this.level = level;
  }

  /** Intervals of 95 %. */
  public static AalenJohansen withDefaults() {
    return DEFAULTS;
  }

  /**
   * The same with another confidence level.
   *
   * @param newLevel strictly between 0 and 1
   * @return the changed options
   * @throws IllegalArgumentException if the level is outside (0, 1)
   */
  public AalenJohansen withConfidenceLevel(double newLevel) {
    Tail.deviateFor(newLevel);
    return new AalenJohansen(eventFree.withConfidenceLevel(newLevel), newLevel);
  }

  /**
   * Estimates the curves of every cause seen, and of staying free of events.
   *
   * @param counts patients of one group; may be empty
   * @return a curve for each cause, ascending
   */
  public CumulativeIncidence fit(CompetingCounts counts) {
    List<IncidenceCurve> curves =
        counts.causes().stream().map(cause -> curve(counts, cause)).toList();
    return new CumulativeIncidence(counts.n(), curves, eventFree.fit(counts.anyCause()));
  }

  /**
   * Estimates the curve of one cause, also of one that nobody had.
   *
   * @param counts patients of one group; may be empty
   * @param cause from 1
   * @return the curve; flat at 0 without an event of the cause
   */
  public IncidenceCurve curve(CompetingCounts counts, int cause) {
    int size =
        (int) IntStream.range(0, counts.size()).filter(i -> counts.count(cause, i) > 0).count();
    double[] time = new double[size];
    double[] estimate = new double[size];
    double[] variance = new double[size];
    IncidenceVariance sums = new IncidenceVariance();
    long risk = counts.n();
    int step = 0;
    for (int i = 0; i < counts.size(); i++) {
      long d = counts.count(cause, i);
      long leaving = counts.leaving(i);
      sums.add(risk, d, leaving - d - counts.count(CompetingCounts.CENSORED, i));
      if (d > 0) {
        time[step] = counts.time(i);
        estimate[step] = sums.incidence();
        variance[step] = sums.variance();
        step++;
      }
      risk -= leaving;
    }
    return new IncidenceCurve(cause, counts, time, estimate, variance, level);
  }
}
