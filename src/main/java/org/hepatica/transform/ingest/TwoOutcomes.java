package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.quality.Reconciliation;
import org.hepatica.quality.RuleCounts;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/**
 * Two outcomes of the same centres, an earlier and a later one. They are counted in one pass over
 * both: counts of the earlier one are under the centre's name with {@link #EARLIER} at its end.
 */
public final class TwoOutcomes {

  /** Ends the name of a centre where a count is of the earlier outcome; in no centre's name. */
  public static final String EARLIER = "\u0000earlier";

  private static final String SIDE = "side";

  private final RegistryIngest.Result earlier;
  private final RegistryIngest.Result later;

  /** Of two outcomes by the same mappings and rules. */
  public TwoOutcomes(RegistryIngest.Result earlier, RegistryIngest.Result later) {
    this.earlier = earlier;
    this.later = later;
  }

  /** Counts by centre and rule, in the schema of {@code Operational.QUALITY}. */
  public Dataset<Row> quality() {
    return RuleCounts.of(both(earlier.holding(), later.holding()), later.rules());
  }

  /** Counts by file, in the schema of {@code Operational.RECONCILIATION}. */
  public Dataset<Row> reconciliation() {
    return Reconciliation.of(
        both(earlier.ownRecords(), later.ownRecords()), both(earlier.own(), later.own()));
  }

  /**
   * How much there is, in the schema of {@code Operational.EXTENT}. Of outcomes without the rows
   * that are in both, the difference is the same.
   */
  public Dataset<Row> extents() {
    return Extents.of(
        both(earlier.holdingRecords(), later.holdingRecords()),
        both(earlier.standingNow(), later.standingNow()));
  }

  /**
   * Patients of whom a table no longer says what it said, by what holds then and now: centre and
   * patient, each once. It is no change that a row comes from another delivery.
   */
  public Dataset<Row> changedPatients() {
    Dataset<Row> rows = side(earlier, -1).union(side(later, 1));
    Column[] row = {col(Registry.CENTER), col(Operational.TABLE), col(Judged.VALUES)};
    return rows.groupBy(row)
        .agg(sum(SIDE).as(SIDE))
        .where(col(SIDE).notEqual(0))
        .select(col(Registry.CENTER), Judged.patient().as(Registry.PATIENT_ID))
        .where(col(Registry.PATIENT_ID).isNotNull())
        .distinct();
  }

  private static Dataset<Row> side(RegistryIngest.Result outcome, int side) {
    return outcome
        .standing()
        .where(Judged.holds())
        .select(
            col(Registry.CENTER), col(Operational.TABLE), col(Judged.VALUES), lit(side).as(SIDE));
  }

  private static Dataset<Row> both(Dataset<Row> earlier, Dataset<Row> later) {
    return earlier
        .withColumn(Registry.CENTER, concat(col(Registry.CENTER), lit(EARLIER)))
        .unionByName(later);
  }
}
