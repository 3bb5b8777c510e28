package org.hepatica.survival.cox;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Cox's log partial likelihood with its first two derivatives where rows share few sets of
 * covariates: what depends on the coefficients is worked out a set, not a row.
 *
 * <p>A first pass over the rows, from the last time to the first, gives each event time's sums s0
 * and s1, and so what it weighs those at risk with. A second adds up these weights a set: with r
 * the hazard ratio and A the weight of all its rows, the sum over event times of S2 is that over
 * sets of {@code r A x x'}. Efron 1977, doi:10.1080/01621459.1977.10480613.
 */
final class PatternLikelihood implements CoxObjective {

  /** Of hazard ratios further apart, in logarithms, squares have no common unit. */
  private static final double MOST_SPREAD = 300;

  private final Supplier<CoxObjective> makeRowByRow;

  /** For coefficients that spread hazard ratios too far; null before there were any. */
  private CoxObjective rowByRow;

  private final EventTimes events;
  private final Ties ties;
  private final int p;

  /** By row, in the order of the passes. */
  private final int[] pattern;

  private final double[] mass;
  private final boolean[] event;
  private final int[] last;

  /** By pattern. */
  private final double[] x;

  private final double[] offset;
  private final double[] deathsOf;

  /** By event time. */
  private final long[] deaths;

  private final double[] deathWeight;

  private PatternLikelihood(
      CoxData data,
      int[] kept,
      ColumnScale scale,
      RowPatterns patterns,
      EventTimes events,
      Ties ties) {
    makeRowByRow = () -> new CoxLikelihood(new CoxRows(data, kept, scale), ties);
    this.events = events;
    this.ties = ties;
    p = kept.length;
    int[] order = events.order();
    pattern = new int[order.length];
    mass = new double[order.length];
    event = new boolean[order.length];
    last = new int[order.length];
    deaths = new long[events.size()];
    deathWeight = new double[events.size()];
    deathsOf = new double[patterns.size()];
    for (int i = 0; i < order.length; i++) {
      int row = order[i];
      pattern[i] = patterns.of()[row];
      mass[i] = data.weight(row) * data.frequency(row);
      event[i] = data.event(row);
      last[i] = events.last(row);
      if (event[i]) {
        deaths[last[i]] += data.frequency(row);
        deathWeight[last[i]] += mass[i];
        deathsOf[pattern[i]] += mass[i];
      }
    }
    x = new double[patterns.size() * p];
    offset = new double[patterns.size()];
    double centre = CoxRows.meanOffset(data);
    for (int c = 0; c < offset.length; c++) {
      offset[c] = data.offset(patterns.row()[c]) - centre;
      for (int j = 0; j < p; j++) {
        x[c * p + j] = scale.standardise(data.value(patterns.row()[c], kept[j]), kept[j]);
      }
    }
  }

  /** The likelihood; empty where rows come late, ties are exact, or sets are many. */
  static Optional<CoxObjective> of(CoxData data, int[] kept, ColumnScale scale, Ties ties) {
    if (data.isTruncated() || ties == Ties.EXACT) {
      return Optional.empty();
    }
    return RowPatterns.of(data)
        .map(
            patterns ->
                new PatternLikelihood(data, kept, scale, patterns, EventTimes.of(data), ties));
  }

  @Override
  public CoxDerivatives at(double[] beta) {
    double[] eta = eta(beta);
    double most = Arrays.stream(eta).max().orElse(0);
    double least = Arrays.stream(eta).min().orElse(0);
    if (most - least <= MOST_SPREAD) {
      return new Pass(eta, most).derivatives();
    }
    rowByRow = rowByRow == null ? makeRowByRow.get() : rowByRow;
    return rowByRow.at(beta);
  }

  private double[] eta(double[] beta) {
    double[] eta = offset.clone();
    for (int c = 0; c < eta.length; c++) {
      for (int j = 0; j < p; j++) {
        eta[c] += beta[j] * x[c * p + j];
      }
    }
    return eta;
  }

  /** One evaluation. */
  private final class Pass {

    private final double[] eta;
    private final double shift;
    private final double[] ratio;
    private final double[] inverse = new double[deaths.length];
    private final double[] fInverse = new double[deaths.length];
    private final double[] information = new double[p * (p + 1) / 2];
    private double logLikelihood;

    Pass(double[] eta, double shift) {
      this.eta = eta;
      this.shift = shift;
      ratio = Arrays.stream(eta).map(value -> Math.exp(value - shift)).toArray();
    }

    CoxDerivatives derivatives() {
      overTimes();
      double[] weight = weights();
      double[] gradient = new double[p];
      for (int c = 0; c < eta.length; c++) {
        double atRisk = ratio[c] * weight[c];
        logLikelihood += deathsOf[c] * eta[c];
        int cell = 0;
        for (int j = 0; j < p; j++) {
          double value = x[c * p + j];
          gradient[j] += (deathsOf[c] - atRisk) * value;
          for (int k = 0; k <= j; k++) {
            information[cell++] += atRisk * value * x[c * p + k];
          }
        }
      }
      double[][] matrix = new double[p][p];
      int cell = 0;
      for (int j = 0; j < p; j++) {
        for (int k = 0; k <= j; k++) {
          matrix[j][k] = matrix[k][j] = information[cell++];
        }
      }
      return new CoxDerivatives(logLikelihood, gradient, matrix);
    }

    private void overTimes() {
      double[] risk = new double[p + 1];
      double[] dead = new double[p + 1];
      TieSums sums = new TieSums();
      int i = 0;
      for (int e = 0; e < deaths.length; e++) {
        Arrays.fill(dead, 0);
        for (; i < pattern.length && last[i] == e; i++) {
          add(i, risk);
          if (event[i]) {
            add(i, dead);
          }
        }
        sums.set(ties, deaths[e], deathWeight[e] / deaths[e], risk[p], dead[p]);
        inverse[e] = sums.inverse;
        fInverse[e] = sums.fInverse;
        logLikelihood -= deathWeight[e] * shift + sums.logZ;
        takeMeans(sums, risk, dead);
        if (events.isFirst(e)) {
          Arrays.fill(risk, 0);
        }
      }
    }

    /** Sums of x, then of 1, times the hazard ratio. */
    private void add(int i, double[] sums) {
      int from = pattern[i] * p;
      double weight = mass[i] * ratio[pattern[i]];
      for (int j = 0; j < p; j++) {
        sums[j] += weight * x[from + j];
      }
      sums[p] += weight;
    }

    private void takeMeans(TieSums sums, double[] risk, double[] dead) {
      int cell = 0;
      for (int j = 0; j < p; j++) {
        double ofRisk = sums.square * risk[j] - sums.fSquare * dead[j];
        double ofDead = sums.ffSquare * dead[j] - sums.fSquare * risk[j];
        for (int k = 0; k <= j; k++) {
          information[cell++] -= ofRisk * risk[k] + ofDead * dead[k];
        }
      }
    }

    /** By pattern, what the event times weigh its rows with. */
    private double[] weights() {
      double[] until = new double[inverse.length];
      double sum = 0;
      for (int e = inverse.length - 1; e >= 0; e--) {
        sum = events.isFirst(e) ? inverse[e] : sum + inverse[e];
        until[e] = sum;
      }
      double[] weight = new double[ratio.length];
      for (int i = 0; i < pattern.length; i++) {
        int e = last[i];
        weight[pattern[i]] += mass[i] * (event[i] ? until[e] - fInverse[e] : until[e]);
      }
      return weight;
    }
  }
}
