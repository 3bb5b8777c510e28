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

  /** An array is worth it when at least one cell in so many occurs. */
  private static final int WORTH_IT = 8;

  /** What a cell that occurs costs, in cells of an array. */
  private static final int SPARSE_COST = 4;

  private final Layout layout;
  private final Limits limits;
  private final Levels times;
  private final Levels statuses = new Levels(STATUSES, STATUSES);
  private final Levels[] levels;
  private final Patterns patterns;
  private final int[] pattern = new int[Chunk.CAPACITY];
  private final int[] code = new int[Chunk.CAPACITY];
  private final int[] statusCode = new int[Chunk.CAPACITY];
  private SparseTally sparse = new SparseTally();
  private DenseTally dense;
  private long missing;

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
    return dense != null && addKnown(chunk) ? Optional.empty() : addAny(chunk);
  }

  /**
   * Adds a chunk of which everything has been met before, as is usual after the first ones: loops
   * without a decision a row.
   *
   * @return false, with nothing added, where anything is new or missing
   */
  private boolean addKnown(Chunk chunk) {
    int n = chunk.rows();
    Arrays.fill(pattern, 0, n, 0);
    for (int j = 0; j < levels.length; j++) {
      if (!known(levels[j], chunk, layout.values().get(j), code)
          || !patterns.known(j, pattern, code, n)) {
        return false;
      }
    }
    return known(times, chunk, layout.time(), code)
        && known(statuses, chunk, layout.status(), statusCode)
        && dense.addKnown(pattern, code, statusCode, n);
  }

  private static boolean known(Levels levels, Chunk chunk, int column, int[] to) {
    int[] whole = chunk.whole(column);
    return whole == null
        ? levels.known(chunk.column(column), chunk.rows(), to)
        : levels.known(whole, chunk.rows(), to);
  }

  private Optional<String> addAny(Chunk chunk) {
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
        if (dense != null) {
          dense.add(pattern[i], t, s);
        } else {
          sparse.add(pattern[i], t, s);
        }
      }
    }
    return settle() ? Optional.empty() : Optional.of(CELLS);
  }

  /**
   * Turns to an array a pattern once so many of its cells occur that it is the better way.
   *
   * @return whether what is counted has room
   */
  private boolean settle() {
    if (dense != null) {
      return dense.cells() <= limits.cells();
    }
    long room = (long) patterns.size() * times.size() * Math.max(2, statuses.size());
    if (room <= limits.cells() && room < (long) WORTH_IT * sparse.size()) {
      dense = new DenseTally();
      sparse.forEach(dense::add);
      sparse = null;
      return true;
    }
    return sparse.size() <= limits.cells() / SPARSE_COST;
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

  private PatternCounts result(Chunks chunks) {
    List<List<Object>> values = new ArrayList<>();
    for (int p = 0; p < patterns.size(); p++) {
      values.add(values(p, chunks));
    }
    CellGatherer gatherer = new CellGatherer(values, times.values(), statuses.values());
    if (dense != null) {
      dense.forEach(gatherer.timeOrder(), gatherer.statusOrder(), gatherer);
    } else {
      sparse.forEach(gatherer);
    }
    return gatherer.counts(missing);
  }

  private List<Object> values(int number, Chunks chunks) {
    int[] codes = patterns.codes(number);
    Object[] values = new Object[codes.length];
    for (int j = 0; j < codes.length; j++) {
      double value = levels[j].value(codes[j]);
      boolean text = layout.texts().get(j);
      values[j] = text ? (Object) chunks.texts(layout.values().get(j)).get((int) value) : value;
    }
    return List.of(values);
  }
}
