package org.hepatica.survival.cox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hepatica.survival.PublicData;

/** Data for Cox regression from public data sets, and other arrangements of the same rows. */
final class CoxExamples {

  private CoxExamples() {}

  /**
   * Data for Cox regression. A column written {@code celltype=large} is an indicator, named by its
   * value.
   */
  static CoxData cox(PublicData from, String... columns) {
    double[][] matrix = new double[from.time().length][columns.length];
    String[] names = new String[columns.length];
    for (int j = 0; j < columns.length; j++) {
      String[] parts = columns[j].split("=");
      names[j] = parts[parts.length - 1];
      double[] values =
          parts.length == 1 ? from.numbers(parts[0]) : indicator(from, parts[0], parts[1]);
      for (int i = 0; i < values.length; i++) {
        matrix[i][j] = values[i];
      }
    }
    return CoxData.of(from.time(), from.event(), matrix, List.of(names));
  }

  private static double[] indicator(PublicData from, String column, String level) {
    return Arrays.stream(from.texts(column))
        .mapToDouble(text -> text.equals(level) ? 1 : 0)
        .toArray();
  }

  /** Rows alike in everything made one, with their number as frequency. */
  static CoxData collapse(CoxData data) {
    Map<String, long[]> seen = new TreeMap<>();
    for (int i = 0; i < data.size(); i++) {
      int row = i;
      double[] x =
          IntStream.range(0, data.names().size()).mapToDouble(j -> data.value(row, j)).toArray();
      String key = data.time(i) + " " + data.event(i) + " " + data.stratum(i) + Arrays.toString(x);
      seen.computeIfAbsent(key, k -> new long[] {row, 0})[1] += data.frequency(i);
    }
    int[] kept = seen.values().stream().mapToInt(v -> (int) v[0]).toArray();
    long[] frequency = seen.values().stream().mapToLong(v -> v[1]).toArray();
    return take(data, kept).withFrequency(frequency);
  }

  /** Some rows in an order; frequencies are 1. */
  static CoxData take(CoxData data, int[] kept) {
    double[] time = IntStream.of(kept).mapToDouble(data::time).toArray();
    boolean[] event = new boolean[kept.length];
    double[][] x = new double[kept.length][data.names().size()];
    for (int i = 0; i < kept.length; i++) {
      event[i] = data.event(kept[i]);
      for (int j = 0; j < x[i].length; j++) {
        x[i][j] = data.value(kept[i], j);
      }
    }
    return CoxData.of(time, event, x, data.names())
        .withStratum(IntStream.of(kept).map(data::stratum).toArray());
  }
}
