package org.hepatica.ml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hepatica.survival.FollowUpTimes;
import org.hepatica.survival.TiedTimes;
import org.hepatica.survival.competing.CompetingCounts;

/** Subjects by stratum, group, time and cause, as the mathematics takes them. */
final class CompetingTally {

  private final Map<Integer, Map<Integer, CompetingCounts.Builder>> strata = new TreeMap<>();

  private CompetingTally() {}

  /** Of counted cells; times that differ by rounding are tied among all of them. */
  static CompetingTally of(GroupedCounts counts) {
    CompetingTally tally = new CompetingTally();
    CellBuffer cells = counts.cells();
    double[] times =
        IntStream.range(0, cells.size())
            .mapToDouble(i -> cells.value(GroupedCounts.TIME, i))
            .toArray();
    Arrays.stream(times).forEach(FollowUpTimes::refuseInfinite);
    TiedTimes ties = TiedTimes.among(times);
    for (int i = 0; i < cells.size(); i++) {
      tally
          .builder(counts.stratum(i), counts.group(i))
          .add(
              ties.of(cells.value(GroupedCounts.TIME, i)),
              (int) cells.value(GroupedCounts.STATUS, i),
              cells.count(i));
    }
    return tally;
  }

  private CompetingCounts.Builder builder(int stratum, int group) {
    return strata
        .computeIfAbsent(stratum, s -> new TreeMap<>())
        .computeIfAbsent(group, g -> CompetingCounts.builder());
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
