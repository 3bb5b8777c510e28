package org.hepatica.survival;

/** What is said of odd follow-up, the same in curves, tests and models. */
public final class FollowUpTimes {

  /** Of times below 0: R takes them too, and says nothing. */
  public static final String BEFORE_ZERO = "times before 0 are taken as they are";

  private FollowUpTimes() {}

  /**
   * Refuses a time without end. R's {@code survfit} has a step at infinity, its tests and models
   * fail.
   *
   * @param time follow-up, or an entry
   * @throws IllegalArgumentException if it is infinite
   */
  public static void refuseInfinite(double time) {
    if (Double.isInfinite(time)) {
      throw new IllegalArgumentException(
          "follow-up is infinite for some rows: correct it, or say that it stands for missing, as"
              + " --na Inf does");
    }
  }
}
