package org.hepatica.ml.show;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of numbers as R prints a matrix: labels at the left, numbers and heads at the right. */
final class TextMatrix {

  private static final int P_DIGITS = 3;

  private final List<String> labels;
  private final List<List<String>> columns = new ArrayList<>();

  TextMatrix(List<String> labels) {
    this.labels = labels;
  }

  /** Adds a column. */
  TextMatrix column(String head, List<String> cells) {
    List<String> column = new ArrayList<>(List.of(head));
    column.addAll(cells);
    columns.add(column);
    return this;
  }

  /** Adds a column with decimals in common. */
  TextMatrix numbers(String head, List<Double> values, int digits) {
    double[] present = values.stream().mapToDouble(v -> v == null ? Double.NaN : v).toArray();
    return column(head, Digits.format(present, digits));
  }

  /** Adds a column of whole numbers, in full. */
  TextMatrix counts(String head, List<Long> values) {
    return column(head, values.stream().map(n -> Long.toString(n)).toList());
  }

  /** Adds a column of P values. */
  TextMatrix pValues(String head, List<Double> values) {
    double[] present = values.stream().mapToDouble(v -> v == null ? Double.NaN : v).toArray();
    return column(head, PValues.format(present, P_DIGITS));
  }

  private static int width(List<String> cells) {
    return cells.stream().mapToInt(cell -> cell.codePointCount(0, cell.length())).max().orElse(0);
  }

  /** The lines, each ended. */
  String text() {
    int widest = width(labels);
    List<Integer> widths = columns.stream().map(TextMatrix::width).toList();
    return IntStream.rangeClosed(0, labels.size())
        .mapToObj(row -> line(row, widest, widths))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The same in blocks of columns, none wider than a line, as R breaks a wide matrix. */
  String text(int most) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (from < columns.size()) {
      int to = from + 1;
      int width = width(labels) + 1 + width(columns.get(from));
      while (to < columns.size() && width + 1 + width(columns.get(to)) <= most) {
        width += 1 + width(columns.get(to));
        to++;
      }
      TextMatrix block = new TextMatrix(labels);
      block.columns.addAll(columns.subList(from, to));
      text.append(block.text());
      from = to;
    }
    return text.toString();
  }

  private String line(int row, int widest, List<Integer> widths) {
    String label = row == 0 ? "" : labels.get(row - 1);
    StringBuilder line = new StringBuilder(label).append(spaces(widest, label));
    for (int j = 0; j < columns.size(); j++) {
      String cell = columns.get(j).get(row);
      line.append(' ').append(spaces(widths.get(j), cell)).append(cell);
    }
    return line.toString();
  }

  private static String spaces(int width, String cell) {
    return " ".repeat(width - cell.codePointCount(0, cell.length()));
  }
}
