package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.hepatica.survival.TiedTimes;
import org.hepatica.survival.cox.RiskSlots;
import org.hepatica.survival.cox.TimeCounts;

/**
 * The slots of all data, and where a block's runs are among them. Times that differ by rounding are
 * one slot.
 */
final class Slots implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<Object> names;

  /** By stratum, where its times begin. */
  private final Map<Object, Integer> first = new HashMap<>();

  /** By stratum, where they end. */
  private final Map<Object, Integer> end = new HashMap<>();

  /** The times as blocks have them, stratum after stratum. */
  private final double[] times;

  /** The slot of each. */
  private final int[] slot;

  /** What stands for a slot's times. */
  private final double[] meant;

  /** By kind of count, then by slot; see {@link Leaving}. */
  private final double[][] counts;

  private final RiskSlots risk;

  Slots(Map<Object, Leaving> strata) {
    this(strata, TiedTimes.among(timesOf(strata)));
  }

  /** Of a part of the times, with the ties among these. */
  Slots(Map<Object, Leaving> strata, TiedTimes ties) {
    names = List.copyOf(strata.keySet());
    times = timesOf(strata);
    slot = new int[times.length];
    meant = new double[times.length];
    counts = new double[4][times.length];
    int[] starts = new int[strata.size() + 1];
    int at = 0;
    int slots = 0;
    int number = 0;
    for (Map.Entry<Object, Leaving> stratum : strata.entrySet()) {
      first.put(stratum.getKey(), at);
      Leaving leaving = stratum.getValue();
      for (int t = 0; t < leaving.times().length; t++, at++) {
        double stands = ties.of(times[at]);
        slots += t > 0 && stands == meant[slots - 1] ? 0 : 1;
        meant[slots - 1] = stands;
        slot[at] = slots - 1;
        for (int kind = 0; kind < counts.length; kind++) {
          counts[kind][slots - 1] += leaving.counts()[kind][t];
        }
      }
      end.put(stratum.getKey(), at);
      starts[++number] = slots;
    }
    int size = slots;
    Arrays.setAll(counts, kind -> Arrays.copyOf(counts[kind], size));
    long[] deaths =
        DoubleStream.of(counts[Leaving.EVENTS]).mapToLong(events -> (long) events).toArray();
    risk = new RiskSlots(starts, deaths, counts[Leaving.WEIGHT]);
  }

  /** Of some of the strata of others. */
  private Slots(Slots all, List<Object> names) {
    this.names = names;
    int[] begin = new int[names.size() + 1];
    int[] starts = new int[names.size() + 1];
    for (int s = 0; s < names.size(); s++) {
      int from = all.first.get(names.get(s));
      first.put(names.get(s), begin[s]);
      int to = all.end.get(names.get(s));
      begin[s + 1] = begin[s] + to - from;
      end.put(names.get(s), begin[s + 1]);
      starts[s + 1] = starts[s] + 1 + all.slot[to - 1] - all.slot[from];
    }
    times = new double[begin[names.size()]];
    slot = new int[times.length];
    meant = new double[starts[names.size()]];
    counts = new double[all.counts.length][meant.length];
    long[] deaths = new long[meant.length];
    double[] weights = new double[meant.length];
    for (int s = 0; s < names.size(); s++) {
      int from = all.first.get(names.get(s));
      int place = all.slot[from];
      int apart = starts[s] - place;
      System.arraycopy(all.times, from, times, begin[s], begin[s + 1] - begin[s]);
      for (int t = begin[s]; t < begin[s + 1]; t++) {
        slot[t] = all.slot[from + t - begin[s]] + apart;
      }
      int length = starts[s + 1] - starts[s];
      System.arraycopy(all.meant, place, meant, starts[s], length);
      System.arraycopy(all.risk.deaths(), place, deaths, starts[s], length);
      System.arraycopy(all.risk.deathWeight(), place, weights, starts[s], length);
      for (int kind = 0; kind < counts.length; kind++) {
        System.arraycopy(all.counts[kind], place, counts[kind], starts[s], length);
      }
    }
    risk = new RiskSlots(starts, deaths, weights);
  }

  /**
   * The slots of some strata.
   *
   * @param names distinct, as blocks name them
   */
  Slots of(Collection<Object> names) {
    return new Slots(this, List.copyOf(names));
  }

  static double[] timesOf(Map<Object, Leaving> strata) {
    return strata.values().stream().flatMapToDouble(s -> DoubleStream.of(s.times())).toArray();
  }

  /** The strata, in the order of their slots. */
  List<Object> names() {
    return names;
  }

  RiskSlots risk() {
    return risk;
  }

  long events() {
    return (long) DoubleStream.of(counts[Leaving.EVENTS]).sum();
  }

  long subjects() {
    return (long) DoubleStream.of(counts[Leaving.CENSORED]).sum() + events();
  }

  boolean hasNegativeTimes() {
    for (int s = 0; s < risk.size(); s++) {
      if (meant[s] < 0 && counts[Leaving.EVENTS][s] + counts[Leaving.CENSORED][s] > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether somebody comes under observation late. */
  boolean hasLateEntries() {
    return DoubleStream.of(counts[Leaving.ENTERING]).anyMatch(entering -> entering > 0);
  }

  /** By stratum, how many subjects more leave than enter. */
  Double[] staying() {
    Double[] staying = new Double[risk.strata()];
    for (int stratum = 0; stratum < staying.length; stratum++) {
      double sum = 0;
      for (int s = risk.first()[stratum]; s < risk.first()[stratum + 1]; s++) {
        double leaving = counts[Leaving.EVENTS][s] + counts[Leaving.CENSORED][s];
        sum += leaving - counts[Leaving.ENTERING][s];
      }
      staying[stratum] = sum;
    }
    return staying;
  }

  /**
   * Subjects at risk times events, over all event times.
   *
   * @param later by stratum's name, how many stay until after the last of these times; none where
   *     nothing is said
   */
  double atRiskTimesEvents(Map<Object, Double> later) {
    double sum = 0;
    for (int stratum = 0; stratum < risk.strata(); stratum++) {
      double atRisk = later.getOrDefault(names.get(stratum), 0.0);
      for (int s = risk.first()[stratum + 1] - 1; s >= risk.first()[stratum]; s--) {
        double leaving = counts[Leaving.EVENTS][s] + counts[Leaving.CENSORED][s];
        atRisk += leaving - counts[Leaving.ENTERING][s];
        sum += atRisk * counts[Leaving.EVENTS][s];
      }
    }
    return sum;
  }

  /** The time of each slot. */
  double[] slotTimes() {
    return Arrays.copyOf(meant, risk.size());
  }

  /** The distinct times of all strata, ascending. */
  private double[] distinctTimes() {
    return Arrays.stream(meant, 0, risk.size()).sorted().distinct().toArray();
  }

  /** Who leaves and enters at each time, strata and case weights apart. */
  TimeCounts timeCounts() {
    double[] distinct = distinctTimes();
    double[] events = new double[distinct.length];
    double[] leaving = new double[distinct.length];
    double[] entering = new double[distinct.length];
    for (int s = 0; s < risk.size(); s++) {
      int t = Arrays.binarySearch(distinct, meant[s]);
      double out = counts[Leaving.EVENTS][s] + counts[Leaving.CENSORED][s];
      events[t] += counts[Leaving.EVENTS][s];
      leaving[t] += out;
      entering[t] += counts[Leaving.ENTERING][s];
    }
    return TimeCounts.ofAll(distinct, leaving, events, entering);
  }

  /** A number a distinct time as a number a slot. */
  double[] bySlot(double[] byTime) {
    double[] distinct = distinctTimes();
    double[] values = new double[risk.size()];
    Arrays.setAll(values, s -> byTime[Arrays.binarySearch(distinct, meant[s])]);
    return values;
  }

  /** The slot of each run of a block: both are in order, so one walk finds them all. */
  int[] of(Block block) {
    int[] slots = new int[block.runs()];
    int at = 0;
    for (int run = 0; run < slots.length; run++) {
      if (run == 0 || block.stratum[run] != block.stratum[run - 1]) {
        at = first.get(block.stratumOf(run));
      }
      while (times[at] != block.time[run]) {
        at++;
      }
      slots[run] = slot[at];
    }
    return slots;
  }
}
