package org.hepatica.survival;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table of counts without empty rows and columns, with its margins. */
final class CrossTable {

  private final long[][] counts;
  private final long[] rows;
  private final long[] columns;
  private final double total;

  private CrossTable(long[][] counts, int width) {
    this.counts = counts;
    rows = Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).toArray();
    columns =
        IntStream.range(0, width)
            .mapToLong(c -> Arrays.stream(counts).mapToLong(row -> row[c]).sum())
            .toArray();
    total = Arrays.stream(rows).sum();
  }

  /** Checks the counts and drops rows and columns that have none. */
  static CrossTable of(long[][] counts) {
    int width = counts.length == 0 ? 0 : counts[0].length;
    for (long[] row : counts) {
      if (row.length != width || Arrays.stream(row).anyMatch(count -> count < 0)) {
        throw new IllegalArgumentException(
            "a table needs rows of one length and counts of at least 0: "
                + Arrays.deepToString(counts));
      }
    }
    CrossTable full = new CrossTable(counts, width);
    int[] kept = IntStream.range(0, width).filter(c -> full.columns[c] > 0).toArray();
    long[][] reduced =
        IntStream.range(0, counts.length)
            .filter(r -> full.rows[r] > 0)
            .mapToObj(r -> IntStream.of(kept).mapToLong(c -> counts[r][c]).toArray())
            .toArray(long[][]::new);
    return new CrossTable(reduced, kept.length);
  }

  int df() {
    return Math.max(0, rows.length - 1) * Math.max(0, columns.length - 1);
  }

  boolean isTwoByTwo() {
    return rows.length == 2 && columns.length == 2;
  }

  long count(int row, int column) {
    return counts[row][column];
  }

  long row(int row) {
    return rows[row];
  }

  long column(int column) {
    return columns[column];
  }

  double smallestExpected() {
    return cells().map(Cell::expected).min(Double::compare).orElse(0.0);
  }

  /** Pearson's statistic; the correction shortens each distance, never past 0, by one length. */
  double chiSquared(double correction) {
    double shortest = cells().mapToDouble(Cell::distance).min().orElse(0);
    double shortened = Math.min(correction, shortest);
    return cells()
        .mapToDouble(cell -> Math.pow(cell.distance() - shortened, 2) / cell.expected())
        .sum();
  }

  private Stream<Cell> cells() {
    return IntStream.range(0, rows.length)
        .boxed()
        .flatMap(r -> IntStream.range(0, columns.length).mapToObj(c -> cell(r, c)));
  }

  private Cell cell(int row, int column) {
    double expected = rows[row] * (columns[column] / total);
    return new Cell(expected, Math.abs(counts[row][column] - expected));
  }

  private record Cell(double expected, double distance) {}
}
