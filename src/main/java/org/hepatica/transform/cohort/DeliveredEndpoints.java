package org.hepatica.transform.cohort;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.hepatica.table.Gold.DELIVERED_EVENT;
import static org.hepatica.table.Gold.DELIVERED_TIME;
import static org.hepatica.table.Registry.ENDPOINT;
import static org.hepatica.table.Registry.EVENT;
import static org.hepatica.table.Registry.TIME;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Registry;

/** Ready-made endpoints, by name. */
final class DeliveredEndpoints {

  private DeliveredEndpoints() {}

  /** Adds the days and the events of the ready-made endpoints as maps. */
  static Dataset<Row> read(Dataset<Row> course) {
    return course.withColumns(
        Map.of(DELIVERED_TIME, byEndpoint(TIME), DELIVERED_EVENT, byEndpoint(EVENT)));
  }

  private static Column byEndpoint(String field) {
    return map_from_entries(
        transform(
            col(Registry.DELIVERED_ENDPOINT.name()),
            one -> struct(one.getField(ENDPOINT), one.getField(field))));
  }
}
