package org.hepatica.survival.cox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cox regression with an elastic net: minimises {@code -loglik / n + regParam (a |b|_1 + (1 - a) /
 * 2 |b|_2^2)} over columns standardised to a standard deviation of 1 (with divisor n, not n - 1).
 *
 * <p>This is {@code glmnet}'s objective; its ties are Breslow's, the default here is Efron's. Each
 * step minimises the second-order expansion column by column, exactly, and is halved if the
 * objective rose. Simon 2011, doi:10.18637/jss.v039.i05.
 */
public final class ElasticNet {

  private static final ElasticNet DEFAULTS = new ElasticNet(Ties.EFRON, 1, 100, 1e-13);
  private static final double SWEPT = 1e-14;
  private static final int MOST_SWEEPS = 100_000;
  private static final int MOST_HALVINGS = 30;

  private final Ties ties;
  private final double mixing;
  private final int maxIterations;
  private final double tolerance;

  private ElasticNet(Ties ties, double mixing, int maxIterations, double tolerance) {
    this.ties = ties;
    this.mixing = mixing;
    this.maxIterations = maxIterations;
    this.tolerance = tolerance;
  }

  /** The lasso with Efron's ties. */
  public static ElasticNet withDefaults() {
    return DEFAULTS;
  }

  /** The same with another treatment of ties. */
  public ElasticNet with(Ties newTies) {
    return new ElasticNet(newTies, mixing, maxIterations, tolerance);
  }

  /**
   * The same with another mixing.
   *
   * @param newMixing 1 is the lasso, 0 ridge
   * @return the changed options
   * @throws IllegalArgumentException if outside 0 to 1
   */
  public ElasticNet withMixing(double newMixing) {
    if (!(newMixing >= 0 && newMixing <= 1)) {
      throw new IllegalArgumentException("a mixing lies between 0 and 1: " + newMixing);
    }
    return new ElasticNet(ties, newMixing, maxIterations, tolerance);
  }

