package org.hepatica.ml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hepatica.formula.MatrixColumn;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.ProportionalHazardsResult;
import org.hepatica.survival.cox.Term;

/**
 * A Cox model of a dataset.
 *
 * @param fit the fit, its columns named as R names them
 * @param columns each column's term, in R's order
 * @param concordance Harrell's; empty when no pair can be compared, or it was not asked for
 * @param proportionalHazards {@code cox.zph}'s test, when it was asked for
 * @param path how the data were reduced, for whoever wonders about the seconds
 * @param missing rows left out because a value was missing
 */
public record Model(
    CoxFit fit,
    List<MatrixColumn> columns,
    Optional<ConcordanceResult> concordance,
    Optional<ProportionalHazardsResult> proportionalHazards,
    Path path,
    long missing) {

  /** How data were reduced. */
  public enum Path {
    /** To counts, in one scan. */
    COLLAPSED,
    /** To blocks that stay where they were read. */
    DIRECT
  }

  /** Copies the list. */
  public Model {
    columns = List.copyOf(columns);
  }

  /** The columns of each term, in R's order. */
  static List<Term> terms(List<MatrixColumn> columns) {
    Map<String, List<String>> terms = new LinkedHashMap<>();
    columns.forEach(
        column -> terms.computeIfAbsent(column.label(), l -> new ArrayList<>()).add(column.name()));
    return terms.entrySet().stream().map(t -> new Term(t.getKey(), t.getValue())).toList();
  }
}
