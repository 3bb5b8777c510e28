package org.hepatica.report.refresh;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.hepatica.report.Labels;
import org.hepatica.report.ReportInput;
import org.hepatica.report.Show;
import org.hepatica.report.TidyRow;
import org.hepatica.table.Followed;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;

/** Results in the study's words; one that is no more has the words of its row. */
final class ResultWords {

  private final Labels labels;
  private final Map<List<String>, TidyRow> rows = new HashMap<>();
  private final Map<List<String>, Integer> places = new HashMap<>();

  ResultWords(ReportInput input) {
    labels = new Labels(input.study());
    for (Followed followed : Followed.ALL) {
      TableDefinition table = followed.table();
      for (Row row : input.results().getOrDefault(table, List.of())) {
        List<String> key = List.of(table.name(), followed.item(row));
        rows.putIfAbsent(key, TidyRow.of(table, List.of(row)).get(0));
        places.putIfAbsent(key, places.size());
      }
    }
  }

  /** Where a result stands in its table; last when it is no more. */
  int place(TidyRow moved) {
    return places.getOrDefault(key(moved), Integer.MAX_VALUE);
  }

  /** Whose result it is. */
  String result(TidyRow moved) {
    TidyRow row = rows.get(key(moved));
    if (row == null) {
      return moved.text(Refresh.ITEM);
    }
    String endpoint = labels.endpoint(row.text(Results.ENDPOINT)) + ": ";
    return switch (moved.text(Operational.TABLE)) {
      case "survival_summary", "survival_at" ->
          endpoint + labels.group(row.text(Results.BY), row.text(Results.GROUP));
      case "logrank" ->
          endpoint
              + labels.by(row.text(Results.BY))
              + " ("
              + labels.within(row.text(Results.WITHIN))
              + ")";
      case "hazard_ratio_by_group" ->
          endpoint
              + labels.term(row.text(Results.TERM))
              + " ("
              + labels.within(row.text(Results.WITHIN))
              + ")";
      default ->
          endpoint
              + labels.term(row.text(Results.TERM))
              + ", "
              + labels.coding(row.text(Results.TERM), row.text(Results.LEVEL))
              + " ("
              + row.text(Results.MODEL)
              + ")";
    };
  }

  /** Which number of it. */
  String number(TidyRow moved) {
    TidyRow row = rows.get(key(moved));
    return switch (moved.text(Operational.COLUMN)) {
      case Results.N -> "Patients";
      case Results.EVENTS -> "Events";
      case Results.MEDIAN_YEARS -> "Median, years";
      case Results.P_VALUE -> "Log-rank P";
      case Results.HAZARD_RATIO -> "Hazard ratio";
      default ->
          row == null ? "Survival" : Show.plain(row.number(Results.TIME_YEARS)) + "-year survival";
    };
  }

  /** A number as it is printed; a dash where there is none. */
  static String value(String column, String text) {
    if (text.isEmpty()) {
      return "–";
    }
    double value = Double.parseDouble(text);
    return switch (column) {
      case Results.N, Results.EVENTS -> Show.count(Math.round(value));
      case Results.SURVIVAL -> Show.number(100 * value, 1) + "%";
      case Results.P_VALUE -> Show.p(value);
      case Results.MEDIAN_YEARS -> Show.number(value, 2);
      default -> Show.number(value, 3);
    };
  }

  /** A difference with its sign, to three digits that count. */
  static String difference(String column, double value) {
    boolean percent = column.equals(Results.SURVIVAL);
    boolean whole = column.equals(Results.N) || column.equals(Results.EVENTS);
    String text =
        whole
            ? String.format(Locale.ROOT, "%+d", Math.round(value))
            : String.format(Locale.ROOT, "%+.3g", percent ? 100 * value : value);
    return text.replace("-", "−") + (percent ? "%" : "");
  }

  private static List<String> key(TidyRow moved) {
    return List.of(moved.text(Operational.TABLE), moved.text(Refresh.ITEM));
  }
}
