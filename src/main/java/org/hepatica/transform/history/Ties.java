package org.hepatica.transform.history;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/**
 * The records that changed ones are tied to, by an identifier that they share, or by others. What
 * is made of all the rest cannot have changed.
 */
public final class Ties {

  /** An identifier, hashed as {@link Operational#LINKS} has it. */
  public static final String LINK = "link";

  private final BiFunction<String, Dataset<Row>, Dataset<Row>> settle;

  /**
   * With a way to settle intermediates, which are read several times.
   *
   * @param settle writes rows under a name and reads them back
   */
  public Ties(BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    this.settle = settle;
  }

  /**
   * The changed records and all that they are tied to.
   *
   * @param records rows of {@link Operational#RECORD}
   * @param changed holds of the changed ones
   */
  public Dataset<Row> of(Dataset<Row> records, Column changed) {
    // One without an identifier is tied to nothing.
    return with(records, links(records.where(changed)))
        .unionByName(records.where(changed.and(size(col(Operational.LINKS)).equalTo(0))));
  }

  /**
   * The records that identifiers are tied to.
   *
   * @param records rows of {@link Operational#RECORD}, with further columns or without
   * @param identifiers centre and {@link #LINK}, each once
   */
  public Dataset<Row> with(Dataset<Row> records, Dataset<Row> identifiers) {
    return records
        .withColumn(LINK, get(col(Operational.LINKS), lit(0)))
        .join(
            broadcast(closure(records, identifiers)),
            new String[] {Registry.CENTER, LINK},
            "left_semi")
        .select(columns(records));
  }

  /** Identifiers of what the links reach, and of what those reach, until there are no more. */
  private Dataset<Row> closure(Dataset<Row> records, Dataset<Row> seeds) {
    Dataset<Row> links = settle.apply("links-0", seeds);
    long known = links.count();
    for (int step = 1; ; step++) {
      Dataset<Row> reached =
          records
              .select(
                  col(Registry.CENTER),
                  col(Operational.LINKS),
                  explode(col(Operational.LINKS)).as(LINK))
              .join(broadcast(links), new String[] {Registry.CENTER, LINK}, "left_semi");
      Dataset<Row> more =
          settle.apply("links-" + step, links(reached).unionByName(links).distinct());
      long now = more.count();
      if (now == known) {
        return links;
      }
      links = more;
      known = now;
    }
  }

  /** The identifiers that records have: centre and {@link #LINK}, each once. */
  public static Dataset<Row> links(Dataset<Row> records) {
    return records
        .select(col(Registry.CENTER), explode(col(Operational.LINKS)).as(LINK))
        .distinct();
  }

  private static Column[] columns(Dataset<Row> records) {
    return Arrays.stream(records.columns()).map(n -> col(n)).toArray(Column[]::new);
  }
}
