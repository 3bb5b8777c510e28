package org.hepatica.ml.collapse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hepatica.ml.scan.Chunk;
import org.hepatica.ml.scan.Chunks;

/** Counts the subjects of a partition by time, status and pattern. */
public final class PatternCounter {

  private static final int STATUSES = 16;
  private static final int DIRECT = 1024;
  private static final String CELLS = "cells";

  private final Layout layout;
  private final Limits limits;
  private final Levels times;
  private final Levels statuses = new Levels(STATUSES, STATUSES);
  private final Levels[] levels;
  private final Patterns patterns;
  private final int[] pattern = new int[Chunk.CAPACITY];
  private final List<int[]> counts = new ArrayList<>();
  private int stride = 2;
  private long missing;
  private long cells;

  private PatternCounter(Layout layout, Limits limits) {
    this.layout = layout;
    this.limits = limits;
    times = new Levels(limits.times(), limits.times());
    levels = new Levels[layout.values().size()];
    Arrays.setAll(levels, j -> new Levels(limits.levels(), DIRECT));
    patterns = new Patterns(levels.length, limits.patterns());
  }

  /**
   * The counts of a partition. It stops reading at the first limit that is passed, and the counts
   * then say which.
   */
  public static PatternCounts count(Chunks chunks, Layout layout, Limits limits) {
    PatternCounter counter = new PatternCounter(layout, limits);
    while (chunks.hasNext()) {
      Optional<String> tooMany = counter.add(chunks.next());
      if (tooMany.isPresent()) {
        return PatternCounts.tooMany(tooMany.get());
      }
    }
    return counter.result(chunks);
  }

  private Optional<String> add(Chunk chunk) {
    int n = chunk.rows();
    double[] time = chunk.column(layout.time());
    double[] status = chunk.column(layout.status());
    markMissing(chunk, n, time, status);
    for (int j = 0; j < levels.length; j++) {
      if (!encode(chunk.column(layout.values().get(j)), j, n)) {
        return Optional.of("patterns");
      }
    }
    for (int i = 0; i < n; i++) {
      if (pattern[i] >= 0) {
        int t = times.code(time[i]);
        int s = statuses.code(status[i]);
        if (t < 0 || s < 0) {
          return Optional.of(t < 0 ? "times" : "statuses");
        }
        count(pattern[i], t, s);
      }
    }
    return cells > limits.cells() ? Optional.of(CELLS) : Optional.empty();
  }

  /** Each row's pattern starts as 0, or -1 where a value is missing. */
  private void markMissing(Chunk chunk, int n, double[] time, double[] status) {
    for (int i = 0; i < n; i++) {
      pattern[i] = Double.isNaN(time[i]) || Double.isNaN(status[i]) ? -1 : 0;
    }
    for (int place : layout.values()) {
      double[] value = chunk.column(place);
      for (int i = 0; i < n; i++) {
        if (Double.isNaN(value[i])) {
          pattern[i] = -1;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      missing += pattern[i] >>> 31;
    }
  }

  /** Steps every row's pattern on by a column; false at a limit. */
  private boolean encode(double[] value, int column, int n) {
    Levels own = levels[column];
    for (int i = 0; i < n; i++) {
      if (pattern[i] >= 0) {
        int code = own.code(value[i]);
        pattern[i] = code < 0 ? -1 : patterns.step(column, pattern[i], code);
        if (pattern[i] < 0) {
          return false;
        }
      }
    }
    return true;
  }

  private void count(int pattern, int time, int status) {
    if (status >= stride) {
      widen();
    }
    while (counts.size() <= pattern) {
      counts.add(new int[0]);
    }
    int[] own = counts.get(pattern);
    int cell = time * stride + status;
    if (cell >= own.length) {
      int length = Math.max((time + 1) * stride, Math.min(2 * own.length, times.size() * stride));
      cells += length - own.length;
      own = Arrays.copyOf(own, length);
      counts.set(pattern, own);
    }
    own[cell]++;
  }

  /** Room for twice as many statuses. */
  private void widen() {
    for (int p = 0; p < counts.size(); p++) {
      int[] narrow = counts.get(p);
      int[] wide = new int[2 * narrow.length];
      for (int cell = 0; cell < narrow.length; cell++) {
        wide[cell / stride * 2 * stride + cell % stride] = narrow[cell];
      }
      counts.set(p, wide);
    }
    stride *= 2;
  }

  private PatternCounts result(Chunks chunks) {
    if ((long) counts.size() * times.size() * statuses.size() > limits.cells()) {
      return PatternCounts.tooMany(CELLS);
    }
    Object[][] values = new Object[counts.size()][];
    for (int p = 0; p < values.length; p++) {
      int[] codes = patterns.codes(p);
      values[p] = new Object[codes.length];
      for (int j = 0; j < codes.length; j++) {
        double value = levels[j].value(codes[j]);
        boolean text = layout.texts().get(j);
        values[p][j] =
            text ? (Object) chunks.texts(layout.values().get(j)).get((int) value) : value;
      }
    }
    return PatternCounts.of(
        times.values(), statuses.values(), stride, Arrays.asList(values), counts, missing);
  }
}
