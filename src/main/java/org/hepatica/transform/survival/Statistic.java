package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A number of the results, as a function of the counts that it rests on.
 *
 * @param result which one
 * @param question whose answer the counts are
 * @param values what the counts' values mean, in their order
 * @param of the number; NaN where there is none
 */
record Statistic(Result result, Question question, List<Value> values, ToDoubleFunction<Cells> of) {

  /** A result by its table, what tells it apart there, and the column of the number. */
  record Result(String table, String item, String column) {}

  /** A value of cells: its name, and the levels whose places it counts; none for numbers. */
  record Value(String name, List<String> levels) {

    private String words(double value) {
      String text =
          !levels.isEmpty()
              ? levels.get((int) value)
              : value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
      return name + " " + text;
    }
  }

  /** Copies the list. */
  Statistic {
    values = List.copyOf(values);
  }

  /** What the change that some made did to the number: as it is, less as it were without. */
  double effect(Cells now, Transition change) {
    return of.applyAsDouble(now) - of.applyAsDouble(change.takenBack(now));
  }

  /** A cell for people; null for none. */
  String words(CellCounter.Key cell) {
    if (cell == null) {
      return null;
    }
    String status =
        switch (cell.status()) {
          case 0 -> "event";
          case 1 -> "censored";
          default -> "competing event";
        };
    List<String> parts = new ArrayList<>(List.of(status + " on day " + cell.time()));
    for (int i = 0; i < values.size(); i++) {
      parts.add(values.get(i).words(cell.values()[i]));
    }
    return String.join(", ", parts);
  }
}
