package org.hepatica.benchmark;

import java.util.Locale;

/** What a night finds when it begins, and what it may cost. */
public enum RefreshScenario {
  /** Nothing that it does not know. */
  UNCHANGED("under 10 s", 10, false),
  /** All records once more, with a share of the patients changed. */
  SNAPSHOT("at most 50 % of the full load", 0.50, true),
  /** The changed records alone. */
  CHANGES("at most 15 % of the full load", 0.15, true),
  /** What a killed night left. */
  KILLS("the tables of an undisturbed night", 0, false);

  private final String goal;
  private final double most;
  private final boolean isRatio;

  RefreshScenario(String goal, double most, boolean isRatio) {
    this.goal = goal;
    this.most = most;
    this.isRatio = isRatio;
  }

  /** As it is typed. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In words. */
  String goal() {
    return goal;
  }

  /** Whether a night was as quick as it should be. */
  boolean isMet(NightCost night, NightCost load) {
    return isRatio ? night.seconds() / load.seconds() <= most : night.seconds() < most;
  }
}
