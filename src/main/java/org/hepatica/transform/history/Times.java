package org.hepatica.transform.history;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import java.util.function.BiFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.Valid;

/**
 * Records at each time at which they, or records that they are tied to, changed.
 *
 * <p>Records are tied when they share an identifier, or are tied to the same one. What is made of a
 * record depends on those that it is tied to and on no others, so it has to be made anew only at
 * the dates on which one of them began or ended: a patient of whom nothing changed for years is
 * looked at once.
 */
public final class Times {

  private static final String DATES = "dates";
  private static final String TIMES = "times";
  private static final String LINK = "link";
  private static final String BEFORE = "before";
  private static final String TIME = "time";

  private final BiFunction<String, Dataset<Row>, Dataset<Row>> settle;

  /**
   * With a way to settle intermediates, which are read several times.
   *
   * @param settle writes rows under a name and reads them back
   */
  public Times(BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    this.settle = settle;
  }

  /**
   * The records, each as often as there are times at which it counted, with {@link
   * Registry#VALID_FROM} and {@link Registry#VALID_TO} of the time.
   *
   * @param records rows of {@link Operational#RECORD}, all that there ever were of their centres
   */
  public Dataset<Row> of(Dataset<Row> records) {
    Column[] tied = {col(Registry.CENTER), col(Operational.LINKS), times().as(TIMES)};
    Column own = array(struct(began().as(Registry.VALID_FROM), ended().as(Registry.VALID_TO)));
    return records
        .join(
            dates(records).select(tied), new String[] {Registry.CENTER, Operational.LINKS}, "left")
        .withColumn(TIME, explode(coalesce(col(TIMES), own)))
        .withColumn(Registry.VALID_FROM, col(TIME).getField(Registry.VALID_FROM))
        .withColumn(Registry.VALID_TO, col(TIME).getField(Registry.VALID_TO))
        .drop(TIMES, TIME)
        .where(counts());
  }

  /** The same of centres of which all records are of one date, and count. */
  public static Dataset<Row> ofOne(Dataset<Row> records) {
    return timed(records, lit(null).cast("date"));
  }

  /**
   * The records, each once, with the time of its own: from when it began until it ended. That is
   * what they are counted by.
   */
  public static Dataset<Row> own(Dataset<Row> records) {
    return timed(records, ended());
  }

  private static Dataset<Row> timed(Dataset<Row> records, Column until) {
    return records.withColumn(Registry.VALID_FROM, began()).withColumn(Registry.VALID_TO, until);
  }

  /** By centre and identifiers, the dates of all that they are tied to. */
  private Dataset<Row> dates(Dataset<Row> records) {
    Dataset<Row> nodes =
        settled(
            0,
            records
                .where(size(col(Operational.LINKS)).gt(0))
                .groupBy(col(Registry.CENTER), col(Operational.LINKS))
                .agg(union(ownDates()).as(DATES)));
    for (int step = 1; ; step++) {
      // Mostly one round is enough; the second, in the same plan, is what shows it.
      Dataset<Row> grown = settled(step, grown(grown(nodes).drop(BEFORE)));
      nodes = grown.drop(BEFORE);
      if (grown.where(size(col(DATES)).gt(col(BEFORE))).isEmpty()) {
        return nodes;
      }
    }
  }

  /** With the dates of those that share an identifier, and how many there were before. */
  private static Dataset<Row> grown(Dataset<Row> nodes) {
    Dataset<Row> ends =
        nodes
            .withColumn(LINK, explode(col(Operational.LINKS)))
            .withColumn(BEFORE, size(col(DATES)));
    Dataset<Row> byLink = ends.groupBy(Registry.CENTER, LINK).agg(union(col(DATES)).as(DATES));
    return ends.drop(DATES)
        .join(byLink, new String[] {Registry.CENTER, LINK})
        .groupBy(col(Registry.CENTER), col(Operational.LINKS))
        .agg(union(col(DATES)).as(DATES), first(col(BEFORE)).as(BEFORE));
  }

  private Dataset<Row> settled(int step, Dataset<Row> rows) {
    return settle.apply("dates-" + step, rows);
  }

  private static Column union(Column dates) {
    return array_sort(array_distinct(flatten(collect_list(dates))));
  }

  private static Column ownDates() {
    return array_compact(array(began(), ended()));
  }

  private static Column began() {
    return Valid.date(Registry.DELIVERY);
  }

  private static Column ended() {
    return Valid.date(Operational.UNTIL);
  }

  /** From each date to the next one. */
  private static Column times() {
    return transform(
        col(DATES),
        (date, place) ->
            struct(
                date.as(Registry.VALID_FROM),
                get(col(DATES), place.plus(lit(1))).as(Registry.VALID_TO)));
  }

  /** Whether the record counts in the time. */
  private static Column counts() {
    Column from = col(Registry.VALID_FROM);
    return began().leq(from).and(ended().isNull().or(ended().gt(from)));
  }
}
