package org.hepatica.survival.cox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hepatica.survival.Cholesky;
import org.hepatica.survival.TestResult;

/**
 * The score test of proportional hazards, as R's {@code cox.zph} from version 3: does a coefficient
 * follow {@code b + c g(t)}?
 *
 * <p>Of the model with columns {@code x} and {@code x g(t)} the test of {@code c = 0} at the
 * estimate of b, with g centred at its mean over the events. Grambsch and Therneau 1994,
 * doi:10.1093/biomet/81.3.515.
 */
public final class ProportionalHazardsTest {

  private static final ProportionalHazardsTest DEFAULTS =
      new ProportionalHazardsTest(TimeTransform.KAPLAN_MEIER);

  private final TimeTransform transform;

  private ProportionalHazardsTest(TimeTransform transform) {
    this.transform = transform;
  }

  /** Over Kaplan-Meier's scale of time. */
  public static ProportionalHazardsTest withDefaults() {
    return DEFAULTS;
  }

  /** The same over another scale of time. */
  public ProportionalHazardsTest with(TimeTransform newTransform) {
    return new ProportionalHazardsTest(newTransform);
  }

  /**
   * Tests each term and all together.
   *
   * @param data what was fitted
   * @param fit its fit
   * @param terms the columns that are tested together
   * @return the tests; empty if nothing was estimated
   * @throws IllegalArgumentException if a coefficient runs to infinity, ties are exact, or an event
   *     time has no logarithm where that is the scale
   */
  public Optional<ProportionalHazardsResult> test(CoxData data, CoxFit fit, List<Term> terms) {
    List<String> names = fit.covariance().names();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Moments moments = new Moments(data, fit);
    List<ProportionalHazardsResult.TermTest> tests = new ArrayList<>();
    for (Term term : terms) {
      int[] columns =
          term.columns().stream().mapToInt(names::indexOf).filter(j -> j >= 0).toArray();
      if (columns.length > 0) {
        tests.add(new ProportionalHazardsResult.TermTest(term.name(), moments.test(columns)));
      }
    }
    int[] all = IntStream.range(0, names.size()).toArray();
    return Optional.of(new ProportionalHazardsResult(tests, moments.test(all)));
  }

  /** Sums over event times of the information, times 1, g and g^2, and of g times the score. */
  private final class Moments {

    private final double[][][] information;
    private final double[] score;
    private final int p;

    Moments(CoxData data, CoxFit fit) {
      FittedRows fitted = FittedRows.of(data, fit);
      p = fitted.columns();
      information = new double[3][p][p];
      score = new double[p];
      double[] g = centred(data);
      int[] rank = eventRanks(data, fitted.rows.events);
      RiskSweep.of(fitted.rows)
          .run(
              fitted.eta,
              (number, at) -> {
                CoxAccumulator one = new CoxAccumulator(fit.ties(), p);
                one.add(at);
                add(g[rank[number]], one.derivatives());
              });
    }

    private void add(double g, CoxDerivatives at) {
      for (int j = 0; j < p; j++) {
        score[j] += g * at.gradient()[j];
        for (int k = 0; k < p; k++) {
          information[0][j][k] += at.information()[j][k];
          information[1][j][k] += g * at.information()[j][k];
          information[2][j][k] += g * g * at.information()[j][k];
        }
      }
    }

    TestResult test(int[] columns) {
      int q = columns.length;
      double[][] matrix = new double[p + q][p + q];
      double[] u = new double[p + q];
      for (int j = 0; j < p; j++) {
        System.arraycopy(information[0][j], 0, matrix[j], 0, p);
        for (int b = 0; b < q; b++) {
          matrix[j][p + b] = matrix[p + b][j] = information[1][j][columns[b]];
        }
      }
      for (int a = 0; a < q; a++) {
        u[p + a] = score[columns[a]];
        for (int b = 0; b < q; b++) {
          matrix[p + a][p + b] = information[2][columns[a]][columns[b]];
        }
      }
      return TestResult.ofChiSquared(new Cholesky(matrix, 1e-13).quadraticForm(u), q);
    }
  }

  /** The scale of time less its mean over events, brought to the size of 1. */
  private double[] centred(CoxData data) {
    double[] g = transform.of(data);
    double sum = 0;
    double events = 0;
    double size = 0;
    for (int i = 0; i < data.size(); i++) {
      if (data.event(i) && data.frequency(i) > 0) {
        sum += data.frequency(i) * g[data.followUp().timeRank()[i]];
        events += data.frequency(i);
      }
    }
    for (int t = 0; t < g.length; t++) {
      g[t] -= sum / events;
      size = Math.max(size, Double.isFinite(g[t]) ? Math.abs(g[t]) : 0);
    }
    for (int t = 0; t < g.length && size > 0; t++) {
      g[t] /= size;
    }
    return g;
  }

  private static int[] eventRanks(CoxData data, EventTimes events) {
    double[] times = new double[events.size()];
    for (int e = 0; e < times.length; e++) {
      times[e] = events.time(e);
    }
    return data.followUp().grid().ranks(times);
  }
}
