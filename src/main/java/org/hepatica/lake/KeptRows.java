package org.hepatica.lake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;

/** Rows of tables as the driver made them, each for one of its table's versions. */
final class KeptRows {

  private final Map<Path, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(long version, List<Row> rows) {}

  /**
   * Keeps rows of a version of a table.
   *
   * @param schema the table's, whose names the rows are given, as rows have them that are read
   */
  void keep(Path table, long version, List<Row> rows, StructType schema) {
    List<Row> named =
        rows.stream().<Row>map(row -> new GenericRowWithSchema(values(row), schema)).toList();
    kept.put(table, new Kept(version, named));
  }

  private static Object[] values(Row row) {
    return IntStream.range(0, row.size()).mapToObj(row::get).toArray();
  }

  /** The rows of that version, if they are still at hand. */
  Optional<List<Row>> of(Path table, long version) {
    return Optional.ofNullable(kept.get(table))
        .filter(rows -> rows.version == version)
        .map(Kept::rows);
  }
}
