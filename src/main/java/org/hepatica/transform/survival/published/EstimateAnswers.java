package org.hepatica.transform.survival.published;

import static org.hepatica.transform.survival.published.ResultLookup.number;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.PublishedNumbers;
import org.hepatica.protocol.PublishedNumbers.Estimate;
import org.hepatica.table.Results;

/** What the pipeline answers to a number of the running text. */
final class EstimateAnswers {

  private static final Pattern SURVIVAL_AT = Pattern.compile("survival_(\\d+)y");
  private static final String SHARE = "_share";

  private final PublishedNumbers published;
  private final ResultLookup results;
  private final Map<String, Long> counts;

  /** With counts by {@link PublishedCounts#key}. */
  EstimateAnswers(PublishedNumbers published, ResultLookup results, Map<String, Long> counts) {
    this.published = published;
    this.results = results;
    this.counts = counts;
  }

  Computed answer(Estimate estimate) {
    String quantity = estimate.quantity();
    Matcher survival = SURVIVAL_AT.matcher(quantity);
    if (survival.matches()) {
      return survivalAt(estimate, Double.parseDouble(survival.group(1)));
    }
    if (quantity.equals("median_years")) {
      return estimate.section().equals("follow_up") ? followUp() : median(estimate);
    }
    if (published.hazardRatios().containsKey(quantity)) {
      return hazardRatio(estimate);
    }
    if (quantity.endsWith(SHARE)) {
      return share(estimate);
    }
    Long count = counts.get(PublishedCounts.key(quantity, estimate.group()));
    return count == null ? Computed.NONE : Computed.of(count.doubleValue());
  }

  private Map<String, String> levels(Estimate estimate) {
    return published.groups().getOrDefault(estimate.group(), Map.of());
  }

  private String by(Estimate estimate) {
    return String.join("+", levels(estimate).keySet());
  }

  private String group(Estimate estimate) {
    List<String> values = List.copyOf(levels(estimate).values());
    return values.isEmpty() ? "all" : String.join("+", values);
  }

  private Computed survivalAt(Estimate estimate, double years) {
    Optional<Row> row =
        results.find(
            Results.SURVIVAL_AT,
            Results.ENDPOINT,
            estimate.section(),
            Results.BY,
            by(estimate),
            Results.GROUP,
            group(estimate),
            Results.TIME_YEARS,
            years);
    return interval(row, Results.SURVIVAL, Results.CONF_LOW, Results.CONF_HIGH);
  }

  private Computed median(Estimate estimate) {
    Optional<Row> row =
        results.find(
            Results.SURVIVAL_SUMMARY,
            Results.ENDPOINT,
            estimate.section(),
            Results.BY,
            by(estimate),
            Results.GROUP,
            group(estimate));
    return interval(row, Results.MEDIAN_YEARS, Results.CONF_LOW, Results.CONF_HIGH);
  }

  private Computed followUp() {
    Optional<Row> row = results.find(Results.FOLLOW_UP, Results.MEASURE, "reverse Kaplan-Meier");
    return interval(row, Results.MEDIAN_YEARS, Results.CONF_LOW, Results.CONF_HIGH);
  }

  private Computed hazardRatio(Estimate estimate) {
    Map<String, String> levels = levels(estimate);
    String within =
        levels.entrySet().stream()
            .map(level -> level.getKey() + "=" + level.getValue())
            .findFirst()
            .orElse("");
    Optional<Row> row =
        results.find(
            Results.HAZARD_RATIO_BY_GROUP,
            Results.ENDPOINT,
            estimate.section(),
            Results.TERM,
            published.hazardRatios().get(estimate.quantity()),
            Results.WITHIN,
            within);
    return interval(row, Results.HAZARD_RATIO, Results.HAZARD_RATIO_LOW, Results.HAZARD_RATIO_HIGH);
  }

  private Computed share(Estimate estimate) {
    String quantity = estimate.quantity();
    String counted = quantity.substring(0, quantity.length() - SHARE.length());
    Long part = counts.get(PublishedCounts.key(counted, estimate.group()));
    Long whole = counts.get(PublishedCounts.key(PublishedCounts.EVERYBODY, estimate.group()));
    return part == null || whole == null || whole == 0
        ? Computed.NONE
        : Computed.of((double) part / whole);
  }

  private static Computed interval(Optional<Row> row, String value, String low, String high) {
    return new Computed(number(row, value), number(row, low), number(row, high));
  }
}
