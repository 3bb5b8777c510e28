package org.hepatica.transform.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
