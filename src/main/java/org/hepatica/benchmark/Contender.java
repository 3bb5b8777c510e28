package org.hepatica.benchmark;

import java.util.Locale;

/** Who computes. */
public enum Contender {
  /** Ours, from Parquet to the printed result, a model's concordance included. */
  HEPATICA,
  /** Ours without the concordance; for Cox models. */
  HEPATICA_BARE,
  /** R as typed: survfit, survdiff, coxph; data in memory. */
  R_TYPED,
  /** What an R expert would call: survfitKM, coxph.fit; data in memory, ready and sorted. */
  R_BARE,
  /** Spark reading the same columns, for nothing. */
  SCAN;

  /** As it is typed: r-bare. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it runs in R. */
  public boolean isR() {
    return this == R_TYPED || this == R_BARE;
  }

  /** Whether it has anything of its own to measure: a curve is bare already, and so is a test. */
  public boolean does(SurvivalTask task) {
    return switch (this) {
      case HEPATICA_BARE -> task.isCox();
      case R_BARE -> task != SurvivalTask.LOGRANK;
      default -> true;
    };
  }
}
