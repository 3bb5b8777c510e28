package org.hepatica.ml.estimator;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.ml.collapse.Layout;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.ml.collapse.PatternCounter;
import org.hepatica.ml.collapse.PatternCounts;
import org.hepatica.ml.direct.BlockSource;
import org.hepatica.ml.direct.PlainRows;
import org.hepatica.ml.scan.Scan;
import org.hepatica.survival.cox.Concordance;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.CoxData;
import org.hepatica.survival.cox.Ties;

/**
 * Concordance of a column of predictions with survival, exact, and no row goes to the driver: from
 * counts of subjects by time, status and prediction, or from blocks where these are too varied.
 *
 * @param time follow-up
 * @param died 1 for an event, 0 if censored
 * @param prediction larger for an earlier event
 * @param weight case weights
 * @param stratum pairs are compared within
 * @param uno whether pairs are weighted against censoring
 * @param horizon last time of the events that count
 * @param limits to what is counted
 */
record Concordances(
    Column time,
    Column died,
    Column prediction,
    Optional<Column> weight,
    Optional<Column> stratum,
    boolean uno,
    OptionalDouble horizon,
    Limits limits) {

  /** As many predictions as there may be patterns. */
  static final Limits LIMITS = new Limits(1 << 16, 1 << 16, 1 << 17, 1 << 25);

  private static final int DEPTH = 2;

  /**
   * The concordance; rows with a missing value take no part.
   *
   * @param dataset of subjects
   * @return empty if no two subjects can be compared
   */
  Optional<ConcordanceResult> of(Dataset<?> dataset) {
    List<Column> columns = new ArrayList<>(List.of(time, died, prediction));
    weight.ifPresent(columns::add);
    stratum.ifPresent(columns::add);
    PatternCounts counts = counts(dataset.select(columns.toArray(Column[]::new)));
    return counts.tooMany().isEmpty() ? counted(counts) : direct(dataset);
  }

  private PatternCounts counts(Dataset<Row> rows) {
    List<Integer> values = IntStream.range(2, rows.columns().length).boxed().toList();
    List<Boolean> texts =
        values.stream()
            .map(i -> rows.schema().fields()[i].dataType().typeName().equals("string"))
            .toList();
    Layout layout = new Layout(0, 1, values, texts);
    Limits most = limits;
    JavaRDD<PatternCounts> parts =
        Scan.partitions(rows, chunks -> PatternCounter.count(chunks, layout, most));
    return parts.getNumPartitions() == 0
        ? PatternCounts.none()
        : parts.treeReduce(PatternCounts::merge, DEPTH);
  }

  private Optional<ConcordanceResult> counted(PatternCounts counts) {
    List<double[]> rows = new ArrayList<>();
    Map<Object, Integer> strata = new HashMap<>();
    for (List<Object> pattern : counts.patterns()) {
      double each = weight.isPresent() ? (Double) pattern.get(1) : 1;
      Object name = stratum.isPresent() ? pattern.get(pattern.size() - 1) : "";
      int own = strata.computeIfAbsent(name, n -> strata.size());
      counts.forEach(
          pattern,
          (at, status, n) ->
              rows.add(new double[] {at, status, (Double) pattern.get(0), n, each, own}));
    }
    int size = rows.size();
    boolean[] event = new boolean[size];
    long[] frequency = new long[size];
    int[] strataOf = new int[size];
    for (int i = 0; i < size; i++) {
      event[i] = rows.get(i)[1] == 1;
      frequency[i] = (long) rows.get(i)[3];
      strataOf[i] = (int) rows.get(i)[5];
    }
    CoxData data =
        CoxData.ofFlat(column(rows, 0), event, new double[0], List.of())
            .withFrequency(frequency)
            .withStratum(strataOf);
    CoxData weighted = weight.isPresent() ? data.withWeight(column(rows, 4)) : data;
    return options().of(weighted, column(rows, 2));
  }

  private Concordance options() {
    Concordance plain = Concordance.withDefaults();
    Concordance chosen = uno ? plain.uno() : plain.harrell();
    return horizon.isPresent() ? chosen.upTo(horizon.getAsDouble()) : chosen;
  }

  private static double[] column(List<double[]> rows, int place) {
    return rows.stream().mapToDouble(row -> row[place]).toArray();
  }

  private Optional<ConcordanceResult> direct(Dataset<?> dataset) {
    List<Column> columns = new ArrayList<>(List.of(time, died, prediction));
    columns.add(stratum.orElse(lit(0.0)));
    weight.ifPresent(columns::add);
    Dataset<Row> rows = dataset.select(columns.toArray(Column[]::new));
    boolean text = rows.schema().fields()[3].dataType().typeName().equals("string");
    PlainRows reader = new PlainRows(0, 1, 1, 3, text, weight.isPresent() ? 4 : -1, List.of(2));
    try (BlockSource source = BlockSource.of(rows, reader, List.of("prediction"), Ties.EFRON)) {
      return source.concordance(new double[] {1}, options());
    }
  }
}