  /**
   * The same with another limit of steps.
   *
   * @param limit at least 1
   * @return the changed options
   * @throws IllegalArgumentException if the limit is below 1
   */
  public ElasticNet withMaxIterations(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("at least one iteration is needed: " + limit);
    }
    return new ElasticNet(ties, mixing, limit, tolerance);
  }

  /**
   * The same with another end.
   *
   * @param change of every coefficient of a standardised column in the last step, greater than 0;
   *     by default 1e-13
   * @return the changed options
   * @throws IllegalArgumentException if the change is not greater than 0
   */
  public ElasticNet withTolerance(double change) {
    if (!(change > 0)) {
      throw new IllegalArgumentException("a tolerance is greater than 0: " + change);
    }
    return new ElasticNet(ties, mixing, maxIterations, change);
  }

  /** How tied events are treated. */
  public Ties ties() {
    return ties;
  }

  /** 1 for the lasso, 0 for ridge. */
  public double mixing() {
    return mixing;
  }

  /**
   * Fits a path.
   *
   * @param data subjects
   * @param regParams strengths of the penalty, at least 0; descending is fastest
   * @return one fit a strength, in the same order
   * @throws IllegalArgumentException if a strength is negative, or ties are exact and there are
   *     case weights
   */
  public List<ElasticNetFit> path(CoxData data, double... regParams) {
    if (ties == Ties.EXACT && data.isWeighted()) {
      throw new IllegalArgumentException("exact ties know no case weights: use efron");
    }
    SubjectTotals totals = SubjectTotals.of(data);
    CoxSource source = new RowSource(data, ties, Penalty.NONE, UnitScale.of(data), totals);
    double mass =
        IntStream.range(0, data.size()).mapToDouble(i -> data.weight(i) * data.frequency(i)).sum();
    return path(source, mass, regParams);
  }

  /**
   * Fits a path to data held elsewhere.
   *
   * @param source its scale holds the standard deviations meant
   * @param n what the log-likelihood is divided by: the sum of weights
   * @param regParams strengths of the penalty, at least 0
   * @return one fit a strength, in the same order
   * @throws IllegalArgumentException if a strength is negative
   */
  public List<ElasticNetFit> path(CoxSource source, double n, double... regParams) {
    ColumnScale scale = source.scale();
    int[] kept =
        IntStream.range(0, source.names().size()).filter(j -> !scale.isConstant(j)).toArray();
    CoxObjective objective = source.objective(kept);
    double[] beta = new double[kept.length];
    List<ElasticNetFit> fits = new ArrayList<>();
    for (double regParam : regParams) {
      if (!(regParam >= 0)) {
        throw new IllegalArgumentException("a penalty is at least 0: " + regParam);
      }
      Point end = new Descent(objective, n, regParam).from(beta);
      beta = end.beta;
      Double[] raw = new Double[source.names().size()];
      Arrays.fill(raw, 0.0);
      for (int j = 0; j < kept.length; j++) {
        raw[kept[j]] = beta[j] / scale.deviation(kept[j]);
      }
      fits.add(
          new ElasticNetFit(
              regParam,
              source.names(),
              List.of(raw),
              end.at.logLikelihood(),
              end.steps,
              end.steps < maxIterations));
    }
    return fits;
  }

  private record Point(double[] beta, CoxDerivatives at, int steps) {}

  /** One minimisation. */
  private final class Descent {

    private final CoxObjective objective;
    private final double n;
    private final double lasso;
    private final double ridge;

    Descent(CoxObjective objective, double n, double regParam) {
      this.objective = objective;
      this.n = n;
      lasso = regParam * mixing;
      ridge = regParam * (1 - mixing);
    }

    Point from(double[] start) {
      double[] beta = start;
      CoxDerivatives at = objective.at(beta);
      for (int step = 0; step < maxIterations; step++) {
        double[] next = minimised(beta, at);
        double change = change(beta, next);
        CoxDerivatives there = objective.at(next);
        double most = value(beta, at) + 1e-13 * (1 + Math.abs(value(beta, at)));
        for (int half = 0; half < MOST_HALVINGS && !(value(next, there) <= most); half++) {
          for (int j = 0; j < next.length; j++) {
            next[j] = (next[j] + beta[j]) / 2;
          }
          there = objective.at(next);
        }
        beta = next;
        at = there;
        if (change <= tolerance) {
          return new Point(beta, at, step);
        }
      }
      return new Point(beta, at, maxIterations);
    }

    private double value(double[] beta, CoxDerivatives at) {
      double sum = -at.logLikelihood() / n;
      for (double b : beta) {
        sum += lasso * Math.abs(b) + ridge / 2 * b * b;
      }
      return sum;
    }

    /** The minimum of the second-order expansion, by coordinates. */
    private double[] minimised(double[] beta, CoxDerivatives at) {
      double[] next = beta.clone();
      double[] slope = at.gradient().clone();
      for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
        double largest = 0;
        for (int j = 0; j < next.length; j++) {
          double curvature = at.information()[j][j] / n;
          double pull = slope[j] / n + curvature * next[j];
          double soft = Math.signum(pull) * Math.max(0, Math.abs(pull) - lasso);
          double value = soft == 0 ? 0 : soft / (curvature + ridge);
          double moved = value - next[j];
          if (moved != 0) {
            next[j] = value;
            for (int k = 0; k < next.length; k++) {
              slope[k] -= at.information()[j][k] * moved;
            }
            largest = Math.max(largest, Math.abs(moved));
          }
        }
        if (largest <= SWEPT) {
          break;
        }
      }
      return next;
    }

    private static double change(double[] from, double[] to) {
      double largest = 0;
      for (int j = 0; j < from.length; j++) {
        largest = Math.max(largest, Math.abs(to[j] - from[j]));
      }
      return largest;
    }
  }
}
