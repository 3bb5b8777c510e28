package org.hepatica.survival.cox;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hepatica.survival.Tail;

/**
 * Intervals of coefficients from the profile likelihood: all values that a likelihood-ratio test
 * does not reject.
 *
 * <p>A coefficient that runs to infinity has one finite bound. With Firth's penalty the penalised
 * likelihood is profiled. Venzon and Moolgavkar 1988, doi:10.2307/2347496.
 */
public final class ProfileLikelihood {

  private static final int MOST_DOUBLINGS = 30;
  private static final int MOST_STEPS = 100;
  private static final double EXACT = 1e-12;

  private final CoxRegression regression;
  private final double level;

  private ProfileLikelihood(CoxRegression regression, double level) {
    this.regression = regression;
    this.level = level;
  }

  /** Intervals of 95 % in a Cox regression with its defaults. */
  public static ProfileLikelihood withDefaults() {
    return new ProfileLikelihood(CoxRegression.withDefaults(), 0.95);
  }

  /** The same in another regression. */
  public ProfileLikelihood with(CoxRegression newRegression) {
    return new ProfileLikelihood(newRegression, level);
  }

  /**
   * The same with another confidence level.
   *
   * @param newLevel strictly between 0 and 1
   * @return the changed options
   */
  public ProfileLikelihood withLevel(double newLevel) {
    Tail.deviateFor(newLevel);
    return new ProfileLikelihood(regression, newLevel);
  }

  /**
   * The intervals.
   *
   * @param data what was fitted
   * @param fit its fit by the same regression
   * @return one interval a column that has an estimate or runs to infinity, in order
   */
  public List<ProfileInterval> of(CoxData data, CoxFit fit) {
    int[] kept =
        IntStream.range(0, data.names().size())
            .filter(j -> isProfiled(fit.coefficients().get(j)))
            .toArray();
    CoxSource source = regression.source(data);
    Profile profile = new Profile(source, kept, fit);
    double[] top = profile.top();
    List<ProfileInterval> intervals = new ArrayList<>();
    for (int j = 0; j < kept.length; j++) {
      double unit = source.scale().deviation(kept[j]);
      String name = data.names().get(kept[j]);
      OptionalDouble low = profile.bound(top, j, -1);
      OptionalDouble high = profile.bound(top, j, 1);
      intervals.add(new ProfileInterval(name, scaled(low, unit), scaled(high, unit)));
    }
    return intervals;
  }

  private static boolean isProfiled(CoxCoefficient coefficient) {
    return coefficient.estimate().isPresent() || coefficient.status().isInfinite();
  }

  private static OptionalDouble scaled(OptionalDouble bound, double unit) {
    return bound.isPresent() ? OptionalDouble.of(bound.getAsDouble() / unit) : bound;
  }

  /** The likelihood with one coefficient fixed and the others at their best. */
  private final class Profile {

    private final CoxObjective objective;
    private final double[] range;
    private final double floor;

    Profile(CoxSource source, int[] kept, CoxFit fit) {
      objective = source.objective(kept);
      range = IntStream.of(kept).mapToDouble(source.scale()::standardisedRange).toArray();
      double z = Tail.deviateFor(level);
      // A penalised fit has its likelihoods from another level than the objective.
      double atZero = objective.at(new double[kept.length]).logLikelihood();
      floor = atZero + fit.logLikelihood() - fit.logLikelihoodNull() - z * z / 2;
    }

    double[] top() {
      double[] start = new double[range.length];
      return regression.newton(objective, range).climb(start, objective.at(start)).beta();
    }

    /** Where the profile crosses the floor: Newton's steps, kept within a bracket. */
    OptionalDouble bound(double[] top, int j, int side) {
      double inside = top[j];
      double step = side * 2 / Math.sqrt(objective.at(top).information()[j][j]);
      if (!Double.isFinite(step) || Math.abs(step * range[j]) > 40) {
        step = side * 40 / range[j];
      }
      double outside = inside;
      double[] others = top.clone();
      for (int doublings = 0; ; doublings++, step *= 2) {
        outside += step;
        others = best(others, j, outside);
        if (objective.at(others).logLikelihood() < floor) {
          break;
        }
        inside = outside;
        if (doublings == MOST_DOUBLINGS || Math.abs((outside - top[j]) * range[j]) > 1e4) {
          return OptionalDouble.empty();
        }
      }
      return OptionalDouble.of(crossing(others, j, inside, outside));
    }

    private double crossing(double[] start, int j, double inside, double outside) {
      double[] at = start;
      double in = inside;
      double out = outside;
      for (int steps = 0; steps < MOST_STEPS; steps++) {
        CoxDerivatives here = objective.at(at);
        if (here.logLikelihood() < floor) {
          out = at[j];
        } else {
          in = at[j];
        }
        double next = at[j] - (here.logLikelihood() - floor) / here.gradient()[j];
        if (!(next > Math.min(in, out) && next < Math.max(in, out))) {
          next = (in + out) / 2;
        }
        if (Math.abs(next - at[j]) <= EXACT * Math.max(Math.abs(next), Math.abs(out - inside))) {
          return next;
        }
        at = best(at, j, next);
      }
      return at[j];
    }

    /** The others' best with one coefficient fixed. */
    private double[] best(double[] start, int j, double value) {
      int[] free = IntStream.range(0, range.length).filter(k -> k != j).toArray();
      CoxObjective rest = beta -> reduced(objective.at(whole(beta, free, j, value)), free);
      double[] from = IntStream.of(free).mapToDouble(k -> start[k]).toArray();
      double[] ranges = IntStream.of(free).mapToDouble(k -> range[k]).toArray();
      double[] beta = regression.newton(rest, ranges).climb(from, rest.at(from)).beta();
      return whole(beta, free, j, value);
    }

    private double[] whole(double[] part, int[] free, int j, double value) {
      double[] beta = new double[range.length];
      beta[j] = value;
      for (int k = 0; k < free.length; k++) {
        beta[free[k]] = part[k];
      }
      return beta;
    }

    private CoxDerivatives reduced(CoxDerivatives all, int[] free) {
      double[] gradient = IntStream.of(free).mapToDouble(k -> all.gradient()[k]).toArray();
      double[][] information = new double[free.length][free.length];
      for (int a = 0; a < free.length; a++) {
        for (int b = 0; b < free.length; b++) {
          information[a][b] = all.information()[free[a]][free[b]];
        }
      }
      return new CoxDerivatives(all.logLikelihood(), gradient, information);
    }
  }
}
