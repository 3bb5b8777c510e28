package org.hepatica.ml.direct;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.survival.cox.Concordance;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.CoxSource;
import org.hepatica.survival.cox.Penalty;
import org.hepatica.survival.cox.ProportionalHazardsMoments;
import org.hepatica.survival.cox.ProportionalHazardsTest;
import org.hepatica.survival.cox.Ties;
import org.hepatica.survival.cox.WeightedSource;

/**
 * Subjects in packed blocks, in memory or, where that ends, on disk: where they were read while a
 * table of all times has room, in ranges of time where it has not. {@link #close} lets them go.
 */
public sealed interface BlockSource extends CoxSource, AutoCloseable
    permits DirectSource, RangeSource {

  /**
   * Reads a dataset once.
   *
   * @param dataset with the columns that the rows are made of
   * @param rows how to make rows of what is scanned
   * @param names of the design columns, distinct
   * @param ties how ties are treated; exact ones may be refused when a likelihood is asked
   */
  static BlockSource of(Dataset<Row> dataset, RowReader rows, List<String> names, Ties ties) {
    return of(dataset, rows, names, ties, null);
  }

  /**
   * Reads a dataset once.
   *
   * @param limits when subjects go to ranges of time; null for when memory asks for it
   */
  static BlockSource of(
      Dataset<Row> dataset, RowReader rows, List<String> names, Ties ties, RangeLimits limits) {
    ReadRows read = ReadRows.of(dataset, rows, names, ties, limits);
    return read.facts().summary().isOverfull() ? new RangeSource(read) : new DirectSource(read);
  }

  /**
   * Coefficients to start from: those of some rows that stand for all, where rows are so many that
   * this saves more than it costs. The maximum does not depend on them.
   *
   * @param options of the fit
   */
  double[] start(CoxRegression options);

  /** The statuses of all rows read, also of those left out, ascending; or some, if many. */
  double[] statuses();

  /** The same subjects with penalised likelihoods. */
  CoxSource with(Penalty penalty);

  /** The same with columns standardised as their weights have it, for an elastic net. */
  WeightedSource weighted();

  /** Rows left out because a value was missing. */
  long missing();

  /**
   * What tests of proportional hazards are made of.
   *
   * @param fit of these subjects, with at least one estimate and none that runs to infinity
   * @param test says the scale of time
   */
  ProportionalHazardsMoments moments(CoxFit fit, ProportionalHazardsTest test);

  /**
   * Harrell's concordance of the linear predictor.
   *
   * @param fit of these subjects
   * @return the concordance; empty if no two subjects can be compared, or a coefficient runs to
   *     infinity
   */
  Optional<ConcordanceResult> concordance(CoxFit fit);

  /**
   * The concordance of given coefficients.
   *
   * @param coefficients one a column, in its own unit
   * @param options Harrell's or Uno's, up to a horizon or not
   * @return the concordance; empty as above
   * @throws IllegalArgumentException if Uno's is asked of late entries, or of ranges of time
   */
  Optional<ConcordanceResult> concordance(double[] coefficients, Concordance options);

  @Override
  void close();
}
