package org.hepatica.ml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.hepatica.formula.MatrixRow;
import org.hepatica.formula.ModelMatrix;
import org.hepatica.formula.RowOutcome;
import org.hepatica.ml.collapse.PatternCounts;
import org.hepatica.survival.FollowUpTimes;
import org.hepatica.survival.cox.CoxData;

/** Counted patterns as the rows of a Cox model: identical subjects with a frequency. */
final class CollapsedRows {

  private final PatternCounts counts;
  private final Frame frame;
  private final ModelMatrix matrix;
  private final RowMeaning meaning;
  private final double died;
  private final MatrixRow row;
  private final RowArrays rows;
  private final Map<Object, Integer> clusters = new HashMap<>();
  private long left;

  CollapsedRows(PatternCounts counts, Frame frame, ModelMatrix matrix, RowMeaning meaning) {
    this.counts = counts;
    this.frame = frame;
    this.matrix = matrix;
    this.meaning = meaning;
    died = Status.event(counts.statuses());
    row = matrix.row();
    rows = new RowArrays(matrix.columns().size());
    double[] columns = new double[matrix.columns().size()];
    for (List<Object> pattern : counts.patterns()) {
      RowOutcome outcome = row.evaluate(Collapsed.row(pattern, matrix.inputs(), frame), columns);
      switch (outcome) {
        case COMPLETE -> add(pattern, columns);
        case MISSING -> left += counts.size(pattern);
        default -> throw Refusal.of(outcome, row);
      }
    }
  }

  private void add(List<Object> pattern, double[] columns) {
    long each = number(pattern, meaning.frequency()).map(Frequency::of).orElse(1L);
    double weight = number(pattern, meaning.weight()).orElse(1.0);
    double entry = frame.hasEntry() ? (Double) pattern.get(frame.entry()) : Double.NaN;
    int cluster =
        value(pattern, meaning.cluster())
            .map(name -> clusters.computeIfAbsent(name, n -> clusters.size()))
            .orElse(0);
    counts.forEach(
        pattern,
        (time, status, n) -> {
          FollowUpTimes.refuseInfinite(time);
          rows.add(time, status == died, columns);
          rows.last(entry, Math.multiplyExact(n, each), weight);
          rows.last(row.stratum(), row.offset(), cluster);
        });
  }

  private Optional<Object> value(List<Object> pattern, Optional<String> column) {
    return column.map(name -> pattern.get(frame.columns().indexOf(name)));
  }

  private Optional<Double> number(List<Object> pattern, Optional<String> column) {
    return value(pattern, column).map(value -> (Double) value);
  }

  /** Rows that a formula drops though no value is missing, as the log of a negative number. */
  long left() {
    return left;
  }

  CoxData data() {
    CoxData data =
        CoxData.ofFlat(rows.time(), rows.event(), rows.design(), matrix.names())
            .withFrequency(rows.count())
            .withStratum(rows.stratum());
    if (frame.hasEntry()) {
      data = data.withEntry(rows.entry());
    }
    if (meaning.weight().isPresent()) {
      data = data.withWeight(rows.weight());
    }
    if (DoubleStream.of(rows.offset()).anyMatch(offset -> offset != 0)) {
      data = data.withOffset(rows.offset());
    }
    return meaning.cluster().isPresent() ? data.withCluster(rows.cluster()) : data;
  }
}
