package org.hepatica.ml;

import java.util.List;
import org.hepatica.formula.MatrixColumn;
import org.hepatica.survival.competing.FineGrayFit;

/**
 * Fine and Gray's model of a dataset, as R's {@code cmprsk::crr}.
 *
 * @param fit the fit of cause 1, its columns named as R names them
 * @param columns each column's term, in R's order
 * @param missing rows left out because a value was missing
 */
public record SubdistributionModel(FineGrayFit fit, List<MatrixColumn> columns, long missing) {

  /** Copies the list. */
  public SubdistributionModel {
    columns = List.copyOf(columns);
  }
}
