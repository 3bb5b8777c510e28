package org.hepatica.ml.direct;

/**
 * A column's values on their way into a block, in the narrowest numbers that hold them exactly:
 * whole numbers, or whole numbers over 10, 100, ... as a registry writes its decimals, else
 * doubles. Mutable, for one thread.
 */
final class ColumnBuffer {

  private static final int LARGEST_DIVISOR = 10_000;

  private final int capacity;
  private short[] narrow;
  private int[] wide;
  private double[] exact;

  /** What whole numbers are divided by. */
  private int divisor = 1;

  private int least;
  private int most;
  private int size;

  ColumnBuffer(int capacity) {
    this.capacity = capacity;
    narrow = new short[capacity];
    clear();
  }

  /** Adds the first n values, none of them NaN. */
  void add(double[] values, int n) {
    while (exact == null && !fits(values, n, divisor)) {
      divide(values, n);
    }
    if (exact == null) {
      addWhole(values, n);
    } else {
      System.arraycopy(values, 0, exact, size, n);
    }
    size += n;
  }

  /** Forgets the values, not of which kind they are. */
  void clear() {
    size = 0;
    least = Integer.MAX_VALUE;
    most = Integer.MIN_VALUE;
  }

  private static boolean fits(double[] values, int n, double by) {
    boolean all = true;
    for (int i = 0; i < n; i++) {
      int whole = (int) Math.rint(values[i] * by);
      all &= whole / by == values[i];
    }
    return all;
  }

  /** A greater divisor, or doubles where there is none. */
  private void divide(double[] values, int n) {
    int before = divisor;
    while (divisor < LARGEST_DIVISOR) {
      divisor *= 10;
      long times = divisor / before;
      boolean room =
          size == 0 || most * times <= Integer.MAX_VALUE && least * times >= -Integer.MAX_VALUE;
      if (room && fits(values, n, divisor)) {
        multiply((int) times);
        return;
      }
    }
    exact = new double[capacity];
    for (int i = 0; i < size; i++) {
      exact[i] = whole(i) / (double) before;
    }
    narrow = null;
    wide = null;
  }

  private int whole(int i) {
    return wide == null ? narrow[i] : wide[i];
  }

  private void multiply(int times) {
    if (size > 0) {
      widen();
      for (int i = 0; i < size; i++) {
        wide[i] *= times;
      }
      least *= times;
      most *= times;
    }
  }

  private void widen() {
    if (wide == null) {
      wide = new int[capacity];
      for (int i = 0; i < size; i++) {
        wide[i] = narrow[i];
      }
      narrow = null;
    }
  }

  private void addWhole(double[] values, int n) {
    double by = divisor;
    int low = least;
    int high = most;
    for (int i = 0; i < n; i++) {
      int whole = (int) Math.rint(values[i] * by);
      low = Math.min(low, whole);
      high = Math.max(high, whole);
    }
    least = low;
    most = high;
    if (wide == null && (low < Short.MIN_VALUE || high > Short.MAX_VALUE)) {
      widen();
    }
    if (wide == null) {
      for (int i = 0; i < n; i++) {
        narrow[size + i] = (short) Math.rint(values[i] * by);
      }
    } else {
      for (int i = 0; i < n; i++) {
        wide[size + i] = (int) Math.rint(values[i] * by);
      }
    }
  }

  /** The values in an order, packed. */
  PackedColumn packed(int[] order) {
    if (exact != null) {
      double[] sorted = new double[size];
      for (int i = 0; i < size; i++) {
        sorted[i] = exact[order[i]];
      }
      return PackedColumn.of(sorted, size);
    }
    if (divisor == 1 && least >= Byte.MIN_VALUE && most <= Byte.MAX_VALUE) {
      return PackedColumn.bytes(bytes(order));
    }
    return least >= Short.MIN_VALUE && most <= Short.MAX_VALUE
        ? PackedColumn.shorts(shorts(order), divisor)
        : PackedColumn.ints(ints(order), divisor);
  }

  private byte[] bytes(int[] order) {
    byte[] sorted = new byte[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = (byte) whole(order[i]);
    }
    return sorted;
  }

  private short[] shorts(int[] order) {
    short[] sorted = new short[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = (short) whole(order[i]);
    }
    return sorted;
  }

  private int[] ints(int[] order) {
    int[] sorted = new int[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = wide[order[i]];
    }
    return sorted;
  }
}
