package org.hepatica.survival.cox;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The score test of proportional hazards, as R's {@code cox.zph} from version 3: does a coefficient
 * follow {@code b + c g(t)}?
 *
 * <p>Of the model with columns {@code x} and {@code x g(t)} the test of {@code c = 0} at the
 * estimate of b, with g centred at its mean over the events. Grambsch and Therneau 1994,
 * doi:10.1093/biomet/81.3.515.
 */
public final class ProportionalHazardsTest implements Serializable {

  private static final long serialVersionUID = 1L;

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
    return fit.covariance().names().isEmpty()
        ? Optional.empty()
        : Optional.of(test(fit, terms, moments(data, fit)));
  }

  /**
   * Tests each term and all together, of data held elsewhere.
   *
   * @param fit with at least one estimate
   * @param terms the columns that are tested together
   * @param moments of the estimated columns, over {@link #scale}
   * @return the tests
   */
  public ProportionalHazardsResult test(
      CoxFit fit, List<Term> terms, ProportionalHazardsMoments moments) {
    List<String> names = fit.covariance().names();
    List<ProportionalHazardsResult.TermTest> tests = new ArrayList<>();
    for (Term term : terms) {
      int[] columns =
          term.columns().stream().mapToInt(names::indexOf).filter(j -> j >= 0).toArray();
      if (columns.length > 0) {
        tests.add(new ProportionalHazardsResult.TermTest(term.name(), moments.test(columns)));
      }
    }
    int[] all = IntStream.range(0, names.size()).toArray();
    return new ProportionalHazardsResult(tests, moments.test(all));
  }

  /**
   * The scale of time at each distinct time, less its mean over events.
   *
   * @param counts of all times
   * @throws IllegalArgumentException if an event time has no logarithm where that is the scale
   */
  public double[] scale(TimeCounts counts) {
    return scale(counts, sums(counts));
  }

  /**
   * The same at the times of a range.
   *
   * @param counts of the range, after those before it
   * @param all what {@link #sums} of all ranges come to together
   * @throws IllegalArgumentException as above
   */
  public double[] scale(TimeCounts counts, ScaleSums all) {
    return all.centred(transform.of(counts));
  }

  /**
   * What the scale of a range comes to.
   *
   * @param counts of the range, after those before it
   */
  public ScaleSums sums(TimeCounts counts) {
    return ScaleSums.of(counts, transform.of(counts));
  }

  private ProportionalHazardsMoments moments(CoxData data, CoxFit fit) {
    FittedRows fitted = FittedRows.of(data, fit);
    int p = fitted.columns();
    ProportionalHazardsMoments moments =
        new ProportionalHazardsMoments(new double[3][p][p], new double[p]);
    double[] g = scale(TimeCounts.of(data));
    int[] rank = eventRanks(data, fitted.rows.events);
    RiskSweep.of(fitted.rows)
        .run(
            fitted.eta,
            (number, at) -> {
              CoxAccumulator one = new CoxAccumulator(fit.ties(), p);
              one.add(at);
              moments.add(g[rank[number]], one.derivatives());
            });
    return moments;
  }

  private static int[] eventRanks(CoxData data, EventTimes events) {
    double[] times = new double[events.size()];
    for (int e = 0; e < times.length; e++) {
      times[e] = events.time(e);
    }
    return data.followUp().grid().ranks(times);
  }
}
