package org.hepatica.transform.history;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/**
 * Of a delivery's records, and of those that count, the ones that may begin or end with it. They
 * are picked by a few columns each before the two sides meet with all that they have.
 *
 * @param delivered as they were given, but for those of snapshots that were there as often
 * @param counting as they were given, but for those that stay
 */
public record ConcernedRecords(Dataset<Row> delivered, Dataset<Row> counting) {

  private static final String HASH = "key_hash";
  private static final String SIDE = "side";

  /** A content, in numbers: what is told apart by 64 bits of it is told apart by 128. */
  private static final String[] SAME = {
    Registry.CENTER, Operational.EXPORT, "content_a", "content_b"
  };

  /**
   * Picks them. Of exports that bring changes alone these are the counting records whose key the
   * delivery has, and those without a key; of snapshots the records of contents of which there are
   * not as many as before.
   *
   * @param delivered records of one delivery of each centre, as they are read; settled, as they are
   *     read more than once
   * @param counting rows of {@link Operational#RECORD} that count, of the delivered exports; with
   *     further columns or without
   * @param meant holds of the delivered exports, by the names of the centre and the export
   * @param settle writes rows down under a name and reads them back
   */
  public static ConcernedRecords of(
      Dataset<Row> delivered,
      Dataset<Row> counting,
      Collection<Center> centers,
      BiPredicate<String, String> meant,
      BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    ExportContents contents = new ExportContents(centers, meant);
    if (!contents.hasChanges()) {
      return ofSnapshots(contents, delivered, counting, settle);
    }
    Dataset<Row> replaced = settle.apply("concerned", replaced(contents, delivered, counting));
    if (contents.areAllChanges()) {
      return new ConcernedRecords(delivered, replaced);
    }
    Column isWhole = not(contents.isChanges());
    ConcernedRecords others =
        ofSnapshots(contents, delivered.where(isWhole), counting.where(isWhole), settle);
    return new ConcernedRecords(
        delivered.where(contents.isChanges()).unionByName(others.delivered),
        replaced.unionByName(others.counting));
  }

  /** Export by export, as one expression for all of them is more than Java compiles. */
  private static Dataset<Row> replaced(
      ExportContents contents, Dataset<Row> delivered, Dataset<Row> counting) {
    Dataset<Row> read = contents.keysChecked(delivered);
    Dataset<Row> replaced =
        counting.where(contents.isChanges().and(col(Operational.DEFECT).isNotNull()));
    for (ExportContents.Keyed each : contents.keyed()) {
      replaced =
          replaced.union(
              counting
                  .where(each.isOne())
                  .withColumn(HASH, each.hash())
                  .join(read.where(each.isOne()).select(each.hash().as(HASH)), HASH, "left_semi")
                  .drop(HASH));
    }
    return replaced;
  }

  private static ConcernedRecords ofSnapshots(
      ExportContents contents,
      Dataset<Row> delivered,
      Dataset<Row> counting,
      BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    Column isDeleted = coalesce(contents.isTombstone(), lit(false));
    Dataset<Row> left = numbered(delivered.where(not(isDeleted)));
    Dataset<Row> right = numbered(counting);
    Dataset<Row> differing =
        settle.apply(
            "differing-contents",
            side(left, 1)
                .union(side(right, -1))
                .groupBy(columns())
                .agg(sum(SIDE).as(SIDE))
                .where(col(SIDE).notEqual(0))
                .select(columns()));
    return new ConcernedRecords(
        only(left, differing), settle.apply("concerned-contents", only(right, differing)));
  }

  private static Dataset<Row> numbered(Dataset<Row> records) {
    return records
        .withColumn(SAME[2], xxhash64(col(Operational.CONTENT)))
        .withColumn(SAME[3], xxhash64(lit(1), col(Operational.CONTENT)));
  }

  private static Dataset<Row> side(Dataset<Row> numbered, int side) {
    return numbered.select(columns()).withColumn(SIDE, lit(side));
  }

  private static Dataset<Row> only(Dataset<Row> numbered, Dataset<Row> differing) {
    return numbered.join(differing, SAME, "left_semi").drop(SAME[2], SAME[3]);
  }

  private static Column[] columns() {
    Column[] columns = new Column[SAME.length];
    for (int i = 0; i < SAME.length; i++) {
      columns[i] = col(SAME[i]);
    }
    return columns;
  }
}
