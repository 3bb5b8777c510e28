package org.hepatica.transform.refresh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.table.Followed;
import org.hepatica.table.Refresh;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;

/**
 * Results of two nights, held against each other: pure, of rows that the driver has.
 *
 * @param told rows of {@link Refresh#CHANGE}, of what moved by its threshold or more
 * @param less how many moved by less
 * @param hazardRatio the most that a hazard ratio moved: the larger over the smaller, less 1; null
 *     when none is there both times
 * @param survival the most that survival at a time moved, a share; null likewise
 */
public record MovedResults(List<Row> told, long less, Double hazardRatio, Double survival) {

  private static final double SIGNIFICANT = 0.05;

  /** Keeps the list unchangeable. */
  public MovedResults {
    told = List.copyOf(told);
  }

  /**
   * Compares.
   *
   * @param before rows by table, of {@link Followed#ALL}
   * @param after likewise
   */
  public static MovedResults of(
      Map<TableDefinition, List<Row>> before,
      Map<TableDefinition, List<Row>> after,
      ChangeSet.Moved thresholds) {
    List<Row> told = new ArrayList<>();
    long less = 0;
    Map<String, Double> most = new LinkedHashMap<>();
    for (Followed followed : Followed.ALL) {
      Map<String, Row> old = byItem(followed, before);
      Map<String, Row> now = byItem(followed, after);
      Set<String> items = new LinkedHashSet<>(now.keySet());
      items.addAll(old.keySet());
      for (String item : items) {
        for (String measure : followed.measures()) {
          Pair pair = new Pair(number(old.get(item), measure), number(now.get(item), measure));
          if (pair.before() != null && pair.after() != null) {
            most.merge(measure, distance(measure, pair), Math::max);
          }
          if (isTold(measure, pair, thresholds)) {
            told.add(row(followed, item, measure, pair));
          } else if (pair.moved()) {
            less++;
          }
        }
      }
    }
    return new MovedResults(told, less, most.get(Results.HAZARD_RATIO), most.get(Results.SURVIVAL));
  }

  /** A number before and now; null where there is none. */
  private record Pair(Double before, Double after) {

    boolean moved() {
      return before == null ? after != null : !before.equals(after);
    }

    boolean isOnce() {
      return (before == null) != (after == null);
    }
  }

  private static boolean isTold(String measure, Pair pair, ChangeSet.Moved thresholds) {
    if (!pair.moved() || pair.isOnce()) {
      return pair.isOnce();
    }
    double threshold =
        switch (measure) {
          case Results.HAZARD_RATIO -> thresholds.hazardRatio();
          case Results.SURVIVAL -> thresholds.survival();
          case Results.MEDIAN_YEARS -> thresholds.medianYears();
          case Results.P_VALUE -> thresholds.pValue();
          default -> thresholds.n();
        };
    boolean crossed =
        measure.equals(Results.P_VALUE)
            && (pair.before() < SIGNIFICANT) != (pair.after() < SIGNIFICANT);
    return crossed || distance(measure, pair) >= threshold;
  }

  private static double distance(String measure, Pair pair) {
    return measure.equals(Results.HAZARD_RATIO)
        ? Math.exp(Math.abs(Math.log(pair.after() / pair.before()))) - 1
        : Math.abs(pair.after() - pair.before());
  }

  private static Map<String, Row> byItem(
      Followed followed, Map<TableDefinition, List<Row>> results) {
    Map<String, Row> rows = new LinkedHashMap<>();
    results
        .getOrDefault(followed.table(), List.of())
        .forEach(row -> rows.putIfAbsent(followed.item(row), row));
    return rows;
  }

  private static Double number(Row row, String measure) {
    Number number = row == null ? null : row.<Number>getAs(measure);
    return number == null ? null : number.doubleValue();
  }

  private static Row row(Followed followed, String item, String measure, Pair pair) {
    boolean whole = List.of(Results.N, Results.EVENTS).contains(measure);
    Object[] cells = {
      Refresh.RESULT_MOVED,
      null,
      null,
      followed.table().name(),
      item,
      measure,
      text(pair.before(), whole),
      text(pair.after(), whole),
      pair.isOnce() ? null : pair.after() - pair.before(),
      null,
      null,
      null
    };
    return new GenericRowWithSchema(cells, Refresh.CHANGE.schema());
  }

  private static String text(Double number, boolean whole) {
    if (number == null) {
      return null;
    }
    return whole ? Long.toString(number.longValue()) : number.toString();
  }
}
