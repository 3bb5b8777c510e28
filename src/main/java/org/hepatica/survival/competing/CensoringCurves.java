package org.hepatica.survival.competing;

import java.util.Arrays;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.SurvivalCounts;
import org.hepatica.survival.SurvivalCurve;

/**
 * The probability of not yet being censored just before a time, by censoring group.
 *
 * <p>As R's {@code cmprsk::crr} reads it: past a group's last follow-up it is 0. Up to time 0
 * {@code crr} reads the curve after its step instead of before (it takes the limit by multiplying
 * the time by a number below 1): so does this.
 */
final class CensoringCurves {

  private final double[][] probability;

  private CensoringCurves(double[][] probability) {
    this.probability = probability;
  }

  /**
   * Estimates them.
   *
   * @param censoring for each group, censoring as the event
   * @param time distinct times at which they are read, ascending
   */
  static CensoringCurves of(SurvivalCounts[] censoring, double[] time) {
    return new CensoringCurves(
        Arrays.stream(censoring).map(group -> read(group, time)).toArray(double[][]::new));
  }

  private static double[] read(SurvivalCounts group, double[] time) {
    SurvivalCurve curve = KaplanMeier.withDefaults().fit(group);
    double[] step = curve.time();
    double[] survival = curve.survival();
    double[] before = new double[time.length];
    int passed = 0;
    for (int i = 0; i < time.length && time[i] <= step[step.length - 1]; i++) {
      while (passed < step.length
          && (step[passed] < time[i] || atMostZero(step[passed], time[i]))) {
        passed++;
      }
      before[i] = passed == 0 ? 1 : survival[passed - 1];
    }
    return before;
  }

  private static boolean atMostZero(double step, double time) {
    return step == time && time <= 0;
  }

  /** The probability in a group just before the time of a position. */
  double before(int group, int position) {
    return probability[group][position];
  }

  int groups() {
    return probability.length;
  }
}
