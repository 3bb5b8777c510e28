package org.hepatica.ml;

import java.util.Arrays;

/** What the numbers of a status mean, as R's {@code Surv()} takes them. */
final class Status {

  private static final int MOST_SHOWN = 20;

  private Status() {}

  /**
   * The number that means an event: 1 of 0 and 1, 2 of 1 and 2.
   *
   * @param statuses distinct, ascending
   * @throws IllegalArgumentException if there are others
   */
  static double event(double[] statuses) {
    boolean fromZero = Arrays.stream(statuses).allMatch(s -> s == 0 || s == 1);
    boolean fromOne = Arrays.stream(statuses).allMatch(s -> s == 1 || s == 2);
    if (!fromZero && !fromOne) {
      throw new IllegalArgumentException(
          "the status has the values %s; it is 0 or 1, 1 or 2, or a condition such as status == 2"
              .formatted(shown(statuses)));
    }
    return fromZero ? 1 : 2;
  }

  /** A column that is no status may have a million values. */
  private static String shown(double[] statuses) {
    String first = Arrays.toString(Arrays.copyOf(statuses, Math.min(MOST_SHOWN, statuses.length)));
    return statuses.length <= MOST_SHOWN ? first : first + " and others";
  }
}
