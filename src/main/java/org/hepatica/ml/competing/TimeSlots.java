package org.hepatica.ml.competing;

import java.io.Serializable;
import java.util.Arrays;
import org.hepatica.survival.TiedTimes;

/** Where each time of the data is among the distinct ones, those that differ by rounding tied. */
final class TimeSlots implements Serializable {

  private static final long serialVersionUID = 1L;

  private final double[] times;
  private final int[] slots;

  /**
   * @param times distinct, ascending
   */
  TimeSlots(double[] times) {
    this.times = times;
    slots = new int[times.length];
    TiedTimes ties = TiedTimes.among(times);
    int slot = -1;
    for (int i = 0; i < times.length; i++) {
      slot += i == 0 || ties.of(times[i]) != ties.of(times[i - 1]) ? 1 : 0;
      slots[i] = slot;
    }
  }

  int of(double time) {
    return slots[Arrays.binarySearch(times, time)];
  }
}
