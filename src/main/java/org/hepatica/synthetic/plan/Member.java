package org.hepatica.synthetic.plan;

/** One planned patient, before dates and laboratories; mutable while its panel is planned. */
public final class Member {
  public boolean mutated;
  public boolean hai;
  public boolean haiBefore;
  public boolean systemic;
  public boolean female;
  public int age;

  /** Number of metastases, 0 when unknown. */
  public int metastases;

  public double largestCm;
  public boolean ablation;
  public boolean extrahepatic;
  public boolean synchronous;
  public int diseaseFreeMonths;
  public int segments;
  public boolean twoStage;

  /** Null when unknown. */
  public Boolean nodePositive;

  public boolean marginPositive;

  /** NaN when lacking. */
  public double cea;

  public int overallDays;
  public boolean dead;

  /** Days to the first recurrence, or -1. */
  public int recurrenceDays = -1;

  /** Name of the site, or null. */
  public String site;

  /** Whether all five components of the clinical risk score are known. */
  boolean scored() {
    return metastases > 0 && nodePositive != null && !Double.isNaN(cea);
  }

  /** Points of the clinical risk score (Fong 1999), unknown components counting 0. */
  int score() {
    return (Boolean.TRUE.equals(nodePositive) ? 1 : 0)
        + (diseaseFreeMonths < 12 ? 1 : 0)
        + (metastases > 1 ? 1 : 0)
        + (cea > 200 ? 1 : 0)
        + (largestCm > 5 ? 1 : 0);
  }

  Cell cell() {
    return Cell.of(mutated, hai);
  }
}
