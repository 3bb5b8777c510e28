package org.hepatica.survival.competing;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hepatica.survival.Cholesky;
import org.hepatica.survival.cox.CoefficientStatus;

/**
 * Fine and Gray's proportional hazards model of a subdistribution: {@code F(t | x) = 1 - exp(-L(t)
 * exp(x b))} for the cumulative incidence F of one cause.
 *
 * <p>A patient with a competing event stays at risk, weighted by the probability of not being
 * censored since ({@link SubdistributionSums}); Breslow's likelihood for ties; the sandwich
 * variance with the term for the estimated distribution of censoring ({@link ScoreResiduals}). As
 * R's {@code cmprsk::crr}, but iterated to the maximum, and with time linear in the rows where
 * {@code crr}'s is quadratic.
 *
 * <p>Rows stand for identical subjects by their frequency, and merge by being put together. For a
 * hazard specific to the cause, recode other causes as censored and fit a Cox model.
 *
 * <p>Fine and Gray 1999, doi:10.1080/01621459.1999.10474144.
 */
public final class FineGray {

  private static final FineGray DEFAULTS = new FineGray(60);
  private static final double COLLINEAR = 1e-10;

  private final int maxIterations;

  private FineGray(int maxIterations) {
    this.maxIterations = maxIterations;
  }

  /** At most 60 iterations; fits that converge take about 5. */
  public static FineGray withDefaults() {
    return DEFAULTS;
  }

  /**
   * The same with another limit.
   *
   * @param newMaximum iterations after which the fit is given up, at least 1
   * @return the changed options
   * @throws IllegalArgumentException if the limit is below 1
   */
  public FineGray withMaxIterations(int newMaximum) {
    if (newMaximum < 1) {
      throw new IllegalArgumentException("at least one iteration: " + newMaximum);
    }
    return new FineGray(newMaximum);
  }

  /**
   * Fits the model.
   *
   * @param rows of all patients; may be empty
   * @param cause the cause whose incidence is modelled, from 1; other causes compete
   * @return the fit; what could not be estimated is named in its status and coefficients
   * @throws IllegalArgumentException if the cause is below 1
   */
  public FineGrayFit fit(CompetingRows rows, int cause) {
    if (cause < 1) {
      throw new IllegalArgumentException("causes are numbered from 1: " + cause);
    }
    return fit(new RowsSource(rows, cause), cause);
  }

  /**
   * Fits the model of data that lie elsewhere.
   *
   * @param source of the data
   * @param cause the cause that its events are of, for the fit to say
   * @return the fit; what could not be estimated is named in its status and coefficients
   */
  public FineGrayFit fit(SubdistributionSource source, int cause) {
    FineGrayResults results = new FineGrayResults(source, cause);
    SubdistributionTotals totals = source.totals();
    if (totals.events() == 0) {
      return results.noEvents();
    }
    int[] all = IntStream.range(0, source.names().size()).toArray();
    SubdistributionObjective objective = source.objective(all);
    String[] reasons = new String[all.length];
    int[] used = estimable(objective, reasons, totals.events());
    if (used.length == 0) {
      return results.notEstimable(FineGrayStatus.NO_ESTIMABLE_COLUMN, reasons);
    }
    if (used.length < all.length) {
      objective = source.objective(used);
    }
    SubdistributionMaximum maximum = SubdistributionMaximum.find(objective, maxIterations);
    return results.of(used, reasons, objective, maximum);
  }

  private static CoefficientStatus constant(double range) {
    return range == 0 ? CoefficientStatus.CONSTANT : CoefficientStatus.CONSTANT_AT_EVENTS;
  }

  /**
   * Columns that vary at risk, and that those before them do not explain.
   *
   * @param reasons why each of the others is none; written
   */
  private static int[] estimable(
      SubdistributionObjective objective, String[] reasons, long events) {
    double[][] information = objective.at(new double[reasons.length]).information();
    double[] range = objective.range();
    // Columns have variance 1: less than this is the rounding of a column constant at risk.
    double least = COLLINEAR * events;
    for (int j = 0; j < reasons.length; j++) {
      reasons[j] = information[j][j] > least ? null : constant(range[j]).reason();
    }
    int[] varying = IntStream.range(0, reasons.length).filter(j -> reasons[j] == null).toArray();
    double[][] block =
        Arrays.stream(varying)
            .mapToObj(i -> Arrays.stream(varying).mapToDouble(j -> information[i][j]).toArray())
            .toArray(double[][]::new);
    Cholesky decomposed = new Cholesky(block, COLLINEAR);
    IntStream.range(0, varying.length)
        .filter(decomposed::isRedundant)
        .forEach(j -> reasons[varying[j]] = CoefficientStatus.COLLINEAR.reason());
    return IntStream.range(0, varying.length)
        .filter(j -> !decomposed.isRedundant(j))
        .map(j -> varying[j])
        .toArray();
  }
}
