package org.hepatica.report.refresh;

import java.util.List;
import org.hepatica.report.Grid;
import org.hepatica.report.Section;
import org.hepatica.report.TidyRow;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;

/** What the night as a whole raised. */
final class AlertsSection {

  private AlertsSection() {}

  static Section of(Night night) {
    List<Grid.Line> lines =
        night.input().rows(Refresh.ALERT).stream().map(AlertsSection::line).toList();
    if (lines.isEmpty()) {
      List<String> none = List.of("The night raised no alert.");
      return Night.section("alerts", "Alerts", none, List.of(), List.of());
    }
    Grid grid = Grid.of("Alerts", "lll", List.of("Alert", "Severity", "Meaning"), lines);
    return Night.section("alerts", "Alerts", List.of(), List.of(), List.of(grid));
  }

  private static Grid.Line line(TidyRow row) {
    return Grid.Line.of(
        row.text(Operational.RULE), row.text(Operational.SEVERITY), row.text(Operational.MESSAGE));
  }
}
