package org.hepatica.survival.competing;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hepatica.survival.Reference;

/** A public data set with a cause a row, from the CSV that data.R wrote. */
record CompetingSample(List<String> header, List<String[]> rows) {

  static CompetingSample of(String name) {
    List<String[]> all = Reference.rows(name);
    return new CompetingSample(List.of(all.get(0)), all.subList(1, all.size()));
  }

  CompetingSample where(String column, String value) {
    int index = header.indexOf(column);
    return new CompetingSample(
        header, rows.stream().filter(row -> row[index].equals(value)).toList());
  }

  CompetingSample rows(IntPredicate kept) {
    return new CompetingSample(
        header, IntStream.range(0, rows.size()).filter(kept).mapToObj(rows::get).toList());
  }

  /** Times in years, rounded up: many ties. */
  CompetingSample years() {
    int index = header.indexOf("time");
    List<String[]> years =
        rows.stream()
            .map(
                row -> {
                  String[] copy = row.clone();
                  double days = Double.parseDouble(row[index]);
                  copy[index] = Double.toString(Math.ceil(days / 365.25));
                  return copy;
                })
            .toList();
    return new CompetingSample(header, years);
  }

  double[] numbers(String column) {
    int index = header.indexOf(column);
    return rows.stream().mapToDouble(row -> Double.parseDouble(row[index])).toArray();
  }

  double[] time() {
    return numbers("time");
  }

  int[] cause() {
    return Arrays.stream(numbers("cause")).mapToInt(value -> (int) value).toArray();
  }

  CompetingCounts counts() {
    return CompetingCounts.of(time(), cause());
  }

  List<String> levels(String column) {
    int index = header.indexOf(column);
    return rows.stream().map(row -> row[index]).distinct().sorted().toList();
  }

  List<CompetingCounts> groups(String column) {
    return levels(column).stream().map(level -> where(column, level).counts()).toList();
  }

  /** The groups of a column within each stratum of another. */
  List<List<CompetingCounts>> groups(String column, String stratum) {
    List<String> levels = levels(column);
    return levels(stratum).stream()
        .map(value -> where(stratum, value))
        .map(part -> levels.stream().map(level -> part.where(column, level).counts()).toList())
        .toList();
  }

  double[][] matrix(String... columns) {
    double[][] x = new double[rows.size()][columns.length];
    for (int j = 0; j < columns.length; j++) {
      double[] values = numbers(columns[j]);
      for (int i = 0; i < values.length; i++) {
        x[i][j] = values[i];
      }
    }
    return x;
  }
}
