package org.hepatica.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The infinitesimal jackknife variance of a Kaplan-Meier curve.
 *
 * <p>With {@code A(t) = sum over event times s <= t of d / (n (n - d))}, a row of weight w observed
 * from E to T moves {@code log S(t)} by {@code w (A(min(T, t)) - A(E) - 1(event at T <= t) / (n_T -
 * d_T))}. A cluster moves it by the sum over its rows, and the variance of log S is the sum of
 * squares over clusters. Rows still at risk share A(t), so that their squares need only three sums,
 * and one pass over the rows is enough. Where S is 0 the variance of S is 0.
 */
final class Jackknife {

  private final RiskTable table;
  private final double[] stdError;
  private double area;

  private Jackknife(RiskTable table) {
    this.table = table;
    stdError = new double[table.size()];
  }

  /**
   * Standard errors of S, each row a cluster.
   *
   * @param counts nobody entered late
   * @param table of the counts
   * @param survival S at each time of the table
   */
  static double[] ofCounts(WeightedCounts counts, RiskTable table, double[] survival) {
    Jackknife jackknife = new Jackknife(table);
    double staying = 0;
    for (int i = 0; i < counts.size(); i++) {
      staying += counts.eventSquares(i) + counts.censoredSquares(i);
    }
    double left = 0;
    for (int i = 0; i < table.size() && survival[i] > 0; i++) {
      double step = jackknife.step(i);
      double shift = jackknife.area - step;
      left += counts.eventSquares(i) * shift * shift;
      left += counts.censoredSquares(i) * jackknife.area * jackknife.area;
      staying -= counts.eventSquares(i) + counts.censoredSquares(i);
      double variance = left + Math.max(0, staying) * jackknife.area * jackknife.area;
      jackknife.stdError[i] = survival[i] * Math.sqrt(variance);
    }
    return jackknife.stdError;
  }

  /**
   * Standard errors of S, clustered.
   *
   * @param rows in any order, perhaps left-truncated
   * @param table of the rows
   * @param survival S at each time of the table
   */
  static double[] ofRows(SurvivalRows rows, RiskTable table, double[] survival) {
    int[] exits = ordered(rows, rows::time);
    int[] entries = ordered(rows, rows::entry);
    int[] cluster = rows.clusterNumbers();
    ClusterShifts shifts = ClusterShifts.of(rows, cluster);
    Jackknife jackknife = new Jackknife(table);
    int entered = 0;
    int left = 0;
    for (int i = 0; i < table.size() && survival[i] > 0; i++) {
      for (;
          entered < entries.length && rows.entry(entries[entered]) < table.time()[i];
          entered++) {
        double weight = shifts.weight(rows, entries[entered]);
        shifts.add(cluster[entries[entered]], -weight * jackknife.area, weight);
      }
      double step = jackknife.step(i);
      for (; left < exits.length && rows.time(exits[left]) == table.time()[i]; left++) {
        double weight = shifts.weight(rows, exits[left]);
        double shift = jackknife.area - (rows.event(exits[left]) ? step : 0);
        shifts.add(cluster[exits[left]], weight * shift, -weight);
      }
      jackknife.stdError[i] = survival[i] * Math.sqrt(shifts.sumOfSquares(jackknife.area));
    }
    return jackknife.stdError;
  }

  /** Moves A past a time; returns what an event there is worth, {@code 1 / (n - d)}. */
  private double step(int i) {
    area += table.greenwood(i);
    double events = table.weightOfEvents()[i];
    return events == 0 ? 0 : 1 / (table.weightAtRisk()[i] - events);
  }

  private static int[] ordered(SurvivalRows rows, IntToDoubleFunction key) {
    int[] kept = rows.kept();
    for (int i = 1; i < kept.length; i++) {
      if (key.applyAsDouble(kept[i - 1]) > key.applyAsDouble(kept[i])) {
        return Arrays.stream(kept)
            .boxed()
            .sorted(Comparator.comparingDouble(key::applyAsDouble))
            .mapToInt(Integer::intValue)
            .toArray();
      }
    }
    return kept;
  }

  /**
   * {@code sum over k of m_k (a_k + g_k A)^2} for any A, where a_k and g_k change one at a time.
   * Rows alike that are clusters each are one k with their number for m; in a cluster together they
   * are one row of their weights' sum.
   */
  private static final class ClusterShifts {

    private final double[] fixed;
    private final double[] atRisk;
    private final long[] alike;
    private double fixedSquares;
    private double products;
    private double riskSquares;

    private ClusterShifts(int clusters, long[] alike) {
      fixed = new double[clusters];
      atRisk = new double[clusters];
      this.alike = alike;
    }

    static ClusterShifts of(SurvivalRows rows, int[] cluster) {
      int clusters = Arrays.stream(cluster).max().orElse(-1) + 1;
      long[] alike =
          rows.isClustered()
              ? null
              : IntStream.range(0, clusters).mapToLong(rows::frequency).toArray();
      return new ClusterShifts(clusters, alike);
    }

    /** What a row counts within its cluster. */
    double weight(SurvivalRows rows, int row) {
      return alike == null ? rows.weight(row) * rows.frequency(row) : rows.weight(row);
    }

    void add(int k, double toFixed, double toRisk) {
      double oldFixed = fixed[k];
      double oldRisk = atRisk[k];
      fixed[k] += toFixed;
      atRisk[k] += toRisk;
      double times = alike == null ? 1 : alike[k];
      fixedSquares += times * (fixed[k] - oldFixed) * (fixed[k] + oldFixed);
      products += times * (fixed[k] * atRisk[k] - oldFixed * oldRisk);
      riskSquares += times * (atRisk[k] - oldRisk) * (atRisk[k] + oldRisk);
    }

    double sumOfSquares(double area) {
      return Math.max(0, fixedSquares + 2 * area * products + area * area * riskSquares);
    }
  }
}
