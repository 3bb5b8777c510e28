package org.hepatica.ml;

import java.io.Serializable;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.Groups;
import org.hepatica.ml.collapse.PatternCounts;
import org.hepatica.ml.scan.Scan;

/**
 * Subjects counted by stratum, group, time and status, and by entry, case weight and cluster where
 * there are any: all that curves and tests of groups need, whatever the number of levels and times.
 *
 * <p>A mergeable state. From collapsed patterns, or, where these are too many, from a scan of its
 * own in which every row finds its group where it lies: both come to the same cells in the same
 * order, so that every sum over them is the same to the last digit.
 */
final class GroupedCounts implements Serializable {

  /** Cells that a driver has room for: about 1 GB. */
  static final int MOST_CELLS = 20_000_000;

  static final int TIME = 0;
  static final int STATUS = 1;

  private static final long serialVersionUID = 1L;
  private static final int DEPTH = 2;

  private final CellBuffer cells;
  private final CellColumns columns;
  private final long missing;
  private final boolean tooMany;

  GroupedCounts(CellBuffer cells, CellColumns columns, long missing, boolean tooMany) {
    this.cells = cells;
    this.columns = columns;
    this.missing = missing;
    this.tooMany = tooMany;
  }

  /** Of patterns, evaluated where the formula is. */
  static GroupedCounts of(PatternCounts counts, Frame frame, Groups groups, RowMeaning meaning) {
    return new GroupCounter(groups, CellColumns.of(frame, meaning))
        .count(counts, frame, groups, meaning);
  }

  /**
   * Of a frame's rows, in one scan.
   *
   * @param data the frame's, for the names of clusters
   * @param most cells there may be
   * @throws IllegalArgumentException if there are more
   */
  static GroupedCounts of(
      Dataset<Row> data, Frame frame, Groups groups, RowMeaning meaning, int most) {
    ChunkGroups reading = ChunkGroups.of(data, frame, groups, meaning, most);
    JavaRDD<GroupedCounts> parts = Scan.partitions(frame.rows(), reading::count);
    GroupedCounts counts =
        parts.getNumPartitions() == 0
            ? new GroupCounter(groups, CellColumns.of(frame, meaning)).result()
            : parts.treeReduce((a, b) -> a.merge(b, most), DEPTH);
    if (counts.tooMany) {
      throw new IllegalArgumentException(
          "more than %,d different combinations of group, time and status: round the time, to days say"
              .formatted(most));
    }
    return counts;
  }

  private GroupedCounts merge(GroupedCounts other, int most) {
    if (tooMany || other.tooMany) {
      return tooMany ? this : other;
    }
    CellBuffer both = new CellBuffer(columns.size());
    both.addAll(cells);
    both.addAll(other.cells);
    both.trimmed();
    boolean over = both.size() > most;
    return new GroupedCounts(
        over ? new CellBuffer(columns.size()) : both, columns, missing + other.missing, over);
  }

  /** The cells, by stratum and group, then time, status and the rest. */
  CellBuffer cells() {
    return cells;
  }

  /** What the numbers of a cell are. */
  CellColumns columns() {
    return columns;
  }

  /** Rows left out because a value was missing. */
  long missing() {
    return missing;
  }

  /** The distinct statuses, ascending. */
  double[] statuses() {
    TreeSet<Double> statuses = new TreeSet<>();
    double last = Double.NaN;
    for (int i = 0; i < cells.size(); i++) {
      double status = cells.value(STATUS, i);
      if (status != last) {
        statuses.add(status);
        last = status;
      }
    }
    return statuses.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** A cell's stratum. */
  int stratum(int cell) {
    return (int) (cells.place(cell) >> Integer.SIZE);
  }

  /** A cell's group. */
  int group(int cell) {
    return (int) cells.place(cell);
  }

  /** Where a stratum's group is among cells. */
  static long place(int stratum, int group) {
    return (long) stratum << Integer.SIZE | group;
  }
}
