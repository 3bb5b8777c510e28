package org.hepatica.ml;

import java.util.List;
import org.hepatica.formula.MatrixColumn;
import org.hepatica.survival.cox.CoxFit;

/**
 * A Cox model of a dataset.
 *
 * @param fit the fit, its columns named as R names them
 * @param columns each column's term, in R's order
 * @param path how the data were reduced, for whoever wonders about the seconds
 * @param missing rows left out because a value was missing
 */
public record Model(CoxFit fit, List<MatrixColumn> columns, Path path, long missing) {

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
}
