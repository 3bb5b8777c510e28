package org.hepatica.ml;

import java.util.List;
import java.util.function.DoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.ml.direct.BlockSource;
import org.hepatica.ml.direct.RangeLimits;
import org.hepatica.ml.direct.RowReader;
import org.hepatica.survival.cox.Ties;

/** Reads subjects into blocks without a scan to ask first which status is the event. */
final class DirectRead {

  private DirectRead() {}

  /**
   * Reads them, taking 1 for the event; a second time where it turns out to be 2.
   *
   * @param reader of rows, given the status that is the event
   * @param limits when subjects go to ranges of time; null for when memory asks for it
   * @throws IllegalArgumentException if there are statuses that are none
   */
  static BlockSource of(
      Dataset<Row> rows,
      DoubleFunction<RowReader> reader,
      List<String> names,
      Ties ties,
      RangeLimits limits) {
    BlockSource source = BlockSource.of(rows, reader.apply(1), names, ties, limits);
    double event;
    try {
      event = Status.event(source.statuses());
    } catch (IllegalArgumentException refused) {
      source.close();
      throw refused;
    }
    if (event == 1) {
      return source;
    }
    source.close();
    return BlockSource.of(rows, reader.apply(event), names, ties, limits);
  }
}
