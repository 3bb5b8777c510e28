package org.hepatica.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hepatica.table.Results;

/** Every printed number beside the pipeline's, and what is inconsistent among the printed ones. */
final class PublishedSection {

  private PublishedSection() {}

  static Optional<Section> of(ReportInput input) {
    Map<String, List<TidyRow>> sources = bySource(input.rows(Results.PUBLISHED));
    List<Grid> grids = new ArrayList<>();
    sources.forEach((source, rows) -> grids.add(grid(source, rows)));
    return grids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Section.of("published", "Published against computed", List.of(), grids)
                .with(Map.of("verdicts", verdicts(input.rows(Results.PUBLISHED)))));
  }

  static Optional<Section> inconsistencies(ReportInput input) {
    List<Grid.Line> lines =
        input.rows(Results.INCONSISTENCY).stream()
            .map(
                row ->
                    Grid.Line.of(
                        row.text("source"),
                        Show.words(row.text("quantity")),
                        row.text("check"),
                        row.text("printed"),
                        row.text("implied")))
            .toList();
    List<String> head = List.of("Source", "Quantity", "Check", "Printed", "Implied");
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Section.of(
                "inconsistencies",
                "The paper against itself",
                List.of(),
                List.of(Grid.of("Printed numbers that disagree", "lllll", head, lines))));
  }

  private static Map<String, List<TidyRow>> bySource(List<TidyRow> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.text("source"), LinkedHashMap::new, Collectors.toList()));
  }

  /** How many numbers have which verdict, as {@code 62 agrees}. */
  private static String verdicts(List<TidyRow> rows) {
    Map<String, Long> counts =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.text("verdict"), LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> Show.count(entry.getValue()) + " × " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private static Grid grid(String source, List<TidyRow> rows) {
    List<Grid.Line> lines = rows.stream().map(PublishedSection::line).toList();
    List<String> head =
        List.of(
            "Quantity", "Of", "Printed (interval)", "±", "Computed (95% CI)", "Verdict", "Note");
    return Grid.of(Show.capital(Show.words(source)), "llrrrll", head, lines);
  }

  private static Grid.Line line(TidyRow row) {
    String verdict = row.text("verdict");
    return Grid.Line.styled(
        verdict.equals("differs") ? "differs" : "",
        List.of(
            Show.words(row.text("quantity")),
            Show.words(row.text(Results.GROUP)).replace("+", ", "),
            Show.plain(
                row.number("printed"), row.number("printed_low"), row.number("printed_high")),
            Show.plain(row.number("tolerance")),
            Show.plain(
                row.number("computed"), row.number("computed_low"), row.number("computed_high")),
            verdict,
            row.text(Results.NOTE)));
  }
}
