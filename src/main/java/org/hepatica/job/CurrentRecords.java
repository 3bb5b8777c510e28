package org.hepatica.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;

/** The bronze records that count now: of each centre's export, the newest delivery's. */
final class CurrentRecords {

  private CurrentRecords() {}

  static Dataset<Row> of(Tables tables) {
    String[] key = {Registry.CENTER, Operational.EXPORT, Registry.DELIVERY};
    Dataset<Row> newest =
        tables
            .read(Operational.DELIVERY_FILE)
            .groupBy(col(Registry.CENTER), col(Operational.EXPORT))
            .agg(max(col(Registry.DELIVERY)).as(Registry.DELIVERY));
    return tables.read(Operational.RECORD).join(broadcast(newest), key, "left_semi");
  }
}
