package org.hepatica.report.refresh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hepatica.report.Grid;
import org.hepatica.report.Section;
import org.hepatica.report.Show;
import org.hepatica.report.TidyRow;
import org.hepatica.report.figure.Drawing;
import org.hepatica.report.figure.TrendFigure;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;

/** The data's quality over the last nights. */
final class TrendSection {

  private static final List<String> ORDER =
      List.of(
          Refresh.PATIENTS,
          Refresh.RECORDS,
          Refresh.QUARANTINED,
          Refresh.FAILING_RULES,
          Refresh.FAILING_ROWS);

  private TrendSection() {}

  static Section of(Night night) {
    Map<String, Map<String, Double>> byRun = new LinkedHashMap<>();
    List<String> measures = new ArrayList<>();
    night.input().rows(Refresh.QUALITY_TREND).stream()
        .sorted(
            Comparator.comparing((TidyRow row) -> row.text(Operational.STARTED))
                .thenComparing(row -> row.text(Operational.RUN_ID))
                .thenComparing(row -> place(row.text(Refresh.MEASURE)))
                .thenComparing(row -> row.text(Refresh.MEASURE)))
        .forEach(
            row -> {
              String measure = row.text(Refresh.MEASURE);
              byRun
                  .computeIfAbsent(row.text(Operational.RUN_ID), run -> new LinkedHashMap<>())
                  .put(measure, row.number(Refresh.NUMBER));
              if (!measures.contains(measure)) {
                measures.add(measure);
              }
            });
    if (byRun.isEmpty()) {
      List<String> none = List.of("There is no night to tell of yet.");
      return Night.section(
          "trend", "Data quality over the last nights", none, List.of(), List.of());
    }
    return Night.section(
        "trend",
        "Data quality over the last nights",
        List.of("Nights that changed something, the newest last."),
        figure(byRun, measures),
        List.of(grid(byRun, measures)));
  }

  private static int place(String measure) {
    int place = ORDER.indexOf(measure);
    return place < 0 ? ORDER.size() : place;
  }

  private static List<Drawing> figure(
      Map<String, Map<String, Double>> byRun, List<String> measures) {
    if (byRun.size() < 2) {
      return List.of();
    }
    List<TrendFigure.Panel> panels =
        measures.stream()
            .map(
                measure ->
                    new TrendFigure.Panel(
                        words(measure),
                        byRun.values().stream().map(run -> run.get(measure)).toList(),
                        isShare(measure)))
            .toList();
    return List.of(new TrendFigure("quality-trend", "Data quality over the last nights", panels));
  }

  private static Grid grid(Map<String, Map<String, Double>> byRun, List<String> measures) {
    List<String> head = new ArrayList<>(List.of("Run"));
    measures.stream().map(TrendSection::words).forEach(head::add);
    List<Grid.Line> lines = new ArrayList<>();
    byRun.forEach(
        (run, values) -> {
          List<String> cells = new ArrayList<>(List.of(run));
          measures.forEach(measure -> cells.add(shown(measure, values.get(measure))));
          lines.add(Grid.Line.of(cells.toArray(String[]::new)));
        });
    return Grid.of("Measures by night", "l" + "r".repeat(measures.size()), head, lines)
        .withNotes(
            List.of(
                "Quarantined: records withheld whole. Failing rules: quality rules that fail at a"
                    + " centre; failing rows: rows that fail them. Missing: share of the cohort."));
  }

  private static boolean isShare(String measure) {
    return measure.startsWith(Refresh.MISSING);
  }

  private static String shown(String measure, Double value) {
    if (value == null) {
      return "";
    }
    return isShare(measure) ? Show.number(100 * value, 1) + "%" : Show.count(Math.round(value));
  }

  private static String words(String measure) {
    return Show.capital(measure.replace('_', ' '));
  }
}
