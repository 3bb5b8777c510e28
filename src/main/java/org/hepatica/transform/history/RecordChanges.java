package org.hepatica.transform.history;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.hepatica.protocol.Center;
import org.hepatica.quality.Typed;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/**
 * What a delivery changes of the records that count: which begin and which end. Delivered records
 * meet those that count in one shuffle, by content or by key.
 *
 * <p>A snapshot is a multiset: where it has a content more often than before, its further copies
 * begin, and where less often, the last ones end. Of changes the last record of a key, by file and
 * line, replaces the one before. A tombstone begins nothing and ends what its key, or its absence
 * from a snapshot, names. A record that cannot be read has no key: it lasts as long as the next
 * delivery has it too.
 */
public final class RecordChanges {

  /** Whether a row begins; else it ends by its {@link Operational#UNTIL}. */
  public static final String BEGINS = "begins";

  private static final String DELIVERED = "delivered";
  private static final String IDENTITY = "identity";
  private static final String KEYED = "keyed";
  private static final String DELETED = "deleted";
  private static final String NUMBER = "number";
  private static final String KNOWN = "known";
  private static final String FOUND = "found";
  private static final String LAST = "last";

  private static final Column[] COUNTING =
      Arrays.stream(Operational.RECORD.schema().fieldNames())
          .map(name -> col(name))
          .toArray(Column[]::new);

  private final ExportContents contents;

  private RecordChanges(ExportContents contents) {
    this.contents = contents;
  }

  /**
   * The changes, in the columns of {@link Operational#RECORD} and {@link #BEGINS}. Of rows that end
   * only the lineage and {@link Operational#UNTIL} are given.
   *
   * @param delivered records of one delivery of each centre, as they are read
   * @param counting rows of {@link Operational#RECORD} that count, of the delivered exports; with
   *     further columns or without
   * @param deliveries the delivery by centre
   */
  public static Dataset<Row> of(
      Dataset<Row> delivered,
      Dataset<Row> counting,
      Collection<Center> centers,
      Map<String, String> deliveries) {
    return new RecordChanges(new ExportContents(centers)).changes(delivered, counting, deliveries);
  }

  private Dataset<Row> changes(
      Dataset<Row> delivered, Dataset<Row> counting, Map<String, String> deliveries) {
    Dataset<Row> read = contents.keysChecked(delivered);
    Dataset<Row> both =
        side(read, true)
            .unionByName(side(counting, false))
            .withColumn(KEYED, contents.isKeyed())
            .withColumn(DELETED, col(DELIVERED).and(coalesce(contents.isTombstone(), lit(false))))
            .where(col(KEYED).or(not(col(DELETED))))
            .withColumn(IDENTITY, contents.identity(col(KEYED)));
    WindowSpec identity = Window.partitionBy(Registry.CENTER, Operational.EXPORT, IDENTITY);
    WindowSpec ofSide =
        Window.partitionBy(
                col(Registry.CENTER), col(Operational.EXPORT), col(IDENTITY), col(DELIVERED))
            .orderBy(Registry.SOURCE_FILE, Registry.SOURCE_LINE);
    Column place = struct(col(Registry.SOURCE_FILE), col(Registry.SOURCE_LINE));
    Column last = struct(place.as("place"), col(Operational.CONTENT), col(DELETED));
    Dataset<Row> counted =
        both.withColumn(NUMBER, row_number().over(ofSide))
            .withColumn(
                KNOWN,
                coalesce(
                    max(when(not(col(DELIVERED)), col(Operational.COPY))).over(identity), lit(0)))
            .withColumn(FOUND, sum(when(col(DELIVERED), 1).otherwise(0)).over(identity))
            .withColumn(LAST, max(when(col(DELIVERED), last)).over(identity));
    Column stands = col(LAST).getField(DELETED).equalTo(lit(false));
    Column same = col(Operational.CONTENT).equalTo(col(LAST).getField(Operational.CONTENT));
    Dataset<Row> known =
        counted.withColumn(
            "kept", coalesce(max(not(col(DELIVERED)).and(same)).over(identity), lit(false)));
    Column begins =
        when(
                col(KEYED),
                stands.and(place.equalTo(col(LAST).getField("place"))).and(not(col("kept"))))
            .otherwise(col(NUMBER).gt(col(KNOWN)));
    Column ends =
        when(
                col(KEYED),
                col(LAST).isNotNull().and(not(stands.and(same)).or(col(Operational.COPY).gt(1))))
            .otherwise(col(Operational.COPY).gt(col(FOUND)));
    return known
        .withColumn(BEGINS, when(col(DELIVERED), begins).otherwise(not(ends)))
        // Rows that stay as they are: delivered ones that do not begin, counting ones that do not
        // end.
        .where(col(DELIVERED).equalTo(col(BEGINS)))
        .select(columns(deliveries));
  }

  private static Column[] columns(Map<String, String> deliveries) {
    Column until = when(not(col(BEGINS)), delivery(deliveries));
    Column[] columns =
        Arrays.stream(Operational.RECORD.schema().fields())
            .map(
                field ->
                    switch (field.name()) {
                      case Operational.COPY ->
                          Typed.as(
                              field,
                              when(col(BEGINS), when(col(KEYED), 1).otherwise(col(NUMBER)))
                                  .otherwise(col(Operational.COPY)));
                      case Operational.UNTIL -> Typed.as(field, until);
                      default -> Typed.as(field, col(field.name()));
                    })
            .toArray(Column[]::new);
    Column[] all = Arrays.copyOf(columns, columns.length + 1);
    all[columns.length] = col(BEGINS);
    return all;
  }

  private static Column delivery(Map<String, String> deliveries) {
    Column delivery = lit(null).cast("string");
    for (Map.Entry<String, String> each : deliveries.entrySet()) {
      delivery =
          when(col(Registry.CENTER).equalTo(each.getKey()), each.getValue()).otherwise(delivery);
    }
    return delivery;
  }

  /** Of what counts the cells are not needed again, but by the keys' columns. */
  private Dataset<Row> side(Dataset<Row> rows, boolean delivered) {
    Dataset<Row> copied =
        delivered
            ? rows.withColumn(Operational.COPY, lit(0))
            : rows.select(COUNTING).drop(Operational.UNTIL);
    Dataset<Row> narrow =
        delivered
            ? copied
            : copied
                .withColumn(Operational.CELLS, contents.keyCells())
                .withColumn(Operational.LINKS, lit(null).cast("array<string>"));
    return narrow.withColumn(DELIVERED, lit(delivered));
  }
}
