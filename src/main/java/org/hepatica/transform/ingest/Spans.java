package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** Rows that stand in one state after the other, each once for as long as it stands unchanged. */
final class Spans {

  private static final String[] ROW = {Registry.CENTER, Operational.TABLE, Judged.VALUES};
  private static final String BREAKS = "breaks";
  private static final String SPAN = "span";

  private Spans() {}

  /**
   * Rows of whole spans, with the lineage of their beginning. A change of lineage alone, as of a
   * cell that no mapping reads, breaks no span.
   *
   * @param standing rows of {@link Judged} that stand, of one centre's states whose times do not
   *     overlap
   */
  static Dataset<Row> of(Dataset<Row> standing) {
    WindowSpec same =
        Window.partitionBy(Stream.of(ROW).map(n -> col(n)).toArray(Column[]::new))
            .orderBy(Registry.VALID_FROM);
    Column goesOn = lag(col(Registry.VALID_TO), 1).over(same).eqNullSafe(col(Registry.VALID_FROM));
    Column begin =
        struct(
            Stream.of(
                    Registry.DELIVERY,
                    Registry.SOURCE_FILE,
                    Registry.SOURCE_LINE,
                    Registry.VALID_FROM)
                .map(n -> col(n))
                .toArray(Column[]::new));
    return standing
        .withColumn(BREAKS, when(coalesce(goesOn, lit(false)), 0).otherwise(1))
        .withColumn(SPAN, sum(BREAKS).over(same))
        .groupBy(
            Stream.concat(Stream.of(ROW), Stream.of(SPAN)).map(n -> col(n)).toArray(Column[]::new))
        .agg(
            min_by(begin, col(Registry.VALID_FROM)).as("begin"),
            max_by(col(Registry.VALID_TO), col(Registry.VALID_FROM)).as(Registry.VALID_TO))
        .select(
            Stream.concat(
                    Stream.concat(Stream.of(ROW), Stream.of(Registry.VALID_TO)).map(n -> col(n)),
                    Stream.of(
                            Registry.DELIVERY,
                            Registry.SOURCE_FILE,
                            Registry.SOURCE_LINE,
                            Registry.VALID_FROM)
                        .map(n -> col("begin").getField(n).as(n)))
                .toArray(Column[]::new));
  }
}
