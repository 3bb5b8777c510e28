package org.hepatica.transform.history;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.transform_values;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/**
 * Records under the identifiers that their patients have by now. What the newest deliveries say of
 * identities holds for records of all dates: history is re-keyed, not continued.
 */
public final class Identities {

  private static final String OLD = "old";
  private static final String NOW = "now";
  private static final String CHANGED = "changed";

  /** A chain of so many changes of one identifier, doubled each time, is followed to its end. */
  private static final int DOUBLINGS = 6;

  private Identities() {}

  /**
   * The records, identifiers in their cells changed. {@link Operational#LINKS} stay as delivered:
   * they tie a record to what said that it is another's.
   *
   * @param records rows of {@link Operational#RECORD}
   * @param all rows of the same centres among which those of the identities' exports are
   */
  public static Dataset<Row> applied(
      Dataset<Row> records, Dataset<Row> all, Collection<Center> centers) {
    List<Center> own = centers.stream().filter(c -> c.identity().isPresent()).toList();
    if (own.isEmpty()) {
      return records;
    }
    Dataset<Row> changes =
        own.stream().map(c -> changes(all, c)).reduce(Dataset::unionByName).get();
    Dataset<Row> byCenter =
        changes
            .groupBy(Registry.CENTER)
            .agg(map_from_entries(collect_list(struct(col(OLD), col(NOW)))).as(CHANGED));
    Dataset<Row> followed = byCenter;
    for (int i = 0; i < DOUBLINGS; i++) {
      Column further =
          transform_values(col(CHANGED), (old, now) -> coalesce(col(CHANGED).getItem(now), now));
      followed = followed.withColumn(CHANGED, further);
    }
    Column cells =
        when(
                col(CHANGED).isNotNull().and(not(isOfIdentities(own))),
                transform_values(col(Operational.CELLS), (name, cell) -> now(cell)))
            .otherwise(col(Operational.CELLS));
    return records
        .join(broadcast(followed), new String[] {Registry.CENTER}, "left")
        .withColumn(Operational.CELLS, cells)
        .drop(CHANGED);
  }

  /** Hashes are found among hashes only: no other text is one. */
  private static Column now(Column cell) {
    Column within =
        get(
            filter(
                transform(col(Operational.LINKS), link -> col(CHANGED).getItem(key(cell, link))),
                found -> found.isNotNull()),
            lit(0));
    return coalesce(within, col(CHANGED).getItem(cell), cell);
  }

  private static Column key(Column old, Column within) {
    return concat(old, lit("\n"), within);
  }

  /** Of one centre, an identifier and what it is now; of contradictions the greater one. */
  private static Dataset<Row> changes(Dataset<Row> all, Center center) {
    Center.Identity identity = center.identity().orElseThrow();
    Column old = col(Operational.CELLS).getItem(identity.old());
    Column now = col(Operational.CELLS).getItem(identity.now());
    List<Column> conditions = new ArrayList<>(List.of(old.isNotNull(), now.isNotNull()));
    conditions.add(col(Operational.UNTIL).isNull());
    conditions.add(col(Operational.DEFECT).isNull());
    Column key =
        identity
            .within()
            .map(name -> col(Operational.CELLS).getItem(name))
            .map(within -> when(within.isNull(), old).otherwise(key(old, within)))
            .orElse(old);
    return all.where(isOf(center, identity))
        .where(conditions.stream().reduce(Column::and).orElseThrow())
        .select(col(Registry.CENTER), key.as(OLD), now.as(NOW))
        .groupBy(Registry.CENTER, OLD)
        .agg(max(NOW).as(NOW));
  }

  private static Column isOfIdentities(List<Center> centers) {
    return centers.stream()
        .map(center -> isOf(center, center.identity().orElseThrow()))
        .reduce(Column::or)
        .orElseThrow();
  }

  private static Column isOf(Center center, Center.Identity identity) {
    return col(Registry.CENTER)
        .equalTo(center.name())
        .and(col(Operational.EXPORT).equalTo(identity.from()));
  }
}
