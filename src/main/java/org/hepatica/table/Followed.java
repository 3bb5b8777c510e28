package org.hepatica.table;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * A result table whose numbers are followed from night to night.
 *
 * @param table the table
 * @param names the columns that tell its results apart
 * @param measures the numbers
 */
public record Followed(TableDefinition table, List<String> names, List<String> measures) {

  /** Every one, in the order in which they are told. */
  public static final List<Followed> ALL =
      List.of(
          of(Results.SURVIVAL_SUMMARY, groups(), Results.N, Results.EVENTS, Results.MEDIAN_YEARS),
          of(
              Results.SURVIVAL_AT,
              List.of(Results.ENDPOINT, Results.BY, Results.GROUP, Results.TIME_YEARS),
              Results.SURVIVAL),
          of(
              Results.LOGRANK,
              List.of(Results.ENDPOINT, Results.BY, Results.WITHIN),
              Results.P_VALUE),
          of(
              Results.HAZARD_RATIO_BY_GROUP,
              List.of(Results.ENDPOINT, Results.TERM, Results.WITHIN),
              Results.HAZARD_RATIO),
          of(Results.COX, terms(), Results.HAZARD_RATIO),
          of(Results.COX_REFITTED, terms(), Results.HAZARD_RATIO));

  /** Keeps the lists unchangeable. */
  public Followed {
    names = List.copyOf(names);
    measures = List.copyOf(measures);
  }

  /** What tells a row's results from others of the table, in words. */
  public String item(Row row) {
    return names.stream()
        .map(name -> row.<Object>getAs(name))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static Followed of(TableDefinition table, List<String> names, String... measures) {
    return new Followed(table, names, List.of(measures));
  }

  private static List<String> groups() {
    return List.of(Results.ENDPOINT, Results.BY, Results.GROUP);
  }

  private static List<String> terms() {
    return List.of(Results.ENDPOINT, Results.MODEL, Results.TERM, Results.LEVEL);
  }
}
