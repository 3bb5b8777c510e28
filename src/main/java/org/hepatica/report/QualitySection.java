package org.hepatica.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** What was delivered, what became of it, what was withheld and why. */
final class QualitySection {

  private static final List<String> COUNTS =
      List.of(
          Operational.RECORDS,
          Operational.ACCEPTED,
          Operational.QUARANTINED,
          Operational.DUPLICATES);

  private QualitySection() {}

  static Optional<Section> of(ReportInput input) {
    List<Grid> grids = new ArrayList<>();
    DeliveryGrid.of(input.deliveries()).ifPresent(grids::add);
    reconciliation(TidyRow.of(Operational.RECONCILIATION, input.reconciliation()))
        .ifPresent(grids::add);
    quarantine(TidyRow.of(ReportInput.QUARANTINE_SUMMARY, input.quarantine()))
        .ifPresent(grids::add);
    rules(TidyRow.of(Operational.QUALITY, input.quality())).ifPresent(grids::add);
    return grids.isEmpty()
        ? Optional.empty()
        : Optional.of(Section.of("quality", "Data delivered", List.of(), grids));
  }

  /** The rules that fail, rejecting ones first; a note tells how many hold. */
  private static Optional<Grid> rules(List<TidyRow> rows) {
    List<Grid.Line> lines =
        rows.stream()
            .filter(row -> row.count(Operational.FAILING) > 0)
            .sorted(
                Comparator.comparing((TidyRow row) -> row.text(Operational.SEVERITY))
                    .thenComparing(row -> -row.count(Operational.FAILING))
                    .thenComparing(row -> row.text(Operational.RULE))
                    .thenComparing(row -> row.text(Registry.CENTER)))
            .map(QualitySection::rule)
            .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<String> head =
        List.of("Centre", "Rule", "Table", "Column", "Failing", "Checked", "Rows are", "Meaning");
    String holding = Show.count(rows.size() - lines.size());
    return Optional.of(
        Grid.of("Quality rules that fail", "llllrrll", head, lines)
            .withNotes(List.of("Rules that hold of every row, at a centre: " + holding + ".")));
  }

  private static Grid.Line rule(TidyRow row) {
    return Grid.Line.of(
        row.text(Registry.CENTER),
        row.text(Operational.RULE),
        row.text(Operational.TABLE),
        row.text(Operational.COLUMN),
        Show.count(row.count(Operational.FAILING)),
        Show.count(row.count(Operational.CHECKED)),
        row.is(Operational.SEVERITY, "reject") ? "withheld" : "kept",
        row.text(Operational.MESSAGE));
  }

  private static Optional<Grid> reconciliation(List<TidyRow> rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Map<List<String>, List<TidyRow>> exports =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> List.of(row.text(Registry.CENTER), row.text(Operational.EXPORT)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Grid.Line> lines = new ArrayList<>();
    exports.forEach((key, of) -> lines.add(line("", key.get(0), key.get(1), of)));
    lines.add(line("total", "All", "", rows));
    List<String> head =
        List.of(
            "Centre",
            "Export",
            "Files",
            "Records",
            "Accepted",
            "Quarantined",
            "Duplicates",
            "Adds up");
    return Optional.of(
        Grid.of("Records of each export", "llrrrrrl", head, lines)
            .withNotes(
                List.of(
                    "Adds up: records are those accepted, quarantined and duplicate, together.")));
  }

  private static Grid.Line line(String style, String center, String export, List<TidyRow> rows) {
    List<String> cells = new ArrayList<>(List.of(center, export, Show.count(rows.size())));
    for (String count : COUNTS) {
      cells.add(Show.count(rows.stream().mapToLong(row -> row.count(count)).sum()));
    }
    cells.add(rows.stream().allMatch(QualitySection::addsUp) ? "yes" : "no");
    return Grid.Line.styled(style, cells);
  }

  private static boolean addsUp(TidyRow row) {
    return row.count(Operational.RECORDS)
        == row.count(Operational.ACCEPTED)
            + row.count(Operational.QUARANTINED)
            + row.count(Operational.DUPLICATES);
  }

  private static Optional<Grid> quarantine(List<TidyRow> rows) {
    List<Grid.Line> lines =
        rows.stream()
            .sorted(
                Comparator.comparing((TidyRow row) -> row.text(Operational.EXPORT))
                    .thenComparing(row -> -row.count("count"))
                    .thenComparing(row -> row.text(Operational.RULE))
                    .thenComparing(row -> row.text(Operational.COLUMN)))
            .map(
                row ->
                    Grid.Line.of(
                        row.text(Operational.EXPORT),
                        row.text(Operational.LEVEL),
                        row.text(Operational.RULE),
                        row.text(Operational.COLUMN),
                        Show.count(row.count("count"))))
            .toList();
    List<String> head = List.of("Export", "Withheld", "Rule", "Column", "Count");
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(Grid.of("Quarantine", "llllr", head, lines));
  }
}
