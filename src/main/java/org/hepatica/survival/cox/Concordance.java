package org.hepatica.survival.cox;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Concordance of a predictor with survival, as R's {@code concordance}: within strata, with case
 * weights, intervals and clusters.
 *
 * <p>Harrell's counts each comparable pair once (Harrell 1982,
 * doi:10.1001/jama.1982.03320430047030); Uno's weights the pairs of an event at t by {@code 1 /
 * G(t-)^2}, G the Kaplan-Meier curve of censoring, up to a horizon (Uno 2011,
 * doi:10.1002/sim.4154). The standard error takes those weights as known, as R does.
 */
public final class Concordance implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Concordance DEFAULTS = new Concordance(false, Double.POSITIVE_INFINITY);

  private final boolean uno;

  /** Infinity for none. */
  private final double horizon;

  private Concordance(boolean uno, double horizon) {
    this.uno = uno;
    this.horizon = horizon;
  }

  /** Harrell's, of all times. */
  public static Concordance withDefaults() {
    return DEFAULTS;
  }

  /** Harrell's: each comparable pair counts once. */
  public Concordance harrell() {
    return new Concordance(false, horizon);
  }

  /** Uno's: pairs weighted by the inverse squared probability of not being censored. */
  public Concordance uno() {
    return new Concordance(true, horizon);
  }

  /** The same of events up to a time. */
  public Concordance upTo(double time) {
    return new Concordance(uno, time);
  }

  /** Whether pairs are weighted against censoring, as Uno's are. */
  public boolean isUno() {
    return uno;
  }

  /** Whether every comparable pair counts once: Harrell's, of all times. */
  public boolean isPlain() {
    return !uno && horizon == Double.POSITIVE_INFINITY;
  }

  /**
   * The weights of the pairs of an event by its slot, a time in a stratum.
   *
   * @param slots strata and events
   * @param time of each slot
   * @param dead the weighted number of those who leave each slot with the event
   * @param censored likewise of those without
   * @return empty if all are 1
   */
  public Optional<double[]> slotWeights(
      RiskSlots slots, double[] time, double[] dead, double[] censored) {
    if (isPlain()) {
      return Optional.empty();
    }
    double[] weights = new double[slots.size()];
    for (int s = 0; s < slots.strata(); s++) {
      int from = slots.first()[s];
      int to = slots.first()[s + 1];
      boolean weighted = uno && Arrays.stream(slots.deaths(), from, to).sum() > 1;
      double[] own =
          weighted
              ? CensoringWeights.inverseSquared(
                  Arrays.copyOfRange(dead, from, to), Arrays.copyOfRange(censored, from, to))
              : null;
      for (int slot = from; slot < to; slot++) {
        boolean counts = slots.deaths()[slot] > 0 && time[slot] <= horizon;
        double weight = weighted ? own[slot - from] : 1;
        weights[slot] = counts ? weight : 0;
      }
    }
    return Optional.of(weights);
  }

  /**
   * The concordance of a fit's linear predictor.
   *
   * @param data what was fitted, or other data with the same columns
   * @param fit its fit; columns that add nothing take no part, one that runs to infinity decides
   *     before all others
   * @return the concordance; empty if no two subjects can be compared
   * @throws IllegalArgumentException if Uno's is asked of intervals
   */
  public Optional<ConcordanceResult> of(CoxData data, CoxFit fit) {
    return of(data, LinearPredictor.inTheLimit(data, fit).values(data));
  }

  /**
   * The concordance of any predictor of risk.
   *
   * @param data subjects
   * @param predictor one number a row, larger for an earlier event
   * @return the concordance; empty if no two subjects can be compared
   * @throws IllegalArgumentException if lengths differ, or Uno's is asked of intervals
   */
  public Optional<ConcordanceResult> of(CoxData data, double[] predictor) {
    FollowUp.requireLength("predictor", data.size(), predictor.length);
    if (uno && data.isTruncated()) {
      throw new IllegalArgumentException("Uno's concordance is not defined for entry times");
    }
    int[] order = Arrays.stream(TimeOrder.of(data)).filter(i -> data.frequency(i) > 0).toArray();
    double[][] influence = new double[3][data.size()];
    for (int from = 0, to; from < order.length; from = to) {
      to = from + 1;
      while (to < order.length && data.stratum(order[to]) == data.stratum(order[from])) {
        to++;
      }
      count(data, Arrays.copyOfRange(order, from, to), predictor, influence);
    }
    return result(data, influence);
  }

  private void count(CoxData data, int[] rows, double[] predictor, double[][] influence) {
    double[] values = Arrays.stream(rows).mapToDouble(i -> predictor[i] + 0.0).toArray();
    double[] distinct = distinct(values);
    int[] rank = new int[rows.length];
    Arrays.setAll(rank, i -> Arrays.binarySearch(distinct, values[i]));
    PairCounts pairs = new PairCounts(data, rows, rank, timeWeights(data, rows));
    for (int i = 0; i < rows.length; i++) {
      influence[0][rows[i]] = pairs.concordant(i);
      influence[1][rows[i]] = pairs.discordant(i);
      influence[2][rows[i]] = pairs.tied(i);
    }
  }

  /** Ascending; without a stream, whose distinct() boxes every number. */
  private static double[] distinct(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int size = 0;
    for (double value : sorted) {
      if (size == 0 || value != sorted[size - 1]) {
        sorted[size++] = value;
      }
    }
    return Arrays.copyOf(sorted, size);
  }

  private double[] timeWeights(CoxData data, int[] rows) {
    TimeGrid grid = data.followUp().grid();
    boolean weighted =
        uno && Arrays.stream(rows).filter(data::event).mapToLong(data::frequency).sum() > 1;
    double[] weights =
        weighted ? CensoringWeights.inverseSquared(data, rows) : new double[grid.size()];
    for (int t = 0; t < weights.length; t++) {
      weights[t] = weighted ? weights[t] : 1;
      if (grid.time(t) > horizon) {
        weights[t] = 0;
      }
    }
    return weights;
  }

  private static Optional<ConcordanceResult> result(CoxData data, double[][] influence) {
    double[] sums = new double[3];
    for (int k = 0; k < sums.length; k++) {
      for (int i = 0; i < data.size(); i++) {
        // Each pair is seen from both its ends.
        sums[k] += data.weight(i) * data.frequency(i) * influence[k][i] / 2;
      }
    }
    double pairs = sums[0] + sums[1] + sums[2];
    if (!(pairs > 0)) {
      return Optional.empty();
    }
    double somers = (sums[0] - sums[1]) / pairs;
    double variance = variance(data, influence, somers, pairs);
    return Optional.of(
        new ConcordanceResult(
            (somers + 1) / 2, Math.sqrt(variance) / 2, sums[0], sums[1], sums[2]));
  }

  private static double variance(CoxData data, double[][] influence, double somers, double pairs) {
    double sum = 0;
    Map<Integer, Double> clusters = new HashMap<>();
    for (int i = 0; i < data.size(); i++) {
      double more = influence[0][i] - influence[1][i];
      double all = influence[0][i] + influence[1][i] + influence[2][i];
      double change = data.weight(i) * (more - somers * all) / pairs;
      if (data.isClustered()) {
        clusters.merge(data.cluster(i), data.frequency(i) * change, Double::sum);
      } else {
        sum += data.frequency(i) * change * change;
      }
    }
    return sum + clusters.values().stream().mapToDouble(c -> c * c).sum();
  }
}
