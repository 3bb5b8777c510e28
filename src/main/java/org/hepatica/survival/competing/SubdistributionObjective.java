package org.hepatica.survival.competing;

/** Fine and Gray's log likelihood as a function of the coefficients of standardised columns. */
public interface SubdistributionObjective {

  /** What was taken from each column. */
  double[] centre();

  /** What each column was divided by, then. */
  double[] scale();

  /** The largest value of each standardised column less its least. */
  double[] range();

  /**
   * Evaluates.
   *
   * @param beta coefficients of the standardised columns; not kept
   * @return the likelihood there
   */
  SubdistributionLikelihood at(double[] beta);
}
