package org.hepatica.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;

/** The bronze records that count now: of each centre's export, the newest accepted delivery's. */
final class CurrentRecords {

  private CurrentRecords() {}

  static Dataset<Row> of(Tables tables) {
    return of(tables, tables.read(Operational.DELIVERIES));
  }

  /**
   * The same by another judgement.
   *
   * @param deliveries rows of {@link Operational#DELIVERIES}; one that is not among them counts
   */
  static Dataset<Row> of(Tables tables, Dataset<Row> deliveries) {
    String[] key = {Registry.CENTER, Operational.EXPORT, Registry.DELIVERY};
    Dataset<Row> refused =
        deliveries
            .where(col(Operational.STATE).equalTo(Operational.REFUSED))
            .select(Registry.CENTER, Registry.DELIVERY);
    Dataset<Row> newest =
        tables
            .read(Operational.DELIVERY_FILE)
            .join(
                broadcast(refused), new String[] {Registry.CENTER, Registry.DELIVERY}, "left_anti")
            .groupBy(col(Registry.CENTER), col(Operational.EXPORT))
            .agg(max(col(Registry.DELIVERY)).as(Registry.DELIVERY));
    return tables.read(Operational.RECORD).join(broadcast(newest), key, "left_semi");
  }
}
