package org.hepatica.report.refresh;

import java.util.List;
import org.hepatica.report.Grid;
import org.hepatica.report.Section;
import org.hepatica.report.Show;
import org.hepatica.report.TidyRow;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;

/** Patients who are new, gone or changed, and what changed of them. */
final class PatientsSection {

  private static final List<String> HEAD =
      List.of("Patient", "What", "Row of", "Column", "Before", "Now", "Days");

  private PatientsSection() {}

  static Section of(Night night) {
    List<TidyRow> rows =
        night.of(
            Refresh.PATIENT_NEW,
            Refresh.PATIENT_GONE,
            Refresh.DEATH_NEW,
            Refresh.RECURRENCE_NEW,
            Refresh.FOLLOW_UP_EXTENDED,
            Refresh.VALUE_CHANGED,
            Refresh.ROW_NEW,
            Refresh.ROW_GONE);
    if (rows.isEmpty()) {
      List<String> none = List.of("No patient is new, gone or changed.");
      return Night.section("patients", "Patients", none, List.of(), List.of());
    }
    List<Grid.Line> lines =
        rows.stream().limit(Night.MOST_LINES).map(PatientsSection::line).toList();
    Grid grid =
        Grid.of("Changes of patients", "llllllr", HEAD, lines).withNotes(Night.more(rows.size()));
    return Night.section("patients", "Patients", List.of(), List.of(), List.of(grid));
  }

  private static Grid.Line line(TidyRow row) {
    Double days = row.number(Refresh.DIFFERENCE);
    return Grid.Line.of(
        Night.patient(row),
        row.text(Refresh.KIND),
        Night.where(row),
        row.text(Operational.COLUMN),
        Night.shown(row, Refresh.BEFORE),
        Night.shown(row, Refresh.AFTER),
        days == null ? "" : (days > 0 ? "+" : "") + Show.number(days, 0));
  }
}
