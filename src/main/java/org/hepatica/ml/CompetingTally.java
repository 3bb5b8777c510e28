package org.hepatica.ml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hepatica.survival.TiedTimes;
import org.hepatica.survival.competing.CompetingCounts;

/** Subjects by stratum, group, time and cause, as the mathematics takes them. */
final class CompetingTally {

  private final TiedTimes ties;
  private final Map<Integer, Map<Integer, CompetingCounts.Builder>> strata = new TreeMap<>();

  /**
   * @param ties among all times of the data
   */
  CompetingTally(TiedTimes ties) {
    this.ties = ties;
  }

  /** Adds subjects of one kind. */
  void add(int stratum, int group, double time, double cause, long subjects) {
    if (subjects > 0) {
      strata
          .computeIfAbsent(stratum, s -> new TreeMap<>())
          .computeIfAbsent(group, g -> CompetingCounts.builder())
          .add(ties.of(time), (int) cause, subjects);
    }
  }

  /** The groups somebody is in, in R's order. */
  List<Integer> present() {
    return strata.values().stream()
        .flatMap(own -> own.keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** By stratum, the counts of each present group. */
  List<List<CompetingCounts>> counts() {
    List<Integer> present = present();
    List<List<CompetingCounts>> all = new ArrayList<>();
    for (Map<Integer, CompetingCounts.Builder> own : strata.values()) {
      all.add(
          present.stream()
              .map(g -> own.containsKey(g) ? own.get(g).build() : CompetingCounts.empty())
              .toList());
    }
    return all;
  }
}
