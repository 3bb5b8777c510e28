package org.hepatica.survival.cox;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Risk sets of intervals (entry, time], by additions alone.
 *
 * <p>Taking a leaving subject out of a large sum again leaves its rounding error behind, and all
 * digits are lost when the one that leaves was most of the sum. Here nothing is subtracted: a row
 * at risk at the run of event times a..b belongs to the one block of 2^(k+1) times whose middle m
 * lies in the run with {@code a < m <= b}, k being the highest bit in which a and b differ. In the
 * lower half of a block rows only join as times go up to m - 1, in the upper half they only join as
 * times go down to m. So a row is added twice, and a time merges one running sum a level: n + D log
 * D steps for n rows and D event times.
 */
final class TruncatedSweep implements RiskSweep {

  private final CoxRows rows;

  /** Rows at risk at one event time only. */
  private final int[] single;

  /** Rows of each level by ascending last event time. */
  private final int[][] ascending;

  /** Rows of each level by descending first event time. */
  private final int[][] descending;

  TruncatedSweep(CoxRows rows) {
    this.rows = rows;
    single = IntStream.range(0, rows.size).filter(i -> level(i) < 0).toArray();
    int levels = 32 - Integer.numberOfLeadingZeros(rows.events.size());
    ascending = new int[levels][];
    descending = new int[levels][];
    for (int k = 0; k < levels; k++) {
      int level = k;
      int[] members = IntStream.range(0, rows.size).filter(i -> level(i) == level).toArray();
      ascending[k] = sorted(members, rows.last, 1);
      descending[k] = sorted(members, rows.first, -1);
    }
  }

  private int level(int row) {
    return 31 - Integer.numberOfLeadingZeros(rows.last[row] ^ rows.first[row]);
  }

  private static int[] sorted(int[] members, int[] key, int sign) {
    long[] packed = Arrays.stream(members).mapToLong(i -> pack(sign * key[i], i)).toArray();
    Arrays.sort(packed);
    return Arrays.stream(packed).mapToInt(value -> (int) value).toArray();
  }

  private static long pack(int key, int row) {
    return ((long) key << 32) | row;
  }

  @Override
  public void run(double[] eta, Visitor visitor) {
    RiskSums[] table = new RiskSums[rows.events.size()];
    Arrays.setAll(table, e -> new RiskSums(rows.columns));
    for (int row : single) {
      add(table[rows.last[row]], eta, row);
    }
    for (int level = 0; level < ascending.length; level++) {
      lowerHalves(table, eta, level);
      upperHalves(table, eta, level);
    }
    visit(table, eta, visitor);
  }

  private void add(RiskSums sums, double[] eta, int row) {
    sums.add(eta[row], rows.mass[row], rows.x, row * rows.columns);
  }

  private int middle(int row, int level) {
    return rows.first[row] >> level << level;
  }

  private void lowerHalves(RiskSums[] table, double[] eta, int level) {
    RiskSums running = new RiskSums(rows.columns);
    int at = 0;
    int end = 0;
    for (int row : ascending[level]) {
      int middle = middle(row, level);
      for (int stop = middle == end ? rows.last[row] : end; at < stop; at++) {
        table[at].merge(running);
      }
      if (middle != end) {
        running.clear();
        at = rows.last[row];
        end = middle;
      }
      add(running, eta, row);
    }
    for (; at < end; at++) {
      table[at].merge(running);
    }
  }

  private void upperHalves(RiskSums[] table, double[] eta, int level) {
    RiskSums running = new RiskSums(rows.columns);
    int at = -1;
    int end = 0;
    for (int row : descending[level]) {
      int middle = middle(row, level);
      for (int stop = middle == end ? rows.first[row] + 1 : end; at >= stop; at--) {
        table[at].merge(running);
      }
      if (middle != end) {
        running.clear();
        at = rows.first[row];
        end = middle;
      }
      add(running, eta, row);
    }
    for (; at >= end; at--) {
      table[at].merge(running);
    }
  }

  private void visit(RiskSums[] table, double[] eta, Visitor visitor) {
    int p = rows.columns;
    int i = 0;
    for (int e = 0; e < table.length; e++) {
      EventTime at = new EventTime(table[e], p);
      for (; i < rows.size && rows.last[i] <= e; i++) {
        if (rows.event[i]) {
          at.addDeath(eta[i], rows.frequency[i], rows.mass[i], rows.x, i * p);
        }
      }
      visitor.see(e, at);
    }
  }
}
