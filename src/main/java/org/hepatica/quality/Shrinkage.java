package org.hepatica.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** Whether a delivery holds so much less than the one before that it was hardly meant. */
public final class Shrinkage {

  private Shrinkage() {}

  /**
   * What shrank of a centre.
   *
   * @param before rows of {@link Operational#EXTENT} as they were
   * @param now the same as they would be
   * @param mostLost the share that may be missing
   * @return a line a table, or a column where only that shrank; none when nothing did
   */
  public static List<String> problems(
      String center, List<Row> before, List<Row> now, double mostLost) {
    Map<List<String>, Long> later = of(center, now);
    List<String> problems = new ArrayList<>();
    Set<String> shrunk = new HashSet<>();
    of(center, before)
        .forEach(
            (place, had) -> {
              long has = later.getOrDefault(place, 0L);
              boolean isTable = place.get(1).isEmpty();
              if (had - has > mostLost * had && !shrunk.contains(place.get(0))) {
                problems.add(line(center, place, had, has, mostLost));
                if (isTable) {
                  shrunk.add(place.get(0));
                }
              }
            });
    return problems;
  }

  /** By table and column, a table's own rows first. */
  private static Map<List<String>, Long> of(String center, List<Row> rows) {
    Map<List<String>, Long> extents =
        new TreeMap<>(
            Comparator.<List<String>, String>comparing(place -> place.get(0))
                .thenComparing(place -> place.get(1)));
    for (Row row : rows) {
      if (row.<String>getAs(Registry.CENTER).equals(center)) {
        String column = row.getAs(Operational.COLUMN);
        extents.put(
            List.of(row.getAs(Operational.TABLE), column == null ? "" : column),
            row.<Long>getAs(Operational.VALUES));
      }
    }
    return extents;
  }

  private static String line(
      String center, List<String> place, long had, long has, double mostLost) {
    return "centre %s: %s, %.3g %% less; %.3g %% may be lost unasked (most-lost): deliver it whole, or take it so by --accept-shrink %s"
        .formatted(
            center,
            what(place.get(0), place.get(1), had, has),
            100.0 * (had - has) / had,
            100 * mostLost,
            center);
  }

  private static String what(String table, String column, long had, long has) {
    if (column.isEmpty()) {
      return "table %s has %d rows, and had %d".formatted(table, has, had);
    }
    return table.equals(Operational.RECORD.name())
        ? "export %s has %d records, and had %d".formatted(column, has, had)
        : "column %s of %s has %d values, and had %d".formatted(column, table, has, had);
  }
}
