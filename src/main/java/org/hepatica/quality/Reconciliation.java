package org.hepatica.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** What became of every record: records in = accepted + quarantined + duplicates, file by file. */
public final class Reconciliation {

  /** Name of the column that says what became of a record in one table. */
  public static final String FATE = "fate";

  public static final String ACCEPTED = "accepted";
  public static final String QUARANTINED = "quarantined";
  public static final String DUPLICATE = "duplicate";

  private static final List<String> FILE =
      List.of(Registry.CENTER, Operational.EXPORT, Registry.DELIVERY, Registry.SOURCE_FILE);

  private Reconciliation() {}

  /**
   * Counts by file. Records are counted from the records themselves, what became of them from the
   * fates, so that a record lost between the two shows.
   *
   * @param records the records that went in
   * @param fates lineage, export and {@link #FATE}: one or more rows a record; one acceptance makes
   *     the record accepted
   */
  public static Dataset<Row> of(Dataset<Row> records, Dataset<Row> fates) {
    Dataset<Row> in = records.select(keyed(lit(1L), lit(0), lit(0), lit(0)));
    Dataset<Row> out = fates.select(keyed(lit(0L), is(ACCEPTED), is(QUARANTINED), is(DUPLICATE)));
    Dataset<Row> byRecord =
        in.union(out)
            .groupBy(columns(Stream.concat(FILE.stream(), Stream.of(Registry.SOURCE_LINE))))
            .agg(
                sum(Operational.RECORDS).as(Operational.RECORDS),
                max(Operational.ACCEPTED).as(Operational.ACCEPTED),
                max(Operational.QUARANTINED).as(Operational.QUARANTINED),
                max(Operational.DUPLICATES).as(Operational.DUPLICATES));
    Column accepted = col(Operational.ACCEPTED).equalTo(1);
    Column copy = col(Operational.DUPLICATES).equalTo(1).and(not(accepted));
    Column withheld = col(Operational.QUARANTINED).equalTo(1).and(not(accepted.or(copy)));
    return byRecord
        .groupBy(columns(FILE.stream()))
        .agg(
            sum(Operational.RECORDS).as(Operational.RECORDS),
            count(accepted).as(Operational.ACCEPTED),
            count(withheld).as(Operational.QUARANTINED),
            count(copy).as(Operational.DUPLICATES))
        .select(
            Arrays.stream(Operational.RECONCILIATION.schema().fields())
                .map((StructField field) -> Typed.as(field, col(field.name())))
                .toArray(Column[]::new));
  }

  /**
   * Checks counted rows.
   *
   * @param rows of {@link Operational#RECONCILIATION}
   * @throws IllegalStateException naming every file whose counts do not agree, with the counts
   */
  public static void check(List<Row> rows) {
    List<String> wrong =
        rows.stream().filter(row -> !agrees(row)).map(Reconciliation::say).toList();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "records do not reconcile, which is an error of the program; please report it: "
              + String.join("; ", wrong));
    }
  }

  private static boolean agrees(Row row) {
    return count(row, Operational.RECORDS)
        == count(row, Operational.ACCEPTED)
            + count(row, Operational.QUARANTINED)
            + count(row, Operational.DUPLICATES);
  }

  private static String say(Row row) {
    return "%s/%s/%s: %d records, but %d accepted + %d quarantined + %d duplicates"
        .formatted(
            row.getAs(Registry.CENTER),
            row.getAs(Registry.DELIVERY),
            row.getAs(Registry.SOURCE_FILE),
            count(row, Operational.RECORDS),
            count(row, Operational.ACCEPTED),
            count(row, Operational.QUARANTINED),
            count(row, Operational.DUPLICATES));
  }

  private static long count(Row row, String column) {
    return row.<Long>getAs(column);
  }

  private static Column count(Column condition) {
    return sum(when(condition, lit(1L)).otherwise(lit(0L)));
  }

  private static Column is(String fate) {
    return when(col(FATE).equalTo(fate), lit(1)).otherwise(lit(0));
  }

  private static Column[] keyed(
      Column records, Column accepted, Column quarantined, Column duplicates) {
    return Stream.concat(
            Stream.concat(FILE.stream(), Stream.of(Registry.SOURCE_LINE)).map(name -> col(name)),
            Stream.of(
                records.as(Operational.RECORDS),
                accepted.as(Operational.ACCEPTED),
                quarantined.as(Operational.QUARANTINED),
                duplicates.as(Operational.DUPLICATES)))
        .toArray(Column[]::new);
  }

  private static Column[] columns(Stream<String> names) {
    return names.map(name -> col(name)).toArray(Column[]::new);
  }
}
