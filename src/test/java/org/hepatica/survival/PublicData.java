package org.hepatica.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** A public data set from the CSV that data.R wrote: columns by name, rows that can be filtered. */
final class PublicData {

  private final List<String> header;
  private final List<String[]> rows;

  private PublicData(List<String> header, List<String[]> rows) {
    this.header = header;
    this.rows = rows;
  }

  static PublicData of(String name) {
    List<String[]> all = Reference.rows(name);
    return new PublicData(List.of(all.get(0)), all.subList(1, all.size()));
  }

  PublicData where(String column, String value) {
    int index = header.indexOf(column);
    return new PublicData(header, rows.stream().filter(r -> r[index].equals(value)).toList());
  }

  PublicData twice() {
    List<String[]> both = new ArrayList<>(rows);
    both.addAll(rows);
    return new PublicData(header, both);
  }

  /** The same with the times changed. */
  PublicData timed(DoubleUnaryOperator change) {
    int index = header.indexOf("time");
    List<String[]> changed =
        rows.stream()
            .map(
                row -> {
                  String[] copy = row.clone();
                  double time = change.applyAsDouble(Double.parseDouble(row[index]));
                  copy[index] = Double.toString(time);
                  return copy;
                })
            .toList();
    return new PublicData(header, changed);
  }

  double[] numbers(String column) {
    return Arrays.stream(texts(column)).mapToDouble(Double::parseDouble).toArray();
  }

  String[] texts(String column) {
    int index = header.indexOf(column);
    return rows.stream().map(row -> row[index]).toArray(String[]::new);
  }

  double[] time() {
    return numbers("time");
  }

  boolean[] event() {
    String[] texts = texts("event");
    boolean[] event = new boolean[texts.length];
    IntStream.range(0, texts.length).forEach(i -> event[i] = texts[i].equals("1"));
    return event;
  }

  SurvivalCounts counts() {
    return SurvivalCounts.of(time(), event());
  }

  /** The groups of a column, in the order of its values. */
  List<SurvivalCounts> groups(String column) {
    return levels(column).stream().map(level -> where(column, level).counts()).toList();
  }

  /** The groups of a column within each stratum of another. */
  List<List<SurvivalCounts>> groups(String column, String stratum) {
    List<String> levels = levels(column);
    return levels(stratum).stream()
        .map(s -> where(stratum, s))
        .map(part -> levels.stream().map(level -> part.where(column, level).counts()).toList())
        .toList();
  }

  List<String> levels(String column) {
    return Arrays.stream(texts(column)).distinct().sorted().toList();
  }

  int[] codes(String column) {
    List<String> levels = levels(column);
    return Arrays.stream(texts(column)).mapToInt(levels::indexOf).toArray();
  }

  /**
   * Data for Cox regression. A column written {@code celltype=large} is an indicator, named by its
   * value.
   */
  CoxData cox(String... columns) {
    double[][] matrix = new double[rows.size()][columns.length];
    String[] names = new String[columns.length];
    for (int j = 0; j < columns.length; j++) {
      String[] parts = columns[j].split("=");
      names[j] = parts[parts.length - 1];
      double[] values = parts.length == 1 ? numbers(parts[0]) : indicator(parts[0], parts[1]);
      for (int i = 0; i < values.length; i++) {
        matrix[i][j] = values[i];
      }
    }
    return CoxData.of(time(), event(), matrix, List.of(names));
  }

  private double[] indicator(String column, String level) {
    return Arrays.stream(texts(column)).mapToDouble(text -> text.equals(level) ? 1 : 0).toArray();
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
