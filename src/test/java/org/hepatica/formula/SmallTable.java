package org.hepatica.formula;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A table of the references in memory, with types as read.csv gives them. */
final class SmallTable {

  private final Map<String, List<String>> columns = new LinkedHashMap<>();
  private final int size;

  private SmallTable(List<List<String>> lines) {
    List<List<String>> rows = lines.subList(1, lines.size());
    this.size = rows.size();
    for (int j = 0; j < lines.get(0).size(); j++) {
      int column = j;
      columns.put(lines.get(0).get(j), rows.stream().map(row -> row.get(column)).toList());
    }
  }

  static SmallTable of(String name) {
    return new SmallTable(ReferenceFile.lines("model-matrix-" + name));
  }

  int size() {
    return size;
  }

  Schema schema() {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    columns.forEach((name, values) -> types.put(name, type(values)));
    return new Schema(types);
  }

  private static ColumnType type(List<String> values) {
    if (all(values, value -> value.matches("TRUE|FALSE"))) {
      return ColumnType.BOOLEAN;
    }
    if (all(values, value -> value.matches("-?[0-9]+"))) {
      return ColumnType.INTEGER;
    }
    return all(values, v -> v.matches("[-0-9.e]+")) ? ColumnType.NUMERIC : ColumnType.TEXT;
  }

  private static boolean all(List<String> values, Predicate<String> rule) {
    return values.stream().filter(value -> !value.isEmpty()).allMatch(rule);
  }

  boolean complete(int row, Collection<String> used) {
    return used.stream().noneMatch(column -> columns.get(column).get(row).isEmpty());
  }

  /** The levels, where rows with a missing value in one of some columns are not used. */
  Levels levels(Collection<String> used) {
    return new Levels() {
      @Override
      public List<String> texts(LevelNeed need) {
        return IntStream.range(0, size)
            .filter(i -> need.rows() == LevelNeed.Rows.ALL || complete(i, used))
            .mapToObj(columns.get(need.column())::get)
            .filter(value -> !value.isEmpty())
            .distinct()
            .toList();
      }

      @Override
      public double[] numbers(LevelNeed need) {
        return texts(need).stream().mapToDouble(Double::parseDouble).toArray();
      }
    };
  }

  double[] row(int i, List<Input> inputs) {
    return inputs.stream().mapToDouble(in -> value(in, columns.get(in.column()).get(i))).toArray();
  }

  private static double value(Input input, String text) {
    if (text.isEmpty()) {
      return Double.NaN;
    }
    return switch (input.type()) {
      case TEXT -> input.placeOf(text);
      case BOOLEAN -> text.equals("TRUE") ? 1 : 0;
      default -> Double.parseDouble(text);
    };
  }
}
