package org.hepatica.ml.show;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Coefficients as R's {@code printCoefmat()} shows them: decimals in common but for P. */
final class CoefficientTable {

  private static final int DIGITS = 4;
  private static final int TEST_DIGITS = 3;

  private final List<ModelTerm> terms;
  private final boolean robust;

  CoefficientTable(List<ModelTerm> terms) {
    this.terms = terms;
    this.robust = terms.stream().anyMatch(term -> term.robustStdError() != null);
  }

  String text() {
    List<List<Double>> values =
        Stream.of(
                each(terms, ModelTerm::estimate),
                each(terms, ModelTerm::hazardRatio),
                each(terms, ModelTerm::stdError),
                each(terms, ModelTerm::robustStdError))
            .limit(robust ? 4 : 3)
            .toList();
    List<String> cells = estimates(values.stream().flatMap(List::stream).toArray(Double[]::new));
    TextMatrix matrix = new TextMatrix(terms.stream().map(ModelTerm::term).toList());
    List<String> heads = List.of("coef", "exp(coef)", "se(coef)", "robust se");
    int rows = terms.size();
    for (int i = 0; i < values.size(); i++) {
      matrix.column(heads.get(i), cells.subList(i * rows, (i + 1) * rows));
    }
    double[] z = numbers(each(terms, ModelTerm::statistic));
    for (int i = 0; i < z.length; i++) {
      z[i] = Digits.round(z[i], TEST_DIGITS);
    }
    return matrix
        .column("z", Digits.format(z, DIGITS))
        .column("Pr(>|z|)", PValues.format(numbers(each(terms, ModelTerm::pValue)), TEST_DIGITS))
        .text();
  }

  /**
   * Rounded to so many decimals that the smallest has the digits, then formatted and padded alike.
   */
  private static List<String> estimates(Double[] values) {
    double least =
        Stream.of(values)
            .filter(Objects::nonNull)
            .mapToDouble(Math::abs)
            .filter(v -> v > 0)
            .min()
            .orElse(1);
    int decimals = Math.max(1, DIGITS - 1 - (int) Math.floor(Math.log10(least)));
    double[] rounded = numbers(Arrays.asList(values));
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = Digits.round(rounded[i], decimals);
    }
    List<String> cells = Digits.format(rounded, DIGITS);
    int widest = cells.stream().mapToInt(String::length).max().orElse(0);
    return cells.stream().map(cell -> " ".repeat(widest - cell.length()) + cell).toList();
  }

  static List<Double> each(List<ModelTerm> terms, Function<ModelTerm, Double> value) {
    return terms.stream().map(value).collect(Collectors.toList());
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(v -> v == null ? Double.NaN : v).toArray();
  }
}
