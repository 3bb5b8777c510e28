package org.hepatica.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.hepatica.table.Column;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.ingest.TwoOutcomes;

/** Counts that are kept up to date: those that were, less what is no more, with what came. */
final class Tally {

  private final TableDefinition table;
  private final Set<String> counts;
  private final Map<List<Object>, long[]> sums = new LinkedHashMap<>();

  /**
   * Of a table's columns; the others tell what is counted.
   *
   * @param counts columns of {@link org.hepatica.table.Kind#LONG}
   */
  Tally(TableDefinition table, String... counts) {
    this.table = table;
    this.counts = Set.of(counts);
  }

  /**
   * What became of files' records: counts that are kept, less those of before, with those of now;
   * of files that have records.
   *
   * @param table with the columns of {@link Operational#RECONCILIATION}
   * @param kept rows of it, as before and now
   */
  static List<Row> ofFiles(
      TableDefinition table, Dataset<Row> kept, Dataset<Row> before, Dataset<Row> now) {
    return ofFiles(table, kept)
        .add(before.collectAsList(), -1)
        .add(now.collectAsList(), 1)
        .ofFiles();
  }

  /** The same of counts of both. */
  static List<Row> ofFiles(TableDefinition table, Dataset<Row> kept, Dataset<Row> both) {
    return ofFiles(table, kept).addBoth(both.collectAsList()).ofFiles();
  }

  private static Tally ofFiles(TableDefinition table, Dataset<Row> kept) {
    return new Tally(
            table,
            Operational.RECORDS,
            Operational.ACCEPTED,
            Operational.QUARANTINED,
            Operational.DUPLICATES)
        .add(kept.collectAsList(), 1);
  }

  private List<Row> ofFiles() {
    return rows().stream().filter(row -> row.<Long>getAs(Operational.RECORDS) > 0).toList();
  }

  /** Adds rows so many times: 1, or -1 to take them off. */
  Tally add(List<Row> rows, int times) {
    for (Row row : rows) {
      List<Object> key = new ArrayList<>();
      List<Long> values = new ArrayList<>();
      for (Column column : table.columns()) {
        if (counts.contains(column.name())) {
          values.add(row.getAs(column.name()));
        } else {
          key.add(row.getAs(column.name()));
        }
      }
      long[] sum = sums.computeIfAbsent(key, k -> new long[values.size()]);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += times * values.get(i);
      }
    }
    return this;
  }

  /**
   * Adds rows of {@link TwoOutcomes}: those of the later outcome, less those of the earlier one.
   */
  Tally addBoth(List<Row> rows) {
    for (Row row : rows) {
      Object[] cells = new Object[row.size()];
      Arrays.setAll(cells, row::get);
      int center = row.fieldIndex(Registry.CENTER);
      String name = row.getString(center);
      boolean isEarlier = name.endsWith(TwoOutcomes.EARLIER);
      if (isEarlier) {
        cells[center] = name.substring(0, name.length() - TwoOutcomes.EARLIER.length());
      }
      add(List.of(new GenericRowWithSchema(cells, row.schema())), isEarlier ? -1 : 1);
    }
    return this;
  }

  /** The counts as rows of the table, zeros included. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    sums.forEach(
        (key, sum) -> {
          List<Object> cells = new ArrayList<>();
          int keys = 0;
          int values = 0;
          for (Column column : table.columns()) {
            cells.add(counts.contains(column.name()) ? sum[values++] : key.get(keys++));
          }
          rows.add(new GenericRowWithSchema(cells.toArray(), table.schema()));
        });
    return rows;
  }
}
