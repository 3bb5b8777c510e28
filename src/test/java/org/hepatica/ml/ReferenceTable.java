package org.hepatica.ml;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.ml.file.DataFile;

/** The public tables beside the R scripts, as datasets. */
public final class ReferenceTable {

  /**
   * Read once: that cells are texts which may be numbers is looked at in a pass over the file, and
   * again in each that reads it.
   */
  private static final Map<String, Dataset<Row>> TABLES = new ConcurrentHashMap<>();

  private ReferenceTable() {}

  public static Dataset<Row> of(String name) {
    return TABLES.computeIfAbsent(name, ReferenceTable::read);
  }

  private static Dataset<Row> read(String name) {
    try {
      Path file = Path.of(ReferenceTable.class.getResource("/reference/" + name + ".csv").toURI());
      return DataFile.of(file).read(TestSpark.compiling()).localCheckpoint();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
