package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.hepatica.survival.cox.RiskSlots;

/** The slots of all data, and where a block's runs are among them. */
final class Slots implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<Object, Integer> first = new HashMap<>();
  private final double[] times;
  private final RiskSlots risk;

  Slots(Map<Object, Leaving> strata) {
    int size = strata.values().stream().mapToInt(s -> s.times().length).sum();
    times = new double[size];
    long[] deaths = new long[size];
    int[] starts = new int[strata.size() + 1];
    int at = 0;
    int number = 0;
    for (Map.Entry<Object, Leaving> stratum : strata.entrySet()) {
      Leaving leaving = stratum.getValue();
      first.put(stratum.getKey(), at);
      System.arraycopy(leaving.times(), 0, times, at, leaving.times().length);
      System.arraycopy(leaving.events(), 0, deaths, at, leaving.events().length);
      at += leaving.times().length;
      starts[++number] = at;
    }
    risk = new RiskSlots(starts, deaths);
  }

  RiskSlots risk() {
    return risk;
  }

  long events() {
    return LongStream.of(risk.deaths()).sum();
  }

  /** The slot of each run of a block: both are in order, so one walk finds them all. */
  int[] of(Block block) {
    int[] slots = new int[block.runs()];
    int at = 0;
    for (int run = 0; run < slots.length; run++) {
      if (run == 0 || block.stratum[run] != block.stratum[run - 1]) {
        Object name = block.strata[block.stratum[run]];
        at = first.get(name == null ? StratumOrder.NONE : name);
      }
      while (times[at] != block.time[run]) {
        at++;
      }
      slots[run] = at;
    }
    return slots;
  }
}
