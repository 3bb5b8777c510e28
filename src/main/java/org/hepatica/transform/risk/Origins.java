package org.hepatica.transform.risk;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.Registry;

/** Whether a subject's variable was derived from events or came ready-made. */
final class Origins {

  /** Every variable that has an origin, in the order of the subject's columns. */
  static final List<String> VARIABLES =
      List.of(
          Registry.SEX,
          Gold.AGE,
          Registry.MARGIN,
          Registry.SEGMENTS,
          Gold.MAJOR_HEPATECTOMY,
          Registry.ABLATION,
          Gold.TWO_STAGE,
          Gold.NODE_POSITIVE,
          Gold.SYNCHRONOUS,
          Gold.DISEASE_FREE_INTERVAL_DAYS,
          Gold.DFI_LT_12_MONTHS,
          Gold.NUMBER_OF_METASTASES,
          Gold.LARGEST_METASTASIS_CM,
          Registry.CEA_NG_ML,
          Gold.EXTRAHEPATIC_DISEASE,
          Gold.EXTRAHEPATIC_UNRESECTED,
          Gold.EXPOSURE_CLASS,
          Gold.EXPOSED,
          Genomic.GENE_STATUS_NAME,
          Gold.SCORE,
          Gold.RECURRENCE_SITE,
          Gold.RECURRENCE_LIVER_ONLY);

  /** Names of the variables that a ready-made value fills: a working column. */
  static final String READY = "filled_ready_made";

  private Origins() {}

  /** Starts with nothing filled. */
  static Dataset<Row> begin(Dataset<Row> course) {
    return course.withColumn(READY, array().cast("array<string>"));
  }

  /** The noted variables with those among the named ones that a ready-made value fills. */
  static Column ready(Column ready, List<String> names) {
    Column[] filled =
        names.stream()
            .map(name -> when(fills(col(name), ready.getField(name)), lit(name)))
            .toArray(Column[]::new);
    return concat(col(READY), array_compact(array(filled)));
  }

  private static Column fills(Column value, Column ready) {
    return value.isNull().and(ready.isNotNull());
  }

  /** Adds the map of origins; a variable without a value has none. */
  static Dataset<Row> settle(Dataset<Row> profile) {
    Column[] entries =
        VARIABLES.stream()
            .flatMap(name -> Stream.of(lit(name), when(col(name).isNotNull(), origin(name))))
            .toArray(Column[]::new);
    return profile.withColumn(
        Gold.ORIGIN, map_filter(map(entries), (name, origin) -> origin.isNotNull()));
  }

  private static Column origin(String name) {
    return when(array_contains(col(READY), name), lit("delivered")).otherwise(lit("derived"));
  }
}
