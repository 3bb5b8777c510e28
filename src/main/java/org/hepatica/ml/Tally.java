package org.hepatica.ml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hepatica.formula.GroupReader;
import org.hepatica.formula.Grouping;
import org.hepatica.formula.Groups;
import org.hepatica.ml.collapse.PatternCounts;
import org.hepatica.survival.SurvivalCounts;
import org.hepatica.survival.TiedTimes;

/** Counted patterns by stratum and group, as the mathematics takes them. */
final class Tally {

  private final PatternCounts counts;
  private final Frame frame;
  private final Groups groups;
  private final int frequency;
  private final double event;
  private final Map<Integer, Map<Integer, SurvivalCounts.Builder>> strata = new TreeMap<>();

  /**
   * Tallies.
   *
   * @param frequency the place, in a pattern, of how many subjects a row stands for; -1 for one
   */
  Tally(PatternCounts counts, Frame frame, Groups groups, int frequency) {
    this.counts = counts;
    this.frame = frame;
    this.groups = groups;
    this.frequency = frequency;
    event = Status.event(counts.statuses());
    TiedTimes ties = TiedTimes.among(counts.times());
    GroupReader group = groups.groups().reader();
    GroupReader stratum = groups.strata().map(Grouping::reader).orElse(null);
    for (List<Object> pattern : counts.patterns()) {
      double[] row = Collapsed.row(pattern, groups.inputs(), frame);
      int own = group.group(row);
      int apart = stratum == null ? 0 : stratum.group(row);
      if (own >= 0 && apart >= 0) {
        add(pattern, ties, builder(apart, own));
      }
    }
  }

  private SurvivalCounts.Builder builder(int stratum, int group) {
    return strata
        .computeIfAbsent(stratum, s -> new TreeMap<>())
        .computeIfAbsent(group, g -> SurvivalCounts.builder());
  }

  private void add(List<Object> pattern, TiedTimes ties, SurvivalCounts.Builder builder) {
    long each = frequency < 0 ? 1 : Frequency.of((Double) pattern.get(frequency));
    counts.forEach(
        pattern,
        (time, status, n) ->
            builder.add(ties.of(time), status == event, Math.multiplyExact(n, each)));
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
  List<List<SurvivalCounts>> counts() {
    List<List<SurvivalCounts>> all = new ArrayList<>();
    for (Map<Integer, SurvivalCounts.Builder> own : strata.values()) {
      all.add(
          present().stream()
              .map(g -> own.containsKey(g) ? own.get(g).build() : SurvivalCounts.empty())
              .toList());
    }
    return all;
  }
}
