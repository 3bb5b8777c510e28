package org.hepatica.ml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
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
  private final Optional<String> frequency;
  private final double event;
  private long empty;
  private final Map<Integer, Map<Integer, SurvivalCounts.Builder>> strata = new TreeMap<>();

  /**
   * Tallies.
   *
   * @param frequency the column of how many subjects a row stands for
   */
  Tally(PatternCounts counts, Frame frame, Groups groups, Optional<String> frequency) {
    this.counts = counts;
    this.frame = frame;
    this.groups = groups;
    this.frequency = frequency;
    event = Status.event(counts.statuses());
    TiedTimes ties = TiedTimes.among(allTimes());
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

  /** Entries and exits of everybody: R looks for ties among all of them at once. */
  private double[] allTimes() {
    DoubleStream entries =
        frame.hasEntry()
            ? counts.patterns().stream().mapToDouble(p -> (Double) p.get(frame.entry()))
            : DoubleStream.empty();
    return DoubleStream.concat(entries, DoubleStream.of(counts.times())).toArray();
  }

  private SurvivalCounts.Builder builder(int stratum, int group) {
    return strata
        .computeIfAbsent(stratum, s -> new TreeMap<>())
        .computeIfAbsent(group, g -> SurvivalCounts.builder());
  }

  private void add(List<Object> pattern, TiedTimes ties, SurvivalCounts.Builder builder) {
    long each =
        frequency
            .map(column -> Frequency.of((Double) pattern.get(frame.columns().indexOf(column))))
            .orElse(1L);
    counts.forEach(
        pattern,
        (time, status, n) -> {
          long subjects = Math.multiplyExact(n, each);
          if (frame.hasEntry()) {
            double entry = ties.of((Double) pattern.get(frame.entry()));
            enter(builder, entry, ties.of(time), status == event, subjects);
          } else {
            builder.add(ties.of(time), status == event, subjects);
          }
        });
  }

  private void enter(
      SurvivalCounts.Builder builder, double entry, double time, boolean died, long subjects) {
    if (entry < time) {
      builder.addEntering(entry, time, died, subjects);
    } else {
      empty += subjects;
    }
  }

  /** Subjects left out because they come under observation only when they leave, or later. */
  long empty() {
    return empty;
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
