package org.hepatica.ml.collapse;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The counts of one pattern: those that are not 0, by cell, which is time times statuses plus
 * status. On the wire counts take half the room when they fit into ints.
 */
final class Cells implements Serializable {

  static final Cells EMPTY = new Cells(new int[0], new long[0]);

  private static final long serialVersionUID = 1L;

  private final int[] cells;
  private transient long[] counts;

  /**
   * @param cells ascending
   * @param counts of each
   */
  Cells(int[] cells, long[] counts) {
    this.cells = cells;
    this.counts = counts;
  }

  int size() {
    return cells.length;
  }

  int cell(int index) {
    return cells[index];
  }

  long count(int index) {
    return counts[index];
  }

  /** The count of a cell. */
  long of(int cell) {
    int index = Arrays.binarySearch(cells, cell);
    return index < 0 ? 0 : counts[index];
  }

  long sum() {
    return Arrays.stream(counts).sum();
  }

  /** The same among other times and statuses, whose places are given, both ascending. */
  Cells moved(int[] time, int[] status, int statuses) {
    int[] moved = new int[cells.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = time[cells[i] / status.length] * statuses + status[cells[i] % status.length];
    }
    return new Cells(moved, counts);
  }

  /** The counts of both. */
  Cells merge(Cells other) {
    int[] all = new int[cells.length + other.cells.length];
    long[] sums = new long[all.length];
    int a = 0;
    int b = 0;
    int n = 0;
    while (a < cells.length || b < other.cells.length) {
      boolean own = b == other.cells.length || a < cells.length && cells[a] <= other.cells[b];
      boolean both = own && b < other.cells.length && cells[a] == other.cells[b];
      all[n] = own ? cells[a] : other.cells[b];
      sums[n] = (own ? counts[a] : 0) + (own && !both ? 0 : other.counts[b]);
      a += own ? 1 : 0;
      b += !own || both ? 1 : 0;
      n++;
    }
    return new Cells(Arrays.copyOf(all, n), Arrays.copyOf(sums, n));
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    boolean narrow = Arrays.stream(counts).allMatch(count -> count <= Integer.MAX_VALUE);
    out.writeObject(
        narrow ? Arrays.stream(counts).mapToInt(count -> (int) count).toArray() : counts);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    Object read = in.readObject();
    counts =
        read instanceof int[] narrow
            ? Arrays.stream(narrow).asLongStream().toArray()
            : (long[]) read;
  }
}
