package org.hepatica.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.hepatica.lake.Lake;
import org.hepatica.table.Column;
import org.hepatica.table.Kind;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;

/** What moved between two runs. */
final class RunsDiff {

  private final Lake lake;
  private final PastRun earlier;
  private final PastRun later;
  private final int most;

  /**
   * @param most lines of each result table
   */
  RunsDiff(Lake lake, PastRun earlier, PastRun later, int most) {
    this.lake = lake;
    this.earlier = earlier;
    this.later = later;
    this.most = most;
  }

  /** In words: deliveries, code and configuration first, as what may have moved the results. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("from " + earlier.id() + " to " + later.id());
    moved("code", Manifest.codeVersion(earlier.manifest()), Manifest.codeVersion(later.manifest()))
        .forEach(lines::add);
    moved(
            "configuration",
            Manifest.configurationHash(earlier.manifest()),
            Manifest.configurationHash(later.manifest()))
        .forEach(lines::add);
    Map<String, Long> before = earlier.versions();
    Map<String, Long> after = later.versions();
    lines.addAll(tables(before, after));
    for (TableDefinition table : Results.ALL) {
      // Of rows of patients it is told that they were written.
      if (!table.isOfPatients()
          && !Objects.equals(before.get(table.fullName()), after.get(table.fullName()))) {
        lines.addAll(results(table, before, after));
      }
    }
    if (lines.size() == 1) {
      lines.add("nothing moved");
    }
    return lines;
  }

  private static List<String> moved(String what, String before, String after) {
    return before.equals(after)
        ? List.of()
        : List.of("%s: %s -> %s".formatted(what, before, after));
  }

  private static List<String> tables(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Long> all = new TreeMap<>(before);
    all.putAll(after);
    String written =
        all.keySet().stream()
            .filter(table -> !Objects.equals(before.get(table), after.get(table)))
            .collect(Collectors.joining(", "));
    return written.isEmpty() ? List.of() : List.of("tables written: " + written);
  }

  private List<String> results(
      TableDefinition table, Map<String, Long> before, Map<String, Long> after) {
    Map<List<Object>, Row> old = rows(table, before);
    Map<List<Object>, Row> now = rows(table, after);
    List<String> lines = new ArrayList<>();
    now.forEach(
        (key, row) -> {
          Row was = old.get(key);
          if (was == null) {
            lines.add(name(table, key) + ": new");
          } else {
            cells(table, was, row).forEach(cell -> lines.add(name(table, key) + " " + cell));
          }
        });
    old.keySet().stream()
        .filter(key -> !now.containsKey(key))
        .forEach(key -> lines.add(name(table, key) + ": gone"));
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(most, lines.size())));
    if (lines.size() > most) {
      shown.add("%s: %d more (--most)".formatted(table.name(), lines.size() - most));
    }
    return shown;
  }

  /** By what is no number in them; equal ones by their place too. */
  private Map<List<Object>, Row> rows(TableDefinition table, Map<String, Long> versions) {
    List<String> names =
        table.columns().stream()
            .filter(column -> column.kind() == Kind.TEXT || column.kind() == Kind.BOOLEAN)
            .map(Column::name)
            .toList();
    Map<List<Object>, Integer> seen = new HashMap<>();
    Map<List<Object>, Row> rows = new LinkedHashMap<>();
    for (Row row : lake.at(versions).read(table).collectAsList()) {
      List<Object> key = new ArrayList<>();
      names.stream().map(row::getAs).filter(Objects::nonNull).forEach(key::add);
      int place = seen.merge(List.copyOf(key), 1, Integer::sum);
      if (place > 1) {
        key.add(place);
      }
      rows.put(key, row);
    }
    return rows;
  }

  private static List<String> cells(TableDefinition table, Row was, Row is) {
    List<String> cells = new ArrayList<>();
    for (String field : table.schema().fieldNames()) {
      Object before = was.getAs(field);
      Object after = is.getAs(field);
      if (!Objects.equals(before, after)) {
        cells.add("%s %s -> %s".formatted(field, before, after));
      }
    }
    return cells;
  }

  private static String name(TableDefinition table, List<Object> key) {
    return key.stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", table.name() + " [", "]"));
  }
}
