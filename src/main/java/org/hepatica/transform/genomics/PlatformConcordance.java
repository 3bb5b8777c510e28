package org.hepatica.transform.genomics;

import java.util.List;
import org.apache.spark.sql.*;
import org.hepatica.table.*;

public final class PlatformConcordance {
  public static List<Row> rows(Tables t) {
    return List.of();
  }

  public static List<Row> stateCounts(Tables t) {
    return List.of();
  }
}
