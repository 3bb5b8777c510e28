package org.hepatica.ml.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.hepatica.ml.scan.Chunk;
import org.hepatica.ml.scan.Chunks;

/**
 * Makes blocks of a partition's chunks. Rows with a missing value are left out and counted.
 *
 * <p>A block is as large as a processor's caches like for sorting and gathering: 2^20 rows.
 */
final class BlockBuilder implements Iterator<Block> {

  static final int MOST_ROWS = 1 << 20;

  private final Chunks chunks;
  private final Roles roles;
  private final double[] time = new double[MOST_ROWS];
  private final byte[] event = new byte[MOST_ROWS];
  private final int[] stratum = new int[MOST_ROWS];
  private final double[][] columns;
  private final boolean[] used = new boolean[Chunk.CAPACITY];
  private final Map<Object, Integer> strata = new LinkedHashMap<>();
  private int rows;
  private long missing;

  BlockBuilder(Chunks chunks, Roles roles) {
    this.chunks = chunks;
    this.roles = roles;
    columns = new double[roles.design().size()][MOST_ROWS];
  }

  @Override
  public boolean hasNext() {
    while (rows + Chunk.CAPACITY <= MOST_ROWS && chunks.hasNext()) {
      add(chunks.next());
    }
    return rows > 0 || missing > 0;
  }

  @Override
  public Block next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Block block = new BlockSort(time, event, stratum, rows).block(names(), columns, missing);
    rows = 0;
    missing = 0;
    strata.clear();
    return block;
  }

  private void add(Chunk chunk) {
    int n = chunk.rows();
    mark(chunk, n);
    double[] times = chunk.column(roles.time());
    double[] events = chunk.column(roles.event());
    int row = rows;
    for (int i = 0; i < n; i++) {
      if (used[i]) {
        time[row] = times[i] + 0.0;
        event[row] = (byte) (events[i] == 0 ? 0 : 1);
        stratum[row] = 0;
        row++;
      }
    }
    for (int j = 0; j < columns.length; j++) {
      gather(chunk.column(roles.design().get(j)), columns[j], n);
    }
    roles.stratumPlace().ifPresent(place -> strata(chunk.column(place), place, n));
    missing += n - (row - rows);
    rows = row;
  }

  private void mark(Chunk chunk, int n) {
    Arrays.fill(used, 0, n, true);
    List<Integer> places = new ArrayList<>(roles.design());
    places.add(roles.time());
    places.add(roles.event());
    roles.stratumPlace().ifPresent(places::add);
    for (int place : places) {
      double[] values = chunk.column(place);
      for (int i = 0; i < n; i++) {
        used[i] &= !Double.isNaN(values[i]);
      }
    }
  }

  private void gather(double[] from, double[] to, int n) {
    int row = rows;
    for (int i = 0; i < n; i++) {
      if (used[i]) {
        to[row++] = from[i];
      }
    }
  }

  private void strata(double[] from, int place, int n) {
    int row = rows;
    double last = Double.NaN;
    int number = -1;
    for (int i = 0; i < n; i++) {
      if (used[i]) {
        if (from[i] != last) {
          last = from[i];
          number = strata.computeIfAbsent(name(last, place), name -> strata.size());
        }
        stratum[row++] = number;
      }
    }
  }

  private Object name(double value, int place) {
    return roles.stratumIsText() ? chunks.texts(place).get((int) value) : (Object) value;
  }

  private Object[] names() {
    return strata.isEmpty() ? new Object[1] : strata.keySet().toArray();
  }
}
