package org.hepatica.ml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hepatica.survival.FollowUpTimes;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.SurvivalCounts;
import org.hepatica.survival.SurvivalCurve;
import org.hepatica.survival.SurvivalRows;
import org.hepatica.survival.TiedTimes;
import org.hepatica.survival.WeightedCounts;

/** Grouped counts as the mathematics takes them. */
final class Tally {

  private final GroupedCounts counts;
  private final CellBuffer cells;
  private final CellColumns columns;
  private final double event;
  private final TiedTimes ties;
  private final List<Stretch> stretches = new ArrayList<>();
  private final boolean reversed;

  /** The cells of a group in a stratum. */
  private record Stretch(int stratum, int group, int from, int to) {}

  private Tally(GroupedCounts counts, boolean reversed) {
    this.counts = counts;
    this.reversed = reversed;
    cells = counts.cells();
    columns = counts.columns();
    event = Status.event(counts.statuses());
    double[] times = allTimes();
    Arrays.stream(times).forEach(FollowUpTimes::refuseInfinite);
    ties = TiedTimes.among(times);
    int from = 0;
    for (int i = 1; i <= cells.size(); i++) {
      if (i == cells.size() || cells.place(i) != cells.place(from)) {
        stretches.add(new Stretch(counts.stratum(from), counts.group(from), from, i));
        from = i;
      }
    }
  }

  /**
   * Of counts.
   *
   * @throws IllegalArgumentException if statuses are none of {@code Surv()}, or a time is infinite
   */
  static Tally of(GroupedCounts counts) {
    return new Tally(counts, false);
  }

  /** The same with events for censored and censored for events. */
  Tally reversed() {
    return new Tally(counts, !reversed);
  }

  /** Entries and exits of everybody: R looks for ties among all of them at once. */
  private double[] allTimes() {
    int size = cells.size();
    double[] all = new double[columns.entry() ? 2 * size : size];
    for (int i = 0; i < size; i++) {
      all[i] = cells.value(GroupedCounts.TIME, i);
      if (columns.entry()) {
        all[size + i] = cells.value(columns.entryPlace(), i);
      }
    }
    return all;
  }

  private double time(int cell) {
    return ties.of(cells.value(GroupedCounts.TIME, cell));
  }

  private double entry(int cell) {
    return ties.of(cells.value(columns.entryPlace(), cell));
  }

  private boolean hasEvent(int cell) {
    return cells.value(GroupedCounts.STATUS, cell) == event != reversed;
  }

  private boolean isObserved(int cell) {
    return !columns.entry() || entry(cell) < time(cell);
  }

  /** Whether subjects come under observation late. */
  boolean hasLateEntries() {
    return columns.entry();
  }

  /** Subjects left out because they come under observation only when they leave, or later. */
  long empty() {
    return IntStream.range(0, cells.size())
        .filter(cell -> !isObserved(cell))
        .mapToLong(cells::count)
        .sum();
  }

  /** The groups somebody is in, in R's order. */
  List<Integer> present() {
    return stretches.stream().map(Stretch::group).distinct().sorted().toList();
  }

  /** By stratum, the counts of each present group. */
  List<List<SurvivalCounts>> counts() {
    List<Integer> present = present();
    List<List<SurvivalCounts>> all = new ArrayList<>();
    int next = 0;
    while (next < stretches.size()) {
      int stratum = stretches.get(next).stratum;
      List<SurvivalCounts> own = new ArrayList<>();
      for (int group : present) {
        boolean here =
            next < stretches.size()
                && stretches.get(next).stratum == stratum
                && stretches.get(next).group == group;
        own.add(here ? counts(stretches.get(next++)) : SurvivalCounts.empty());
      }
      all.add(own);
    }
    return all;
  }

  private SurvivalCounts counts(Stretch stretch) {
    SurvivalCounts.Builder builder = SurvivalCounts.builder();
    for (int i : observed(stretch)) {
      if (columns.entry()) {
        builder.addEntering(entry(i), time(i), hasEvent(i), cells.count(i));
      } else {
        builder.add(time(i), hasEvent(i), cells.count(i));
      }
    }
    return builder.build();
  }

  /** The curve of each present group; there are no strata. */
  List<SurvivalCurve> curves(KaplanMeier options) {
    return stretches.stream().map(stretch -> curve(options, stretch)).toList();
  }

  private SurvivalCurve curve(KaplanMeier options, Stretch stretch) {
    // The robust variance of late entries needs who entered when.
    if (columns.cluster() || columns.entry()) {
      return options.fit(rows(stretch));
    }
    return columns.weight() ? options.fit(weighted(stretch)) : options.fit(counts(stretch));
  }

  private WeightedCounts weighted(Stretch stretch) {
    WeightedCounts.Builder builder = WeightedCounts.builder();
    for (int i : observed(stretch)) {
      builder.add(time(i), hasEvent(i), weight(i), cells.count(i));
    }
    return builder.build();
  }

  private double weight(int cell) {
    return cells.value(columns.weightPlace(), cell);
  }

  private SurvivalRows rows(Stretch stretch) {
    int[] cell = observed(stretch);
    boolean[] events = new boolean[cell.length];
    for (int i = 0; i < cell.length; i++) {
      events[i] = hasEvent(cell[i]);
    }
    SurvivalRows rows =
        SurvivalRows.of(IntStream.of(cell).mapToDouble(this::time).toArray(), events)
            .withFrequency(IntStream.of(cell).mapToLong(cells::count).toArray());
    if (columns.entry()) {
      rows = rows.withEntry(IntStream.of(cell).mapToDouble(this::entry).toArray());
    }
    if (columns.weight()) {
      rows = rows.withWeight(IntStream.of(cell).mapToDouble(this::weight).toArray());
    }
    return columns.cluster() ? rows.withCluster(clusters(cell)) : rows;
  }

  private int[] clusters(int[] cell) {
    double[] codes =
        IntStream.of(cell).mapToDouble(i -> cells.value(columns.clusterPlace(), i)).toArray();
    double[] sorted = DoubleStream.of(codes).sorted().distinct().toArray();
    return DoubleStream.of(codes).mapToInt(code -> Arrays.binarySearch(sorted, code)).toArray();
  }

  private int[] observed(Stretch stretch) {
    return IntStream.range(stretch.from, stretch.to).filter(this::isObserved).toArray();
  }
}
