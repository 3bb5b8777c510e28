package org.hepatica.benchmark;

/**
 * A made-up subject of the survival tables: a patient after resection of liver metastases, by no
 * one's data. Times are exponential given the covariates, so that Cox's model finds about the
 * coefficients written here; about 64 % die.
 *
 * @param days follow-up, 1 to 8400
 * @param died 1 for a death, 0 for censored
 * @param hai chemotherapy by the hepatic artery, 0 or 1
 * @param kras mutated, 0 or 1
 * @param margin positive, 0 or 1
 * @param score high clinical risk score, 0 or 1
 * @param ehd extrahepatic disease, 0 or 1
 * @param ageTenths age in tenths of a year
 * @param ceaTenths carcinoembryonic antigen in tenths of ng/mL, log-normal: its largest value is
 *     thousands of times its median
 * @param center 1 to 20
 */
record Subject(
    int days,
    int died,
    int hai,
    int kras,
    int margin,
    int score,
    int ehd,
    int ageTenths,
    int ceaTenths,
    int center) {

  static final int LAST_DAY = 8400;
  static final int CENTERS = 20;

  /** Mean survival in days of the reference subject; it makes 64 % deaths. */
  private static final double MEAN_DAYS = 4400;

  private static final double MEAN_AGE = 60;
  private static final double MEAN_LOG_CEA = 2.1;
  private static final int MOST_CEA_TENTHS = 1_000_000;

  /** The subject of a number, whoever asks. */
  static Subject of(long seed, long number) {
    Draws draws = new Draws(seed, number);
    int hai = draws.flag(0.35);
    int kras = draws.flag(0.38);
    int margin = draws.flag(0.12);
    int score = draws.flag(0.45);
    int ehd = draws.flag(0.10);
    int age = bounded(10 * (MEAN_AGE + 12 * draws.normal()), 180, 950);
    int cea = bounded(10 * StrictMath.exp(MEAN_LOG_CEA + 1.7 * draws.normal()), 1, MOST_CEA_TENTHS);
    int center = 1 + draws.below(CENTERS);
    double logHazard =
        -0.35 * hai
            + 0.40 * kras
            + 0.30 * margin
            + 0.45 * score
            + 0.70 * ehd
            + 0.012 * (age / 10.0 - MEAN_AGE)
            + 0.08 * (StrictMath.log(cea / 10.0) - MEAN_LOG_CEA)
            + ofCenter(center);
    double death = draws.exponential() * MEAN_DAYS * StrictMath.exp(-logHazard);
    double leaving = draws.uniform() * LAST_DAY;
    int died = death <= leaving ? 1 : 0;
    int days = Math.max(1, (int) Math.ceil(Math.min(death, leaving)));
    return new Subject(days, died, hai, kras, margin, score, ehd, age, cea, center);
  }

  /** Age in years, with one decimal. */
  double age() {
    return ageTenths / 10.0;
  }

  /** Carcinoembryonic antigen in ng/mL, with one decimal. */
  double cea() {
    return ceaTenths / 10.0;
  }

  /** Centres differ by up to 0.3 on the scale of log hazard, in no order of their numbers. */
  private static double ofCenter(int center) {
    return 0.3 * (center * 7 % CENTERS - 9.5) / 9.5;
  }

  private static int bounded(double value, int least, int most) {
    return (int) Math.max(least, Math.min(most, Math.round(value)));
  }
}
