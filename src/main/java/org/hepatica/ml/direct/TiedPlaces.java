package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hepatica.survival.cox.ExactTies;
import org.hepatica.survival.cox.Neighbours;
import org.hepatica.survival.cox.SlotSums;

/**
 * The tied times of all strata, and which of them a row is at risk at. Found by the time itself, so
 * that it does not matter in which range of times a row lies.
 */
final class TiedPlaces implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<Object, double[]> times;

  /** By stratum, where its times begin among all. */
  private final Map<Object, Integer> first = new HashMap<>();

  private final ExactTies ties;

  private TiedPlaces(Map<Object, double[]> times, ExactTies ties) {
    this.times = times;
    this.ties = ties;
    int next = 0;
    for (Map.Entry<Object, double[]> stratum : times.entrySet()) {
      first.put(stratum.getKey(), next);
      next += stratum.getValue().length;
    }
  }

  /** Tied times of one stratum, ascending; each is the first of those that are one but rounding. */
  record Part(double[] times, ExactTies ties) implements Serializable {}

  /**
   * The tied times of some slots by stratum.
   *
   * @param table the slots' sums
   * @param around what comes before and after them
   */
  static Map<Object, Part> parts(Slots slots, SlotSums table, Neighbours around) {
    double[] time = slots.slotTimes();
    ExactTies[] ties = ExactTies.of(table, slots.risk(), around);
    Map<Object, Part> parts = new LinkedHashMap<>();
    for (int stratum = 0; stratum < ties.length; stratum++) {
      double[] tied =
          Arrays.stream(ExactTies.tied(slots.risk(), stratum)).mapToDouble(s -> time[s]).toArray();
      parts.put(slots.names().get(stratum), new Part(tied, ties[stratum]));
    }
    return parts;
  }

  /**
   * Puts parts together.
   *
   * @param ranges from early times to late ones
   */
  static TiedPlaces of(List<Map<Object, Part>> ranges) {
    Map<Object, List<Part>> strata = new LinkedHashMap<>();
    ranges.forEach(
        range ->
            range.forEach(
                (name, part) -> strata.computeIfAbsent(name, n -> new ArrayList<>()).add(part)));
    Map<Object, double[]> times = new LinkedHashMap<>();
    List<ExactTies> ties = new ArrayList<>();
    strata.forEach(
        (name, parts) -> {
          times.put(name, parts.stream().flatMapToDouble(p -> Arrays.stream(p.times())).toArray());
          parts.forEach(part -> ties.add(part.ties()));
        });
    return new TiedPlaces(times, ExactTies.together(ties));
  }

  ExactTies ties() {
    return ties;
  }

  /** The same with odds scaled otherwise. */
  TiedPlaces with(ExactTies scaled) {
    return new TiedPlaces(times, scaled);
  }

  /** Where the tied times of a stratum begin. */
  int first(Object stratum) {
    return first.get(stratum);
  }

  /** The end of those that are not after a time. */
  int until(Object stratum, double time) {
    double[] own = times.get(stratum);
    int found = Arrays.binarySearch(own, time + 0.0);
    return first(stratum) + (found < 0 ? -found - 1 : found + 1);
  }
}
