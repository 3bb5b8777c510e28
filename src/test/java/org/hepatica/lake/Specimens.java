package org.hepatica.lake;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.TestSpark;
import org.hepatica.table.Column;
import org.hepatica.table.Kind;
import org.hepatica.table.Layer;
import org.hepatica.table.TableDefinition;

/** A table of a few rows of each centre. */
final class Specimens {

  static final TableDefinition TABLE = named("specimen");

  private Specimens() {}

  static TableDefinition named(String name) {
    return new TableDefinition(
        name,
        Layer.SILVER,
        List.of("accession"),
        List.of(
            Column.mandatory("center", Kind.TEXT, "whose"),
            Column.mandatory("accession", Kind.TEXT, "which"),
            Column.of("blocks", Kind.LONG, "how many")),
        "a " + name);
  }

  static Dataset<Row> row(String center, String accession, long blocks) {
    return of(List.of(RowFactory.create(center, accession, blocks)));
  }

  /** Three rows a centre. */
  static Dataset<Row> rows(String... centers) {
    return of(
        Stream.of(centers)
            .flatMap(
                center ->
                    Stream.of(
                        RowFactory.create(center, "S-1", 1L),
                        RowFactory.create(center, "S-2", 2L),
                        RowFactory.create(center, "S-3", null)))
            .toList());
  }

  private static Dataset<Row> of(List<Row> rows) {
    return TestSpark.session().createDataFrame(rows, TABLE.schema());
  }
}
