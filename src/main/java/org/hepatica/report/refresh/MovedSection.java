package org.hepatica.report.refresh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hepatica.report.Grid;
import org.hepatica.report.Section;
import org.hepatica.report.TidyRow;
import org.hepatica.table.Followed;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;

/** Results that moved, and under each the patients whose changes did most to it. */
final class MovedSection {

  /** Patients under a result on the page; the result file has more. */
  private static final int MOST_DRIVERS = 3;

  private static final List<String> HEAD =
      List.of("Result", "Number", "Before", "Now", "Difference", "How far was looked");

  private static final List<String> NOTES =
      List.of(
          "Under a result: patients whose change did most to it, by where they were counted before"
              + " and now. Their difference is what the change did: the result now, less the result"
              + " with this one change taken back.",
          "Effects of several patients need not add up. results/refresh.csv lists more patients.");

  private final Night night;
  private final ResultWords words;
  private final Map<List<String>, List<TidyRow>> drivers;

  private MovedSection(Night night) {
    this.night = night;
    this.words = new ResultWords(night.input());
    this.drivers =
        night.of(Refresh.DRIVER).stream().collect(Collectors.groupingBy(MovedSection::result));
  }

  static Section of(Night night) {
    return new MovedSection(night).section();
  }

  private Section section() {
    List<TidyRow> moved = new ArrayList<>(night.of(Refresh.RESULT_MOVED));
    String less = "%d more moved by less than is worth telling.".formatted(less());
    if (moved.isEmpty()) {
      List<String> none = List.of("No result moved by as much as is worth telling.");
      return Night.section("moved", "Results that moved", none, List.of(), List.of());
    }
    moved.sort(order());
    List<Grid.Line> lines =
        moved.stream().limit(Night.MOST_LINES).flatMap(row -> lines(row).stream()).toList();
    List<String> notes = new ArrayList<>(NOTES);
    notes.add(less);
    notes.addAll(Night.more(moved.size()));
    Grid grid = Grid.of("Results that moved", "llrrrl", HEAD, lines).withNotes(notes);
    return Night.section("moved", "Results that moved", List.of(), List.of(), List.of(grid));
  }

  private long less() {
    return night.count("results_moved_less");
  }

  /** By table as results are told, then as they stand there. */
  private Comparator<TidyRow> order() {
    Map<String, Integer> places = new HashMap<>();
    Followed.ALL.forEach(each -> places.put(each.table().name(), places.size()));
    return Comparator.comparing((TidyRow row) -> places.get(row.text(Operational.TABLE)))
        .thenComparing(row -> words.place(row))
        .thenComparing(row -> row.text(Refresh.ITEM))
        .thenComparing(row -> row.text(Operational.COLUMN));
  }

  private List<Grid.Line> lines(TidyRow row) {
    List<Grid.Line> lines = new ArrayList<>();
    String column = row.text(Operational.COLUMN);
    Double difference = row.number(Refresh.DIFFERENCE);
    lines.add(
        Grid.Line.of(
            words.result(row),
            words.number(row),
            ResultWords.value(column, row.text(Refresh.BEFORE)),
            ResultWords.value(column, row.text(Refresh.AFTER)),
            difference == null ? "" : ResultWords.difference(column, difference),
            row.text(Operational.MESSAGE)));
    drivers.getOrDefault(result(row), List.of()).stream()
        .sorted(
            Comparator.comparing((TidyRow driver) -> -Math.abs(driver.number(Refresh.DIFFERENCE)))
                .thenComparing(Night::patient))
        .limit(MOST_DRIVERS)
        .forEach(driver -> lines.add(driver(driver, column)));
    return lines;
  }

  private static Grid.Line driver(TidyRow row, String column) {
    return Grid.Line.styled(
        "indent",
        List.of(
            Night.patient(row),
            "",
            counted(row, Refresh.BEFORE),
            counted(row, Refresh.AFTER),
            ResultWords.difference(column, row.number(Refresh.DIFFERENCE)),
            ""));
  }

  private static String counted(TidyRow row, String side) {
    String cell = row.text(side);
    return cell.isEmpty() ? "not counted" : cell;
  }

  private static List<String> result(TidyRow row) {
    return List.of(
        row.text(Operational.TABLE), row.text(Refresh.ITEM), row.text(Operational.COLUMN));
  }
}
