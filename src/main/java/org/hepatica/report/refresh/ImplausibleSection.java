package org.hepatica.report.refresh;

import java.util.List;
import org.hepatica.report.Grid;
import org.hepatica.report.Section;
import org.hepatica.report.TidyRow;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;

/** Changes that cannot be right, by the study's rules. */
final class ImplausibleSection {

  private static final List<String> HEAD =
      List.of("Patient", "Rule", "Severity", "Row of", "Column", "Before", "Now", "Meaning");

  private ImplausibleSection() {}

  static Section of(Night night) {
    List<TidyRow> rows = night.of(Refresh.IMPLAUSIBLE);
    if (rows.isEmpty()) {
      List<String> none = List.of("No change is implausible by the study's rules.");
      return Night.section("implausible", "Implausible changes", none, List.of(), List.of());
    }
    List<Grid.Line> lines =
        rows.stream().limit(Night.MOST_LINES).map(ImplausibleSection::line).toList();
    Grid grid =
        Grid.of("Implausible changes", "llllllll", HEAD, lines).withNotes(Night.more(rows.size()));
    return Night.section("implausible", "Implausible changes", List.of(), List.of(), List.of(grid));
  }

  private static Grid.Line line(TidyRow row) {
    return Grid.Line.of(
        Night.patient(row),
        row.text(Operational.RULE),
        row.text(Operational.SEVERITY),
        Night.where(row),
        row.text(Operational.COLUMN),
        Night.shown(row, Refresh.BEFORE),
        Night.shown(row, Refresh.AFTER),
        row.text(Operational.MESSAGE));
  }
}
