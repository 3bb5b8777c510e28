package org.hepatica.transform.genomics;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hepatica.ShippedGenes;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.GeneLocus;
import org.hepatica.protocol.GenesKept;
import org.hepatica.protocol.Study;
import org.hepatica.source.DeliveredFile;
import org.hepatica.source.IdentifierKey;
import org.hepatica.source.Records;
import org.hepatica.table.HandMade;

/** A tiny landing of one centre's laboratories, read through the real door. */
final class Landed {

  static final String DELIVERY = "2021-03-04";

  private final Path folder;
  private final IdentifierKey key;
  private final List<DeliveredFile> files = new ArrayList<>();

  Landed(Path folder) {
    this.folder = folder;
    this.key = IdentifierKey.load(folder.resolve("identifiers.key"));
  }

  String hash(String id) {
    return key.hash(HandMade.CENTER, id);
  }

  Landed file(String export, String name, String text) throws IOException {
    Path path = folder.resolve(name.replace('/', '_'));
    try (OutputStream out =
        name.endsWith(".gz")
            ? new GZIPOutputStream(Files.newOutputStream(path))
            : Files.newOutputStream(path)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    files.add(
        new DeliveredFile(HandMade.CENTER, DELIVERY, export, name, path, name, 1, "hash", 0, ""));
    return this;
  }

  Dataset<Row> records(SparkSession spark) {
    return records(spark, ShippedGenes.krasAlone());
  }

  /** Of a centre whose genomes are read at these genes. */
  Dataset<Row> records(SparkSession spark, List<GeneLocus> genes) {
    return Records.read(spark, List.of(center().keeping(GenesKept.at(genes))), files, key);
  }

  static Map<String, Center> centers() {
    return centers(List.of());
  }

  /** With samples of which the centre confirms that they changed hands. */
  static Map<String, Center> centers(List<String> confirmed) {
    return Map.of(HandMade.CENTER, center(confirmed));
  }

  static Center center() {
    return center(List.of());
  }

  /** Of a laboratory with these Sequenom assays, and samples that are confirmed. */
  static Map<String, Center> centers(
      Map<String, Center.SequenomAssay> assays, List<String> confirmed) {
    return Map.of(HandMade.CENTER, center(assays, confirmed));
  }

  private static Center center(List<String> confirmed) {
    return center(
        Map.of(
            "K12_34", assay(12, "G", Map.of("T", "c.34G>T")),
            "K12_35", assay(12, "G", Map.of("A", "c.35G>A", "T", "c.35G>T")),
            "K13_38", assay(13, "G", Map.of("A", "c.38G>A"))),
        confirmed);
  }

  private static Center center(Map<String, Center.SequenomAssay> assays, List<String> confirmed) {
    Map<String, Center.Export> exports = new LinkedHashMap<>();
    add(exports, "mutations", "maf");
    add(exports, "matrix", "gene-panel-matrix");
    add(exports, "samples", "clinical-sample");
    add(exports, "panel", "gene-panel");
    add(exports, "cases", "case-list");
    add(exports, "sequenom", "typer");
    add(exports, "sanger", "csv", "SAMPLE_ID");
    add(exports, "wgs", "vcf");
    add(exports, "callable", "callable-bed");
    add(exports, "patients", "csv", "MRN");
    Center.Laboratory laboratory =
        new Center.Laboratory(assays, List.of("NTC"), "GRCh37", Map.of(), List.of(), confirmed);
    return new Center(
            HandMade.CENTER,
            "Centre",
            exports,
            List.of(),
            Optional.of(laboratory),
            Center.Arrival.USUAL)
        .keeping(GenesKept.at(ShippedGenes.krasAlone()));
  }

  static Study.Gene kras() {
    return new Study.Gene(
            "KRAS",
            List.of("KRAS", "K-RAS"),
            List.of(12, 13, 59, 61, 117, 146),
            List.of(12, 13),
            "any-mutated",
            List.of(),
            List.of("SOMATIC", "UNKNOWN", ""),
            5,
            0.02,
            List.of("A", "B"))
        .at(ShippedGenes.kras());
  }

  private static void add(
      Map<String, Center.Export> exports, String name, String format, String... identifying) {
    exports.put(
        name,
        new Center.Export(
            name,
            name,
            format,
            ',',
            "UTF-8",
            List.of(identifying),
            List.of(),
            List.of(),
            Center.Content.SNAPSHOT));
  }

  private static Center.SequenomAssay assay(
      int codon, String wildType, Map<String, String> alleles) {
    return new Center.SequenomAssay("KRAS", codon, "plus", wildType, alleles);
  }
}
