package org.hepatica.ml;

import java.util.Arrays;
import java.util.List;
import org.hepatica.formula.MatrixRow;
import org.hepatica.formula.ModelMatrix;
import org.hepatica.formula.RowOutcome;
import org.hepatica.ml.collapse.PatternCounts;
import org.hepatica.survival.TiedTimes;
import org.hepatica.survival.cox.CoxData;

/** Counted patterns as the rows of a Cox model: identical subjects with a frequency. */
final class CollapsedRows {

  private final PatternCounts counts;
  private final Frame frame;
  private final ModelMatrix matrix;
  private final int frequency;
  private final double died;
  private final MatrixRow row;
  private double[] time = new double[1024];
  private boolean[] event = new boolean[1024];
  private long[] count = new long[1024];
  private int[] stratum = new int[1024];
  private double[] offset = new double[1024];
  private double[] design;
  private int size;
  private long left;

  CollapsedRows(PatternCounts counts, Frame frame, ModelMatrix matrix, int frequency) {
    this.counts = counts;
    this.frame = frame;
    this.matrix = matrix;
    this.frequency = frequency;
    died = Status.event(counts.statuses());
    row = matrix.row();
    design = new double[1024 * matrix.columns().size()];
    double[] columns = new double[matrix.columns().size()];
    TiedTimes ties = TiedTimes.among(counts.times());
    for (List<Object> pattern : counts.patterns()) {
      RowOutcome outcome = row.evaluate(Collapsed.row(pattern, matrix.inputs(), frame), columns);
      switch (outcome) {
        case COMPLETE -> add(pattern, columns, ties);
        case MISSING -> left += counts.size(pattern);
        default -> throw Refusal.of(outcome, row);
      }
    }
  }

  private void add(List<Object> pattern, double[] columns, TiedTimes ties) {
    long each = frequency < 0 ? 1 : Frequency.of((Double) pattern.get(frequency));
    counts.forEach(
        pattern,
        (at, status, n) -> {
          grow(columns.length);
          time[size] = ties.of(at);
          event[size] = status == died;
          count[size] = Math.multiplyExact(n, each);
          stratum[size] = row.stratum();
          offset[size] = row.offset();
          System.arraycopy(columns, 0, design, size * columns.length, columns.length);
          size++;
        });
  }

  private void grow(int columns) {
    if (size == time.length) {
      time = Arrays.copyOf(time, 2 * size);
      event = Arrays.copyOf(event, 2 * size);
      count = Arrays.copyOf(count, 2 * size);
      stratum = Arrays.copyOf(stratum, 2 * size);
      offset = Arrays.copyOf(offset, 2 * size);
      design = Arrays.copyOf(design, 2 * size * columns);
    }
  }

  /** Rows that a formula drops though no value is missing, as the log of a negative number. */
  long left() {
    return left;
  }

  CoxData data() {
    return CoxData.ofFlat(
            Arrays.copyOf(time, size),
            Arrays.copyOf(event, size),
            Arrays.copyOf(design, size * matrix.columns().size()),
            matrix.names())
        .withFrequency(Arrays.copyOf(count, size))
        .withStratum(Arrays.copyOf(stratum, size))
        .withOffset(Arrays.copyOf(offset, size));
  }
}
