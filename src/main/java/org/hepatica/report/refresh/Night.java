package org.hepatica.report.refresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hepatica.report.Grid;
import org.hepatica.report.ReportInput;
import org.hepatica.report.Section;
import org.hepatica.report.Show;
import org.hepatica.report.TidyRow;
import org.hepatica.report.figure.Drawing;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.Registry;

/** The rows of a night's changes, as sections ask for them. */
final class Night {

  /** Lines of a table on the page; the result file has more. */
  static final int MOST_LINES = 200;

  private final ReportInput input;
  private final List<TidyRow> changes;
  private final Map<String, Double> counts;

  Night(ReportInput input) {
    this.input = input;
    this.changes = input.rows(Refresh.CHANGE);
    this.counts =
        input.rows(Refresh.COUNT).stream()
            .filter(row -> row.number(Refresh.NUMBER) != null)
            .collect(
                Collectors.toMap(row -> row.text(Refresh.NAME), row -> row.number(Refresh.NUMBER)));
  }

  ReportInput input() {
    return input;
  }

  /** Changes of some kinds, in the order of the kinds. */
  List<TidyRow> of(String... kinds) {
    List<TidyRow> rows = new ArrayList<>();
    for (String kind : kinds) {
      changes.stream().filter(row -> row.is(Refresh.KIND, kind)).forEach(rows::add);
    }
    return rows;
  }

  /** A count by its name; null where there is none. */
  Double number(String name) {
    return counts.get(name);
  }

  /** A whole count by its name; 0 where there is none. */
  long count(String name) {
    return Math.round(counts.getOrDefault(name, 0.0));
  }

  /** The night before; empty for the first. */
  String since() {
    return of(Refresh.COMPARED).stream()
        .map(row -> row.text(Refresh.BEFORE))
        .findFirst()
        .orElse("");
  }

  /** The patient, as people see it. */
  static String patient(TidyRow row) {
    String patient = Show.hashes(row.text(Registry.PATIENT_ID));
    return patient.isEmpty() ? "" : patient + ", " + row.text(Registry.CENTER);
  }

  /** A cell's text, hashes shortened. */
  static String shown(TidyRow row, String column) {
    return Show.hashes(row.text(column));
  }

  /** A table's name, and the row's key in it. */
  static String where(TidyRow row) {
    String item = shown(row, Refresh.ITEM);
    return row.text(Operational.TABLE) + (item.isEmpty() ? "" : " (" + item + ")");
  }

  /** A section of lines of text and tables. */
  static Section section(
      String id, String title, List<String> lines, List<Drawing> figures, List<Grid> grids) {
    return Section.of(id, title, figures, grids).with(Map.of("lines", lines));
  }

  /** A note on lines that are left out; none when all are there. */
  static List<String> more(long all) {
    return all > MOST_LINES
        ? List.of(Show.count(all - MOST_LINES) + " more are in results/refresh.csv.")
        : List.of();
  }
}
