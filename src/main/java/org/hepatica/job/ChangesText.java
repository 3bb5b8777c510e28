package org.hepatica.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.Registry;
import org.hepatica.transform.refresh.NightCounts;

/** What changed, as text. */
final class ChangesText {

  private ChangesText() {}

  /** In half a line: since when, and how much of what there is any of. */
  static String summary(String since, Map<String, Double> counts) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(NightCounts.PATIENTS_NEW, "new");
    words.put(NightCounts.PATIENTS_GONE, "gone");
    words.put(NightCounts.PATIENTS_CHANGED, "changed");
    String patients =
        words.entrySet().stream()
            .map(e -> whole(counts, e.getKey()) + " " + e.getValue())
            .collect(Collectors.joining(", ", "patients: ", ""));
    return "since %s: %s; %s implausible; %s results moved"
        .formatted(
            since,
            patients,
            whole(counts, NightCounts.IMPLAUSIBLE),
            whole(counts, NightCounts.RESULTS_MOVED));
  }

  /** A count and its name. */
  static String count(String name, double count) {
    String number =
        count == Math.rint(count)
            ? String.format(Locale.ROOT, "%.0f", count)
            : String.format(Locale.ROOT, "%.4f", count);
    return "%10s  %s".formatted(number, name);
  }

  private static String whole(Map<String, Double> counts, String name) {
    Double count = counts.get(name);
    return count == null ? "0" : String.format(Locale.ROOT, "%.0f", count);
  }

  /**
   * A line a change.
   *
   * @param row of {@link Refresh#CHANGE}
   */
  static String line(Row row) {
    List<String> parts = new ArrayList<>();
    parts.add(row.getAs(Refresh.KIND));
    parts.add(patient(row));
    parts.add(
        Stream.of(Operational.TABLE, Refresh.ITEM, Operational.COLUMN)
            .map(name -> row.<String>getAs(name))
            .filter(text -> text != null)
            .map(QuarantineCommand::shown)
            .collect(Collectors.joining(", ")));
    parts.add(values(row));
    parts.add(difference(row));
    parts.add(ruled(row));
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("  "));
  }

  private static String patient(Row row) {
    String patient = row.getAs(Registry.PATIENT_ID);
    return patient == null
        ? ""
        : row.getAs(Registry.CENTER) + " " + QuarantineCommand.shown(patient);
  }

  private static String values(Row row) {
    String before = row.getAs(Refresh.BEFORE);
    String after = row.getAs(Refresh.AFTER);
    return before == null && after == null ? "" : shown(before) + " -> " + shown(after);
  }

  private static String shown(String value) {
    return value == null ? "-" : QuarantineCommand.shown(value);
  }

  private static String difference(Row row) {
    Double difference = row.getAs(Refresh.DIFFERENCE);
    if (difference == null) {
      return "";
    }
    boolean whole = difference == Math.rint(difference);
    return String.format(Locale.ROOT, whole ? "(%+.0f)" : "(%+.4g)", difference);
  }

  private static String ruled(Row row) {
    String rule = row.getAs(Operational.RULE);
    String message = row.getAs(Operational.MESSAGE);
    return message == null ? "" : rule == null ? message : rule + ": " + message;
  }
}
