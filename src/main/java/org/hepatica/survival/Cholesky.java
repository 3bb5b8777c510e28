package org.hepatica.survival;

/**
 * The decomposition {@code A = L D L'} of a symmetric matrix that may be singular.
 *
 * <p>A pivot that is negligible beside its own diagonal element is a column that the columns before
 * it explain: it is set aside, as R's {@code coxph} does, and solutions and the inverse are 0
 * there.
 */
public final class Cholesky {

  private final double[][] lower;
  private final double[] pivot;

  /**
   * Decomposes.
   *
   * @param matrix symmetric; only its lower triangle is read
   * @param tolerance share of a diagonal element below which its pivot counts as 0
   */
  public Cholesky(double[][] matrix, double tolerance) {
    int p = matrix.length;
    lower = new double[p][p];
    pivot = new double[p];
    for (int j = 0; j < p; j++) {
      double left = matrix[j][j] - explained(j, j);
      pivot[j] = left > tolerance * matrix[j][j] ? left : 0;
      lower[j][j] = 1;
      for (int i = j + 1; i < p; i++) {
        lower[i][j] = pivot[j] == 0 ? 0 : (matrix[i][j] - explained(i, j)) / pivot[j];
      }
    }
  }

  private double explained(int i, int j) {
    double sum = 0;
    for (int k = 0; k < j; k++) {
      sum += lower[i][k] * lower[j][k] * pivot[k];
    }
    return sum;
  }

  /** Whether a column is explained by the columns before it. */
  public boolean isRedundant(int column) {
    return pivot[column] == 0;
  }

  /** The number of columns that are not redundant. */
  public int rank() {
    int rank = 0;
    for (double value : pivot) {
      rank += value == 0 ? 0 : 1;
    }
    return rank;
  }

  /** The logarithm of the determinant; minus infinity if a column is redundant. */
  public double logDeterminant() {
    double sum = 0;
    for (double value : pivot) {
      sum += Math.log(value);
    }
    return sum;
  }

  /** Solves {@code A x = b}. */
  public double[] solve(double[] b) {
    int p = pivot.length;
    double[] x = b.clone();
    for (int i = 0; i < p; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
    }
    for (int i = p - 1; i >= 0; i--) {
      x[i] = pivot[i] == 0 ? 0 : x[i] / pivot[i];
      for (int k = i + 1; k < p && pivot[i] != 0; k++) {
        x[i] -= lower[k][i] * x[k];
      }
    }
    return x;
  }

  /** The quadratic form {@code b' A^-1 b}. */
  public double quadraticForm(double[] b) {
    double[] x = solve(b);
    double sum = 0;
    for (int i = 0; i < b.length; i++) {
      sum += b[i] * x[i];
    }
    return sum;
  }

  /** The inverse, symmetric to the last bit. */
  public double[][] inverse() {
    int p = pivot.length;
    double[][] inverse = new double[p][];
    for (int j = 0; j < p; j++) {
      double[] unit = new double[p];
      unit[j] = pivot[j] == 0 ? 0 : 1;
      inverse[j] = solve(unit);
    }
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < i; j++) {
        inverse[i][j] = inverse[j][i] = (inverse[i][j] + inverse[j][i]) / 2;
      }
    }
    return inverse;
  }
}
