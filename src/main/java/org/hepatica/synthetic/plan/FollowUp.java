package org.hepatica.synthetic.plan;

/** Follow-up of patients who do not die: from losses in the first years up to 22.9 years. */
final class FollowUp {

  /** 22.9 years: from early February 1993 to the end of 2015. */
  static final int LONGEST_DAYS = 8364;

  static final double DAYS = 365.25;

  /** Share and years in turn. */
  private static final double[] YEARS = {
    0, .3, .04, 1.5, .10, 3.0, .35, 3.85, .5, 4.75, .7, 6.9, .85, 10.2, .95, 15.5, 1, 21.8
  };

  private FollowUp() {}

  /** Follow-up of {@code n} patients alive at its end, shortest first: one in each n-th. */
  static double[] years(int n, Draw draw) {
    double[] years = new double[n];
    for (int i = 0; i < n; i++) {
      years[i] = Draw.at((i + draw.uniform()) / n, YEARS);
    }
    return years;
  }
}
