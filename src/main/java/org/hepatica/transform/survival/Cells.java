package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hepatica.survival.SurvivalCounts;
import org.hepatica.survival.ValueCounts;
import org.hepatica.survival.cox.CoxData;

/** The answer to a question: its cells, in an order that does not depend on the partitioning. */
final class Cells {

  private static final Comparator<Cell> ORDER =
      Comparator.comparingInt(Cell::time)
          .thenComparingInt(Cell::status)
          .thenComparing(Cell::values, Arrays::compare);

  private final List<Cell> cells;

  Cells(List<Cell> cells) {
    this.cells = cells.stream().sorted(ORDER).toList();
  }

  /** The cells that a condition holds for. */
  Cells where(Predicate<Cell> condition) {
    return new Cells(cells.stream().filter(condition).toList());
  }

  /** The cells whose value at a place is the given one. */
  Cells where(int place, double value) {
    return where(cell -> cell.values()[place] == value);
  }

  /**
   * The cells with one subject less in one and one more in another.
   *
   * @param out where one is taken out; null for nobody
   * @param in where one is put in; null for nobody
   * @throws IllegalArgumentException when nobody is there to be taken out
   */
  Cells moved(CellCounter.Key out, CellCounter.Key in) {
    Map<CellCounter.Key, Long> counts = counts();
    if (out != null && counts.computeIfPresent(out, (key, n) -> n - 1) == null) {
      throw new IllegalArgumentException("nobody is counted there");
    }
    if (in != null) {
      counts.merge(in, 1L, Long::sum);
    }
    return ofCounts(counts);
  }

  /**
   * The cells with some subjects more, and where counts are negative less.
   *
   * @throws IllegalStateException if there are fewer than are to be taken out
   */
  Cells plus(List<Cell> changes) {
    Map<CellCounter.Key, Long> counts = counts();
    changes.forEach(cell -> counts.merge(cell.key(), cell.count(), Long::sum));
    return ofCounts(counts);
  }

  private static Cells ofCounts(Map<CellCounter.Key, Long> counts) {
    List<Cell> cells = new ArrayList<>();
    counts.forEach(
        (key, n) -> {
          if (n < 0) {
            throw new IllegalStateException("more subjects left a cell than were in it");
          }
          if (n > 0) {
            cells.add(new Cell(key.time(), key.status(), key.values(), n));
          }
        });
    return new Cells(cells);
  }

  /** Subjects by where they are. */
  Map<CellCounter.Key, Long> counts() {
    Map<CellCounter.Key, Long> counts = new LinkedHashMap<>();
    cells.forEach(cell -> counts.put(cell.key(), cell.count()));
    return counts;
  }

  /** How many there are. */
  int size() {
    return cells.size();
  }

  /** The cells by some of their values, in the order of places; equal ones are not merged. */
  Cells of(int[] places) {
    return new Cells(
        cells.stream()
            .map(
                cell ->
                    new Cell(
                        cell.time(),
                        cell.status(),
                        Arrays.stream(places).mapToDouble(p -> cell.values()[p]).toArray(),
                        cell.count()))
            .toList());
  }

  /** Subjects. */
  long n() {
    return cells.stream().mapToLong(Cell::count).sum();
  }

  /** Subjects with the event. */
  long events() {
    return cells.stream().filter(Cell::event).mapToLong(Cell::count).sum();
  }

  /** Counts by time, whatever the values. */
  SurvivalCounts survival() {
    int size = cells.size();
    double[] time = new double[size];
    long[] events = new long[size];
    long[] censored = new long[size];
    for (int i = 0; i < size; i++) {
      Cell cell = cells.get(i);
      time[i] = cell.time();
      (cell.event() ? events : censored)[i] = cell.count();
    }
    return SurvivalCounts.ofCounts(time, events, censored);
  }

  /** Counts by the value at a place. */
  ValueCounts values(int place) {
    double[] values = cells.stream().mapToDouble(cell -> cell.values()[place]).toArray();
    return ValueCounts.ofCounts(values, cells.stream().mapToLong(Cell::count).toArray());
  }

  /** Counts by time, as values. */
  ValueCounts times() {
    double[] values = cells.stream().mapToDouble(Cell::time).toArray();
    return ValueCounts.ofCounts(values, cells.stream().mapToLong(Cell::count).toArray());
  }

  /** The model matrix of design columns, a row a cell, with the cells' counts as frequencies. */
  CoxData cox(Design design) {
    int size = cells.size();
    double[] time = new double[size];
    boolean[] event = new boolean[size];
    long[] frequency = new long[size];
    double[] flat = new double[size * design.names().size()];
    for (int i = 0; i < size; i++) {
      Cell cell = cells.get(i);
      time[i] = cell.time();
      event[i] = cell.event();
      frequency[i] = cell.count();
      design.fill(cell.values(), flat, i * design.names().size());
    }
    return CoxData.ofFlat(time, event, flat, design.names()).withFrequency(frequency);
  }

  /** Whether there is nobody. */
  boolean isEmpty() {
    return cells.isEmpty();
  }
}
