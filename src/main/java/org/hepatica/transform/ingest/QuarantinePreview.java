package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.hepatica.quality.Issue;
import org.hepatica.quality.Reconciliation;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** What would be quarantined, by rule and column, for a check before any run. */
public final class QuarantinePreview {

  private static final String COUNT = "entries";
  private static final String FIRST = "first";

  private QuarantinePreview() {}

  /**
   * Counts, then a line a rule and column with the first place of each.
   *
   * <p>A record counts as withheld when no table takes it, as in the reconciliation; of a record
   * that some table takes, rows of other tables and cells may be withheld.
   *
   * @param result of the records looked at
   * @param among which these are, such as {@code all records}
   */
  public static List<String> of(RegistryIngest.Result result, String among) {
    List<Row> groups = groups(result.quarantine());
    long cells = groups.stream().filter(row -> isCell(row)).mapToLong(row -> entries(row)).sum();
    Row counts =
        result.reconciliation().agg(sum(Operational.RECORDS), sum(Operational.QUARANTINED)).head();
    long records = counts.isNullAt(0) ? 0 : counts.getLong(0);
    long withheld = counts.isNullAt(1) ? 0 : counts.getLong(1);
    long rows = rowsOfAcceptedRecords(result.judged());
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s%s and %s would be quarantined among %s (%d)"
            .formatted(
                counted(withheld, "record"),
                rows == 0 ? "" : ", " + counted(rows, "row") + " of other records",
                counted(cells, "cell"),
                among,
                records));
    groups.forEach(row -> lines.add("  " + line(row)));
    return lines;
  }

  private static List<Row> groups(Dataset<Row> quarantine) {
    Column first =
        struct(
            col(Registry.DELIVERY),
            col(Registry.SOURCE_FILE),
            col(Registry.SOURCE_LINE),
            col(Operational.VALUE),
            col(Operational.REASON));
    return quarantine
        .groupBy(
            col(Operational.EXPORT),
            col(Operational.TABLE),
            col(Operational.LEVEL),
            col(Operational.RULE),
            col(Operational.COLUMN))
        .agg(count(lit(1)).as(COUNT), min(first).as(FIRST))
        .collectAsList()
        .stream()
        .sorted(Comparator.comparing((Row row) -> -entries(row)).thenComparing(row -> line(row)))
        .toList();
  }

  /** Rows withheld from a table of records that stand in another. */
  private static long rowsOfAcceptedRecords(Dataset<Row> judged) {
    Column[] record =
        Stream.of(
                Registry.CENTER,
                Operational.EXPORT,
                Registry.DELIVERY,
                Registry.SOURCE_FILE,
                Registry.SOURCE_LINE)
            .map(name -> col(name))
            .toArray(Column[]::new);
    Column accepted = col(Reconciliation.FATE).equalTo(Reconciliation.ACCEPTED);
    return judged
        .withColumn("stands_elsewhere", max(accepted).over(Window.partitionBy(record)))
        .where(
            col("stands_elsewhere")
                .and(col(Reconciliation.FATE).equalTo(Reconciliation.QUARANTINED)))
        .count();
  }

  private static String line(Row group) {
    Row first = group.getAs(FIRST);
    String table = group.getAs(Operational.TABLE);
    String column = group.getAs(Operational.COLUMN);
    String value = first.getAs(Operational.VALUE);
    String what = isCell(group) ? "cell" : table == null ? "record" : "row";
    return "%s%s%s, %s; first: %s%s%s: %s"
        .formatted(
            counted(entries(group), what),
            table == null ? "" : " of " + table,
            column == null ? "" : ", " + column,
            group.<String>getAs(Operational.RULE),
            Preview.place(first),
            value == null || column == null ? "" : " " + column,
            value == null ? "" : " '" + Preview.shown(value) + "'",
            Preview.shown(first.getAs(Operational.REASON)));
  }

  private static boolean isCell(Row group) {
    return Issue.CELL.equals(group.getAs(Operational.LEVEL));
  }

  private static long entries(Row group) {
    return group.<Long>getAs(COUNT);
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
