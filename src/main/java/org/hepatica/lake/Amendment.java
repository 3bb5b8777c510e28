package org.hepatica.lake;

import static org.apache.spark.sql.functions.col;

import io.delta.tables.DeltaMergeBuilder;
import io.delta.tables.DeltaTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hepatica.table.TableDefinition;

/**
 * Rows of a table that go, or change, as a MERGE: they are marked in the files where they lie
 * (deletion vectors). Of rows that come nothing is said here, so that the few that are named can be
 * sent to every part of the table, and the table itself stays where it is; they are appended.
 */
final class Amendment {

  private final List<String> key;
  private final List<String> changing;

  /**
   * Of a table.
   *
   * @param key columns by which rows are told; they need not tell every row apart
   * @param changing columns that are given the value of the row that tells the key; none for rows
   *     that go
   */
  Amendment(List<String> key, List<String> changing) {
    this.key = key;
    this.changing = changing;
  }

  /**
   * Merges.
   *
   * @param named the key's columns of what goes or changes, each key once; and columns that change
   * @param part SQL over the partition columns, of which all these rows are
   */
  void merge(
      SparkSession spark, Path path, TableDefinition table, Dataset<Row> named, String part) {
    Column[] columns =
        Stream.concat(key.stream(), changing.stream())
            .map(name -> col(name))
            .toArray(Column[]::new);
    String same =
        key.stream()
            .map(name -> "there.%1$s <=> new.%1$s".formatted(name))
            .collect(Collectors.joining(" and "));
    Map<String, String> values = new LinkedHashMap<>();
    changing.forEach(name -> values.put(name, "new." + name));
    Vectors.enable(spark, path);
    DeltaMergeBuilder merge =
        DeltaTable.forPath(spark, path.toString())
            .as("there")
            .merge(named.select(columns).as("new"), same + " and (" + qualified(part, table) + ")");
    (values.isEmpty() ? merge.whenMatched().delete() : merge.whenMatched().updateExpr(values))
        .execute();
  }

  /** The part's columns are those of the table, not of what comes. */
  private static String qualified(String part, TableDefinition table) {
    String qualified = part;
    for (String name : table.schema().fieldNames()) {
      qualified = qualified.replaceAll("(?<![\\w'.])" + name + "(?![\\w'])", "there." + name);
    }
    return qualified;
  }
}
