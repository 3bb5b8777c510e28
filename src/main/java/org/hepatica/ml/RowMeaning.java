package org.hepatica.ml;

import java.util.List;
import java.util.Optional;

/**
 * Columns that say what a row stands for rather than what it is explained by.
 *
 * @param frequency how many identical subjects it stands for
 * @param weight its case weight
 * @param cluster what it is not independent of
 */
record RowMeaning(Optional<String> frequency, Optional<String> weight, Optional<String> cluster) {

  static RowMeaning plain() {
    return new RowMeaning(Optional.empty(), Optional.empty(), Optional.empty());
  }

  RowMeaning withFrequency(String column) {
    return new RowMeaning(Optional.of(column), weight, cluster);
  }

  RowMeaning withWeight(String column) {
    return new RowMeaning(frequency, Optional.of(column), cluster);
  }

  RowMeaning withCluster(Optional<String> column) {
    return new RowMeaning(frequency, weight, column);
  }

  /** Whether each row is one subject, as good as any other. */
  boolean isPlain() {
    return frequency.isEmpty() && weight.isEmpty() && cluster.isEmpty();
  }

  /** How many subjects each row of a pattern stands for; the pattern's values are of columns. */
  long subjects(List<Object> pattern, List<String> columns) {
    return frequency
        .map(column -> Frequency.of((Double) pattern.get(columns.indexOf(column))))
        .orElse(1L);
  }

  /** Columns with these behind them. */
  List<String> after(List<String> columns) {
    return Collapsed.distinct(
        columns, List.of(frequency, weight, cluster).stream().flatMap(Optional::stream).toList());
  }
}
