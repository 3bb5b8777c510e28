package org.hepatica.ml.scan;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Copies a stretch of a column vector into doubles. */
interface VectorReader {

  /** Fills {@code to[0..n)} with rows {@code from..from+n}. */
  void read(ColumnVector vector, int from, int n, double[] to);

  /**
   * The reader of a type.
   *
   * @throws IllegalArgumentException if a type is neither number, date, truth value nor text
   */
  static VectorReader of(DataType type, Texts texts) {
    VectorReader present =
        switch (type.typeName()) {
          case "integer", "date" ->
              (v, from, n, to) -> {
                for (int i = 0; i < n; i++) {
                  to[i] = v.getInt(from + i);
                }
              };
          case "double" ->
              (v, from, n, to) -> {
                for (int i = 0; i < n; i++) {
                  to[i] = v.getDouble(from + i);
                }
              };
          case "long" ->
              (v, from, n, to) -> {
                for (int i = 0; i < n; i++) {
                  to[i] = v.getLong(from + i);
                }
              };
          case "float" ->
              (v, from, n, to) -> {
                for (int i = 0; i < n; i++) {
                  to[i] = v.getFloat(from + i);
                }
              };
          case "short" ->
              (v, from, n, to) -> {
                for (int i = 0; i < n; i++) {
                  to[i] = v.getShort(from + i);
                }
              };
          case "byte" ->
              (v, from, n, to) -> {
                for (int i = 0; i < n; i++) {
                  to[i] = v.getByte(from + i);
                }
              };
          case "boolean" ->
              (v, from, n, to) -> {
                for (int i = 0; i < n; i++) {
                  to[i] = v.getBoolean(from + i) ? 1 : 0;
                }
              };
          default -> special(type, texts);
        };
    return (v, from, n, to) -> {
      if (!v.hasNull()) {
        present.read(v, from, n, to);
      } else {
        withNulls(present, v, from, n, to);
      }
    };
  }

  private static VectorReader special(DataType type, Texts texts) {
    if (type.typeName().equals("string")) {
      return (v, from, n, to) -> {
        for (int i = 0; i < n; i++) {
          to[i] = texts.code(v.getUTF8String(from + i));
        }
      };
    }
    if (type instanceof DecimalType decimal) {
      return (v, from, n, to) -> {
        for (int i = 0; i < n; i++) {
          to[i] = v.getDecimal(from + i, decimal.precision(), decimal.scale()).toDouble();
        }
      };
    }
    throw Columns.refused(type);
  }

  /** A missing value has no text and no decimal to ask for: runs between them are read. */
  private static void withNulls(
      VectorReader present, ColumnVector v, int from, int n, double[] to) {
    double[] one = new double[1];
    for (int i = 0; i < n; i++) {
      if (v.isNullAt(from + i)) {
        to[i] = Double.NaN;
      } else {
        present.read(v, from + i, 1, one);
        to[i] = one[0];
      }
    }
  }
}
