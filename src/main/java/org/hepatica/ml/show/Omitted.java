package org.hepatica.ml.show;

/** The rows that missing values keep out, in R's words. */
public final class Omitted {

  private Omitted() {}

  /** {@code 1 observation deleted due to missingness}. */
  public static String words(long rows) {
    return rows + (rows == 1 ? " observation" : " observations") + " deleted due to missingness";
  }
}
