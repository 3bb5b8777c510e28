package org.hepatica.job;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.lake.Lake;
import org.hepatica.table.TableDefinition;

/** What the tables of my-study hold: rows by their business columns, in order, without run ids. */
final class LakeContents {

  private LakeContents() {}

  /** By table, of the newest commits of the lake under a folder. */
  static Map<String, String> of(Path folder) {
    return of(lake(folder));
  }

  /** The same as the last good run left them, which readers go by. */
  static Map<String, String> ofLastGoodRun(Path folder) {
    Lake lake = lake(folder);
    return of(lake.at(new RunLog(lake).lastVersions("my-study").orElseThrow()));
  }

  /** The lake. */
  static Lake lake(Path folder) {
    return Lake.open(TestSpark.session(), folder.resolve("lake"), "my-study");
  }

  private static Map<String, String> of(Lake lake) {
    Map<String, String> contents = new TreeMap<>();
    for (TableDefinition table : Dictionary.versioned()) {
      if (lake.version(table).isPresent()) {
        contents.put(table.fullName(), rows(lake.read(table)));
      }
    }
    return contents;
  }

  private static String rows(Dataset<Row> rows) {
    Dataset<Row> ofDates = rows.drop("delivery");
    Column[] business = TableDigest.business(ofDates);
    return String.join(
        "\n", ofDates.select(business).toJSON().collectAsList().stream().sorted().toList());
  }
}
