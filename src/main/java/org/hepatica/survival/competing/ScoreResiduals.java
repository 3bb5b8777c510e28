package org.hepatica.survival.competing;

/**
 * The sum of squares of subjects' contributions to the score, {@code sum of (eta + psi)(eta +
 * psi)'}: the middle of Fine and Gray's variance.
 *
 * <p>With m(t) the mean of x in the risk set, {@code eta = 1(event)(x - m(T)) - integral of (x - m)
 * exp(x b) w dL} over the times at risk. Psi is what estimating the distribution of censoring adds:
 * {@link CensoringScores}.
 *
 * <p>Fine and Gray 1999, doi:10.1080/01621459.1999.10474144.
 */
final class ScoreResiduals {

  private final SubdistributionSums sums;
  private final SubdistributionRows rows;
  private final int p;

  private ScoreResiduals(SubdistributionSums sums) {
    this.sums = sums;
    rows = sums.rows;
    p = rows.columns;
  }

  static double[][] sumOfSquares(SubdistributionSums sums) {
    return new ScoreResiduals(sums).squares();
  }

  private double[][] squares() {
    SubdistributionHazard hazard = new SubdistributionHazard(sums, k -> 1);
    SubdistributionHazard[] means = new SubdistributionHazard[p];
    for (int j = 0; j < p; j++) {
      int column = j;
      means[j] = new SubdistributionHazard(sums, k -> sums.mean[k][column]);
    }
    CensoringScores psi = new CensoringScores(sums);
    double[][] squares = new double[p][p];
    double[] residual = new double[p];
    for (int k = 0; k < sums.events.length; k++) {
      psi.moveTo(k);
      for (int i = rows.start[k]; i < rows.start[k + 1]; i++) {
        double met = hazard.of(rows, i, k);
        for (int j = 0; j < p; j++) {
          residual[j] = -sums.risk[i] * (rows.x[i][j] * met - means[j].of(rows, i, k));
          residual[j] += rows.isEvent[i] ? rows.x[i][j] - sums.mean[k][j] : 0;
          residual[j] += psi.of(i, j);
        }
        SubdistributionLikelihood.addSquare(squares, rows.frequency[i], residual);
      }
    }
    return SubdistributionLikelihood.mirrored(squares);
  }
}
