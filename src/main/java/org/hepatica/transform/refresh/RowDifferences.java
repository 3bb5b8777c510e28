package org.hepatica.transform.refresh;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_repeat;
import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;

/**
 * The rows of patients that are not the same then and now, each beside what it was: in one plan
 * over all tables, whose cells are compared as text.
 */
public final class RowDifferences {

  /** The texts of a row's key, in the order of its columns. */
  static final String KEY = "key";

  /** Among rows of one key, from 0. */
  static final String COPY = "copy";

  /** The texts of a row's values before; null where there is no row. */
  static final String WAS = "was";

  /** Likewise now. */
  static final String IS = "is";

  private static final String CELLS = "cells";
  private static final String SIDE = "side";

  private RowDifferences() {}

  /**
   * Finds them.
   *
   * @param then the tables of an earlier night
   * @param now those of this one
   * @param tables which are compared; not empty
   * @return rows of {@code center, patient_id, table, key, copy, was, is}; {@code was} or {@code
   *     is} is null, not both
   */
  public static Dataset<Row> of(Tables then, Tables now, List<ComparedTable> tables) {
    Dataset<Row> sides =
        tables.stream()
            .flatMap(t -> List.of(side(then, t, -1), side(now, t, 1)).stream())
            .reduce(Dataset::union)
            .orElseThrow();
    Column[] row = {
      col(Registry.CENTER), col(Registry.PATIENT_ID), col(Operational.TABLE), col(KEY)
    };
    return sides
        .groupBy(row[0], row[1], row[2], row[3], col(CELLS))
        .agg(sum(col(SIDE)).cast("int").as(SIDE))
        .where(col(SIDE).notEqual(0))
        .groupBy(row)
        .agg(copies(col(SIDE).lt(0)).as(WAS), copies(col(SIDE).gt(0)).as(IS))
        .select(
            row[0],
            row[1],
            row[2],
            row[3],
            posexplode(arrays_zip(col(WAS), col(IS))).as(new String[] {COPY, "pair"}))
        .select(
            row[0],
            row[1],
            row[2],
            row[3],
            col(COPY),
            col("pair").getField(WAS).as(WAS),
            col("pair").getField(IS).as(IS));
  }

  /** What is there more often on one side, so many times, in an order of its own. */
  private static Column copies(Column here) {
    return sort_array(flatten(collect_list(when(here, array_repeat(col(CELLS), abs(col(SIDE)))))));
  }

  private static Dataset<Row> side(Tables tables, ComparedTable compared, int side) {
    return tables
        .read(compared.table())
        .where(col(Registry.PATIENT_ID).isNotNull())
        .select(
            col(Registry.CENTER),
            col(Registry.PATIENT_ID),
            lit(compared.table().name()).as(Operational.TABLE),
            texts(compared.key()).as(KEY),
            texts(compared.values()).as(CELLS),
            lit(side).as(SIDE));
  }

  private static Column texts(List<StructField> fields) {
    return array(fields.stream().map(f -> col(f.name()).cast("string")).toArray(Column[]::new))
        .cast("array<string>");
  }
}
