package org.hepatica.transform.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.RuleSet;
import org.hepatica.quality.Copies;
import org.hepatica.source.DeliveredFile;
import org.hepatica.source.FileCheck;
import org.hepatica.source.Glance;
import org.hepatica.source.IdentifierKey;
import org.hepatica.source.Landing;
import org.hepatica.source.Records;
import org.hepatica.table.TableDefinition;

/** Real files in a landing folder, ingested the way a run does. */
final class Delivery {

  static final LocalDate RUN = LocalDate.of(2026, 3, 1);

  private final Path root;
  private final Center center;

  Delivery(Path root, Center center) {
    this.root = root;
    this.center = center;
  }

  Delivery file(String name, String text) {
    return file(name, text, StandardCharsets.UTF_8);
  }

  Delivery file(String name, String text, Charset charset) {
    try {
      Path path =
          root.resolve("landing").resolve(center.name()).resolve("2026-02-01").resolve(name);
      Files.createDirectories(path.getParent());
      Files.write(path, text.getBytes(charset));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  IdentifierKey key() {
    return IdentifierKey.load(root.resolve("identifiers.key"));
  }

  Dataset<Row> records() {
    List<DeliveredFile> files =
        Landing.list(
                root.resolve("landing"), List.of(center), RUN, Glance.at(root.resolve("landing")))
            .whole()
            .files();
    FileCheck.headers(List.of(center), files, c -> List.of());
    return Copies.numbered(Records.read(TestSpark.session(), List.of(center), files, key()));
  }

  RegistryIngest.Result ingest() {
    return ingest(records());
  }

  /** Held against quality rules; not settled, so that the plan can be looked at. */
  RegistryIngest.Result unsettled(RuleSet rules) {
    return RegistryIngest.run(
        records(), Map.of(center.name(), center), rules, UnaryOperator.identity());
  }

  RegistryIngest.Result ingest(RuleSet rules) {
    return ingest(records(), rules);
  }

  RegistryIngest.Result ingest(Dataset<Row> records) {
    return ingest(records, RuleSet.NONE);
  }

  /** Settled as a run settles it, but in memory. */
  private RegistryIngest.Result ingest(Dataset<Row> records, RuleSet rules) {
    return RegistryIngest.run(
        records,
        Map.of(center.name(), center),
        rules,
        judged -> TestSpark.session().createDataFrame(judged.collectAsList(), judged.schema()));
  }

  /** Rows as text without the lineage, sorted. */
  static List<String> texts(RegistryIngest.Result rows, TableDefinition table) {
    return rows
        .table(table)
        .drop("center", "delivery", "source_file", "valid_from", "valid_to")
        .collectAsList()
        .stream()
        .sorted(
            Comparator.comparing((Row row) -> row.<Long>getAs("source_line"))
                .thenComparing(Row::toString))
        .map(row -> row.mkString("|"))
        .toList();
  }
}
