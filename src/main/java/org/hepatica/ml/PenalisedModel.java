package org.hepatica.ml;

import java.util.List;
import java.util.Optional;
import org.hepatica.formula.MatrixColumn;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.ElasticNetFit;
import org.hepatica.survival.cox.Ties;

/**
 * A Cox model with an elastic net.
 *
 * @param fit the estimates, which have no standard errors; columns named as R names them
 * @param columns each column's term, in R's order
 * @param mixing 1 is the lasso, 0 ridge
 * @param ties how tied events were treated
 * @param n subjects
 * @param events events
 * @param logLikelihoodNull log partial likelihood of no columns
 * @param concordance Harrell's; empty when no pair can be compared, or it was not asked for
 * @param path how the data were reduced
 * @param missing rows left out because a value was missing
 * @param warnings what a reader must know, in words; empty as a rule
 */
public record PenalisedModel(
    ElasticNetFit fit,
    List<MatrixColumn> columns,
    double mixing,
    Ties ties,
    long n,
    long events,
    double logLikelihoodNull,
    Optional<ConcordanceResult> concordance,
    Model.Path path,
    long missing,
    List<String> warnings) {

  /** Copies the lists. */
  public PenalisedModel {
    columns = List.copyOf(columns);
    warnings = List.copyOf(warnings);
  }
}
