package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.DoublePredicate;

/** A column in the narrowest type that holds its values exactly. Immutable. */
abstract sealed class PackedColumn implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * Unpacks rows {@code from..from+n} to {@code to[0..n)}, less a centre and divided by a scale.
   */
  abstract void read(int from, int n, double centre, double scale, double[] to);

  /** Rows {@code [from, to)} as a column of their own. */
  abstract PackedColumn slice(int from, int to);

  /**
   * Tables of {@code exp(slope (value - centre))}; null for a column that has none, or of which an
   * entry would overflow.
   *
   * @param slope what a coefficient is of a value
   */
  Exponentials exponentials(double slope, double centre) {
    return null;
  }

  /** Multiplies numbers by the exponentials of rows {@code from..from+n}. */
  void multiply(int from, int n, Exponentials by, double[] numbers) {
    throw new UnsupportedOperationException("a column without exponentials");
  }

  /** The values, where they are bytes; null where they are not. */
  byte[] bytes() {
    return null;
  }

  /** A column that is only a part of codes. */
  static PackedColumn coded(byte[] code, double[] values) {
    return new Coded(code, values);
  }

  /** The first n values, packed. */
  static PackedColumn of(double[] values, int n) {
    if (all(values, n, v -> (byte) v == v)) {
      return bytes(values, n);
    }
    if (all(values, n, v -> (short) v == v)) {
      return shorts(values, n);
    }
    return all(values, n, v -> (float) v == v)
        ? floats(values, n)
        : new Doubles(Arrays.copyOf(values, n));
  }

  private static boolean all(double[] values, int n, DoublePredicate fits) {
    for (int i = 0; i < n; i++) {
      if (!fits.test(values[i])) {
        return false;
      }
    }
    return true;
  }

  /** Of bytes; not copied. */
  static PackedColumn bytes(byte[] values) {
    return new Bytes(values);
  }

  /** Of whole numbers over a divisor; not copied. */
  static PackedColumn shorts(short[] values, int divisor) {
    return new Shorts(values, divisor);
  }

  /** Of whole numbers over a divisor; not copied. */
  static PackedColumn ints(int[] values, int divisor) {
    return new Ints(values, divisor);
  }

  private static PackedColumn bytes(double[] values, int n) {
    byte[] packed = new byte[n];
    for (int i = 0; i < n; i++) {
      packed[i] = (byte) values[i];
    }
    return new Bytes(packed);
  }

  private static PackedColumn shorts(double[] values, int n) {
    short[] packed = new short[n];
    for (int i = 0; i < n; i++) {
      packed[i] = (short) values[i];
    }
    return new Shorts(packed, 1);
  }

  private static PackedColumn floats(double[] values, int n) {
    float[] packed = new float[n];
    for (int i = 0; i < n; i++) {
      packed[i] = (float) values[i];
    }
    return new Floats(packed);
  }

  private static final class Bytes extends PackedColumn {

    private static final long serialVersionUID = 1L;
    private final byte[] values;

    Bytes(byte[] values) {
      this.values = values;
    }

    @Override
    Exponentials exponentials(double slope, double centre) {
      return Exponentials.haveRoom(Byte.MIN_VALUE, Byte.MAX_VALUE, slope)
          ? Exponentials.of(Byte.MIN_VALUE, Byte.MAX_VALUE, 1, slope, centre)
          : null;
    }

    @Override
    void multiply(int from, int n, Exponentials by, double[] numbers) {
      for (int i = 0; i < n; i++) {
        numbers[i] *= by.of(values[from + i]);
      }
    }

    @Override
    byte[] bytes() {
      return values;
    }

    @Override
    PackedColumn slice(int from, int to) {
      return new Bytes(Arrays.copyOfRange(values, from, to));
    }

    @Override
    void read(int from, int n, double centre, double scale, double[] to) {
      double by = 1 / scale;
      for (int i = 0; i < n; i++) {
        to[i] = (values[from + i] - centre) * by;
      }
    }
  }

  private static final class Coded extends PackedColumn {

    private static final long serialVersionUID = 1L;
    private final byte[] code;
    private final double[] values;

    Coded(byte[] code, double[] values) {
      this.code = code;
      this.values = values;
    }

    @Override
    PackedColumn slice(int from, int to) {
      return new Coded(Arrays.copyOfRange(code, from, to), values);
    }

    @Override
    void read(int from, int n, double centre, double scale, double[] to) {
      double by = 1 / scale;
      for (int i = 0; i < n; i++) {
        to[i] = (values[code[from + i] & 0xff] - centre) * by;
      }
    }
  }

  private static final class Shorts extends PackedColumn {

    private static final long serialVersionUID = 1L;
    private final short[] values;
    private final double divisor;

    Shorts(short[] values, int divisor) {
      this.values = values;
      this.divisor = divisor;
    }

    @Override
    Exponentials exponentials(double slope, double centre) {
      return Exponentials.haveRoom(Short.MIN_VALUE, Short.MAX_VALUE, slope / divisor)
          ? Exponentials.of(Short.MIN_VALUE, Short.MAX_VALUE, divisor, slope, centre)
          : null;
    }

    @Override
    void multiply(int from, int n, Exponentials by, double[] numbers) {
      for (int i = 0; i < n; i++) {
        numbers[i] *= by.of(values[from + i]);
      }
    }

    @Override
    PackedColumn slice(int from, int to) {
      return new Shorts(Arrays.copyOfRange(values, from, to), (int) divisor);
    }

    @Override
    void read(int from, int n, double centre, double scale, double[] to) {
      double by = 1 / scale;
      if (divisor == 1) {
        for (int i = 0; i < n; i++) {
          to[i] = (values[from + i] - centre) * by;
        }
      } else {
        for (int i = 0; i < n; i++) {
          to[i] = (values[from + i] / divisor - centre) * by;
        }
      }
    }
  }

  private static final class Ints extends PackedColumn {

    private static final long serialVersionUID = 1L;
    private final int[] values;
    private final double divisor;
    private final int least;
    private final int most;

    Ints(int[] values, int divisor) {
      this.values = values;
      this.divisor = divisor;
      int low = 0;
      int high = 0;
      for (int value : values) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      least = low;
      most = high;
    }

    @Override
    Exponentials exponentials(double slope, double centre) {
      return Exponentials.haveRoom(least, most, slope / divisor)
          ? Exponentials.of(least, most, divisor, slope, centre)
          : null;
    }

    @Override
    void multiply(int from, int n, Exponentials by, double[] numbers) {
      for (int i = 0; i < n; i++) {
        numbers[i] *= by.of(values[from + i]);
      }
    }

    @Override
    PackedColumn slice(int from, int to) {
      return new Ints(Arrays.copyOfRange(values, from, to), (int) divisor);
    }

    @Override
    void read(int from, int n, double centre, double scale, double[] to) {
      double by = 1 / scale;
      if (divisor == 1) {
        for (int i = 0; i < n; i++) {
          to[i] = (values[from + i] - centre) * by;
        }
      } else {
        for (int i = 0; i < n; i++) {
          to[i] = (values[from + i] / divisor - centre) * by;
        }
      }
    }
  }

  private static final class Floats extends PackedColumn {

    private static final long serialVersionUID = 1L;
    private final float[] values;

    Floats(float[] values) {
      this.values = values;
    }

    @Override
    PackedColumn slice(int from, int to) {
      return new Floats(Arrays.copyOfRange(values, from, to));
    }

    @Override
    void read(int from, int n, double centre, double scale, double[] to) {
      double by = 1 / scale;
      for (int i = 0; i < n; i++) {
        to[i] = (values[from + i] - centre) * by;
      }
    }
  }

  private static final class Doubles extends PackedColumn {

    private static final long serialVersionUID = 1L;
    private final double[] values;

    Doubles(double[] values) {
      this.values = values;
    }

    @Override
    PackedColumn slice(int from, int to) {
      return new Doubles(Arrays.copyOfRange(values, from, to));
    }

    @Override
    void read(int from, int n, double centre, double scale, double[] to) {
      double by = 1 / scale;
      for (int i = 0; i < n; i++) {
        to[i] = (values[from + i] - centre) * by;
      }
    }
  }
}
