package org.hepatica.ml;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Counts of cells, each a place and some numbers, without an object a cell. Cells are appended as
 * they come; when there is no room they are sorted and those alike become one.
 *
 * <p>Sorted by place, then by each number. A mergeable state: any partitioning of the rows comes to
 * the same cells in the same order. Not for more than one thread.
 */
final class CellBuffer implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int FIRST = 1 << 10;

  private final int columns;
  private long[] place = new long[FIRST];
  private double[][] values;
  private long[] count = new long[FIRST];
  private int size;
  private boolean compact = true;

  /**
   * @param columns how many numbers a cell has
   */
  CellBuffer(int columns) {
    this.columns = columns;
    values = new double[columns][FIRST];
  }

  /** Adds to the count of a cell; its numbers are copied. */
  void add(long where, double[] numbers, long subjects) {
    if (size == place.length) {
      makeRoom();
    }
    place[size] = where;
    for (int j = 0; j < columns; j++) {
      // Negative and positive zero are one number.
      values[j][size] = numbers[j] + 0.0;
    }
    count[size++] = subjects;
    compact = false;
  }

  /** Half of the room is free afterwards, so that sorting is seldom. */
  private void makeRoom() {
    compact();
    if (size >= place.length / 2) {
      int length = Math.max(FIRST, Math.multiplyExact(2, place.length));
      place = Arrays.copyOf(place, length);
      count = Arrays.copyOf(count, length);
      Arrays.setAll(values, j -> Arrays.copyOf(values[j], length));
    }
  }

  /** Adds all cells of another. */
  void addAll(CellBuffer other) {
    double[] numbers = new double[columns];
    for (int i = 0; i < other.size; i++) {
      for (int j = 0; j < columns; j++) {
        numbers[j] = other.values[j][i];
      }
      add(other.place[i], numbers, other.count[i]);
    }
  }

  /** Sorts, and joins cells alike. */
  void compact() {
    if (compact) {
      return;
    }
    int[] order = sorted();
    long[] newPlace = new long[place.length];
    long[] newCount = new long[place.length];
    double[][] newValues = new double[columns][place.length];
    int kept = -1;
    for (int k = 0; k < order.length; k++) {
      int from = order[k];
      if (k == 0 || compare(order[k - 1], from) != 0) {
        kept++;
        newPlace[kept] = place[from];
        for (int j = 0; j < columns; j++) {
          newValues[j][kept] = values[j][from];
        }
      }
      newCount[kept] += count[from];
    }
    place = newPlace;
    count = newCount;
    values = newValues;
    size = kept + 1;
    compact = true;
  }

  private int compare(int a, int b) {
    int order = Long.compare(place[a], place[b]);
    for (int j = 0; order == 0 && j < columns; j++) {
      order = Double.compare(values[j][a], values[j][b]);
    }
    return order;
  }

  /** Merge sort of the cells' numbers, from runs that are in order already. */
  private int[] sorted() {
    int[] from = new int[size];
    Arrays.setAll(from, i -> i);
    int[] to = new int[size];
    for (int run = 1; run < size; run = run > size / 2 ? size : 2 * run) {
      for (int start = 0; start < size; start += 2 * run) {
        int middle = Math.min(size, start + run);
        int end = (int) Math.min(size, start + 2L * run);
        merge(from, to, start, middle, end);
        if (end == size) {
          break;
        }
      }
      int[] swap = from;
      from = to;
      to = swap;
    }
    return from;
  }

  private void merge(int[] from, int[] to, int start, int middle, int end) {
    if (middle == end || compare(from[middle - 1], from[middle]) <= 0) {
      System.arraycopy(from, start, to, start, end - start);
      return;
    }
    int a = start;
    int b = middle;
    for (int k = start; k < end; k++) {
      boolean first = b == end || a < middle && compare(from[a], from[b]) <= 0;
      to[k] = first ? from[a++] : from[b++];
    }
  }

  /** How many cells there are; of those alike one, once compact. */
  int size() {
    return size;
  }

  long place(int cell) {
    return place[cell];
  }

  double value(int column, int cell) {
    return values[column][cell];
  }

  long count(int cell) {
    return count[cell];
  }

  /** Gives back the room that is not used. */
  CellBuffer trimmed() {
    compact();
    place = Arrays.copyOf(place, size);
    count = Arrays.copyOf(count, size);
    Arrays.setAll(values, j -> Arrays.copyOf(values[j], size));
    return this;
  }
}
