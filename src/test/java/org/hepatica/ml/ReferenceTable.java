package org.hepatica.ml;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.ml.file.DataFile;

/** The public tables beside the R scripts, as datasets. */
public final class ReferenceTable {

  private ReferenceTable() {}

  public static Dataset<Row> of(String name) {
    try {
      Path file = Path.of(ReferenceTable.class.getResource("/reference/" + name + ".csv").toURI());
      return DataFile.of(file).read(TestSpark.compiling());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
