package org.hepatica.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is computed. */
public enum SurvivalTask {
  /** Kaplan-Meier curves of four groups. */
  KM(Groups.FOUR, ""),
  /** The log-rank test between them. */
  LOGRANK(Groups.FOUR, ""),
  /** Cox's model of five binary covariates. */
  COX5(Groups.BINARY, ""),
  /** Cox's model of seven covariates, two continuous. */
  COX7(Groups.ALL, ""),
  /** The same within centres. */
  COX7_STRATA(Groups.ALL, "center");

  /** Covariates. */
  private static final class Groups {
    static final List<String> FOUR = List.of("hai", "kras");
    static final List<String> BINARY = List.of("hai", "kras", "margin", "score", "ehd");
    static final List<String> ALL = List.of("hai", "kras", "margin", "score", "ehd", "age", "cea");
  }

  private final List<String> covariates;
  private final String stratum;

  SurvivalTask(List<String> covariates, String stratum) {
    this.covariates = covariates;
    this.stratum = stratum;
  }

  /** As it is typed: cox7-strata. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** R's formula. */
  public String formula() {
    String strata = stratum.isEmpty() ? "" : " + strata(" + stratum + ")";
    return "Surv(days, died) ~ " + String.join(" + ", covariates) + strata;
  }

  /** The columns on the right of the formula, that of the strata last. */
  List<String> right() {
    return Stream.concat(covariates.stream(), Stream.of(stratum))
        .filter(column -> !column.isEmpty())
        .toList();
  }

  /** All columns that the formula names. */
  public List<String> columns() {
    return Stream.concat(Stream.of("days", "died"), right().stream()).toList();
  }

  /** Whether it is a Cox model, which may come with a concordance. */
  public boolean isCox() {
    return this != KM && this != LOGRANK;
  }
}
