package org.hepatica.job;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /** By one query over all tables: one each would cost as much as the night that wrote them. */
  private static Map<String, String> of(Lake lake) {
    Map<String, List<String>> rows = new TreeMap<>();
    List<Dataset<Row>> tables = new ArrayList<>();
    for (TableDefinition table : Dictionary.versioned()) {
      if (lake.version(table).isPresent()) {
        rows.put(table.fullName(), new ArrayList<>());
        tables.add(rows(table.fullName(), lake.read(table)));
      }
    }
    tables.stream()
        .reduce(Dataset::unionAll)
        .ifPresent(
            all ->
                all.collectAsList()
                    .forEach(row -> rows.get(row.getString(0)).add(row.getString(1))));
    Map<String, String> contents = new TreeMap<>();
    rows.forEach(
        (table, texts) -> contents.put(table, texts.stream().sorted().collect(joining("\n"))));
    return contents;
  }

  private static Dataset<Row> rows(String table, Dataset<Row> rows) {
    Dataset<Row> ofDates = rows.drop("delivery");
    return ofDates.select(lit(table), to_json(struct(TableDigest.business(ofDates))));
  }
}
