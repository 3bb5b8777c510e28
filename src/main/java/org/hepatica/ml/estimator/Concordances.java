package org.hepatica.ml.estimator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.ml.collapse.Layout;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.ml.collapse.PatternCounter;
import org.hepatica.ml.collapse.PatternCounts;
import org.hepatica.ml.scan.Scan;
import org.hepatica.survival.cox.Concordance;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.CoxData;

/**
 * Concordance of a column of predictions with survival, from counts of subjects by time, status and
 * prediction: exact, and no row goes to the driver. The one place that knows how.
 */
final class Concordances {

  private static final int DEPTH = 2;

  /** As many predictions as there may be patterns. */
  private static final Limits LIMITS = new Limits(1 << 16, 1 << 16, 1 << 17, 1 << 25);

  private Concordances() {}

  /**
   * The concordance; rows with a missing value take no part.
   *
   * @param dataset of subjects
   * @param time follow-up
   * @param died 1 for an event, 0 if censored
   * @param prediction larger for an earlier event
   * @param weight case weights
   * @param stratum pairs are compared within
   * @return empty if no two subjects can be compared
   * @throws IllegalArgumentException if predictions or times are too varied to be counted
   */
  static Optional<ConcordanceResult> of(
      Dataset<?> dataset,
      Column time,
      Column died,
      Column prediction,
      Optional<Column> weight,
      Optional<Column> stratum,
      Concordance options) {
    List<Column> columns = new ArrayList<>(List.of(time, died, prediction));
    weight.ifPresent(columns::add);
    stratum.ifPresent(columns::add);
    Dataset<Row> rows = dataset.select(columns.toArray(Column[]::new));
    PatternCounts counts = counts(rows);
    counts
        .tooMany()
        .ifPresent(
            what -> {
              throw new IllegalArgumentException(
                  "too many %s to be counted for a concordance: round times or predictions, or"
                          .formatted(what)
                      + " evaluate fewer rows");
            });
    return of(counts, weight.isPresent(), stratum.isPresent(), options);
  }

  private static PatternCounts counts(Dataset<Row> rows) {
    List<Integer> values = IntStream.range(2, rows.columns().length).boxed().toList();
    List<Boolean> texts =
        values.stream()
            .map(i -> rows.schema().fields()[i].dataType().typeName().equals("string"))
            .toList();
    Layout layout = new Layout(0, 1, values, texts);
    JavaRDD<PatternCounts> parts =
        Scan.partitions(rows, chunks -> PatternCounter.count(chunks, layout, LIMITS));
    return parts.getNumPartitions() == 0
        ? PatternCounts.none()
        : parts.treeReduce(PatternCounts::merge, DEPTH);
  }

  private static Optional<ConcordanceResult> of(
      PatternCounts counts, boolean weighted, boolean stratified, Concordance options) {
    List<double[]> rows = new ArrayList<>();
    Map<Object, Integer> strata = new HashMap<>();
    for (List<Object> pattern : counts.patterns()) {
      double weight = weighted ? (Double) pattern.get(1) : 1;
      Object name = stratified ? pattern.get(pattern.size() - 1) : "";
      int stratum = strata.computeIfAbsent(name, n -> strata.size());
      counts.forEach(
          pattern,
          (time, status, n) ->
              rows.add(new double[] {time, status, (Double) pattern.get(0), n, weight, stratum}));
    }
    int size = rows.size();
    boolean[] event = new boolean[size];
    long[] frequency = new long[size];
    int[] stratum = new int[size];
    for (int i = 0; i < size; i++) {
      event[i] = rows.get(i)[1] == 1;
      frequency[i] = (long) rows.get(i)[3];
      stratum[i] = (int) rows.get(i)[5];
    }
    CoxData data =
        CoxData.ofFlat(column(rows, 0), event, new double[0], List.of())
            .withFrequency(frequency)
            .withStratum(stratum);
    return options.of(weighted ? data.withWeight(column(rows, 4)) : data, column(rows, 2));
  }

  private static double[] column(List<double[]> rows, int place) {
    return rows.stream().mapToDouble(row -> row[place]).toArray();
  }
}
