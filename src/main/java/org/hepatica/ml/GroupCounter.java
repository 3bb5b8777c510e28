package org.hepatica.ml;

import java.util.List;
import java.util.Optional;
import org.hepatica.formula.GroupReader;
import org.hepatica.formula.Grouping;
import org.hepatica.formula.Groups;
import org.hepatica.ml.collapse.PatternCounts;

/** Counts subjects into the cells of their groups. Not for more than one thread. */
final class GroupCounter {

  private final GroupReader group;
  private final GroupReader stratum;
  private final CellColumns columns;
  private final CellBuffer cells;
  private final double[] cell;
  private long missing;

  GroupCounter(Groups groups, CellColumns columns) {
    this.columns = columns;
    group = groups.groups().reader();
    stratum = groups.strata().map(Grouping::reader).orElse(null);
    cells = new CellBuffer(columns.size());
    cell = new double[columns.size()];
  }

  /** The numbers of the next cell, to be filled in before it is added. */
  double[] cell() {
    return cell;
  }

  /** Adds rows of the cell, each so many subjects; a group that cannot be computed is missing. */
  void add(double[] inputs, long rows, long each) {
    int own = group.group(inputs);
    int apart = stratum == null ? 0 : stratum.group(inputs);
    if (own < 0 || apart < 0) {
      missing += rows;
    } else if (each > 0) {
      cells.add(GroupedCounts.place(apart, own), cell, Math.multiplyExact(rows, each));
    }
  }

  /** Leaves rows out. */
  void leaveOut(long rows) {
    missing += rows;
  }

  /** How many cells there are at most. */
  boolean exceeds(int most) {
    if (cells.size() > most) {
      cells.compact();
    }
    return cells.size() > most;
  }

  GroupedCounts tooMany() {
    return new GroupedCounts(new CellBuffer(columns.size()), columns, missing, true);
  }

  GroupedCounts result() {
    return new GroupedCounts(cells.trimmed(), columns, missing, false);
  }

  /** Counts patterns; rows of one are alike in everything but time and status. */
  GroupedCounts count(PatternCounts counts, Frame frame, Groups groups, RowMeaning meaning) {
    leaveOut(counts.missing());
    ClusterCodes clusters = ClusterCodes.among(counts, frame, meaning);
    for (List<Object> pattern : counts.patterns()) {
      double[] inputs = Collapsed.row(pattern, groups.inputs(), frame);
      long each = number(pattern, frame, meaning.frequency()).map(Frequency::of).orElse(1L);
      if (columns.entry()) {
        cell[columns.entryPlace()] = (Double) pattern.get(frame.entry());
      }
      if (columns.weight()) {
        cell[columns.weightPlace()] = number(pattern, frame, meaning.weight()).orElseThrow();
      }
      if (columns.cluster()) {
        cell[columns.clusterPlace()] =
            clusters.of(value(pattern, frame, meaning.cluster()).orElseThrow());
      }
      counts.forEach(
          pattern,
          (time, status, rows) -> {
            cell[GroupedCounts.TIME] = time;
            cell[GroupedCounts.STATUS] = status;
            add(inputs, rows, each);
          });
    }
    return result();
  }

  private static Optional<Object> value(
      List<Object> pattern, Frame frame, Optional<String> column) {
    return column.map(name -> pattern.get(frame.columns().indexOf(name)));
  }

  private static Optional<Double> number(
      List<Object> pattern, Frame frame, Optional<String> column) {
    return value(pattern, frame, column).map(value -> (Double) value);
  }
}
