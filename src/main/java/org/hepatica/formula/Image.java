package org.hepatica.formula;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The values that a program takes over all combinations of its columns' values. */
final class Image {

  private static final long MOST = 1_000_000;

  private final Inputs inputs;
  private final LevelNeed.Rows rows;
  private final String source;
  private final Span span;

  Image(Inputs inputs, LevelNeed.Rows rows, String source, Span span) {
    this.inputs = inputs;
    this.rows = rows;
    this.source = source;
    this.span = span;
  }

  /** Ascending, each once, NaN left out. */
  double[] of(Program program) {
    int[] read = program.inputs();
    List<double[]> values = Arrays.stream(read).mapToObj(i -> values(inputs.get(i))).toList();
    double combinations = values.stream().mapToDouble(v -> v.length).reduce(1, (a, b) -> a * b);
    if (read.length > 1 && combinations > MOST) {
      throw FormulaException.at(
          source,
          span,
          "a group for each value of several columns: too many to try",
          "group by the columns themselves, or by a comparison as I(age > 60)");
    }
    double[] row = new double[inputs.all().size()];
    double[] stack = new double[program.depth()];
    double[] image = new double[(int) combinations];
    for (int i = 0; i < image.length; i++) {
      fill(row, read, values, i);
      image[i] = program.run(row, stack) + 0.0;
    }
    return DoubleStream.of(image).filter(v -> !Double.isNaN(v)).sorted().distinct().toArray();
  }

  private static void fill(double[] row, int[] read, List<double[]> values, int combination) {
    int rest = combination;
    for (int i = 0; i < read.length; i++) {
      double[] choice = values.get(i);
      row[read[i]] = choice[rest % choice.length];
      rest /= choice.length;
    }
  }

  private double[] values(Input input) {
    return switch (input.type()) {
      case BOOLEAN -> new double[] {0, 1};
      case TEXT -> IntStream.range(0, input.texts().size()).asDoubleStream().toArray();
      default -> inputs.numbers(new LevelNeed(input.column(), rows));
    };
  }
}
