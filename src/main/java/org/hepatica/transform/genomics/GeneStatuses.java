package org.hepatica.transform.genomics;

import java.util.Map;
import org.apache.spark.sql.*;
import org.hepatica.table.*;

public final class GeneStatuses {
  public record Result(
      Dataset<Row> assays, Dataset<Row> calls, Dataset<Row> statuses, Dataset<Row> quarantine) {}

  public static Result run(
      Dataset<Row> r,
      Tables t,
      Map<String, org.hepatica.protocol.Center> c,
      org.hepatica.protocol.Study.Gene g) {
    return null;
  }
}
