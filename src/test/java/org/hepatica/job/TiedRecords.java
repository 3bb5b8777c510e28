package org.hepatica.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Configuration;
import scala.jdk.javaapi.CollectionConverters;

/** Made-up bronze records of a centre whose identifiers are their own hashes. */
final class TiedRecords {

  private static final Set<String> IDENTIFYING =
      Set.of(
          "MRN",
          "ALIAS",
          "OLD",
          "NOW",
          "WITHIN",
          "SAMPLE_ID",
          "PATIENT_ID",
          "SAMPLE_1",
          "SAMPLE_2",
          "Tumor_Sample_Barcode",
          "Matched_Norm_Sample_Barcode");

  private static final String CENTER =
      """
      center {
        name = north
        identity { from = merged, old = OLD, new = NOW, within = WITHIN }
        exports {
          patients  { files = "p.csv", format = csv, identifying = [MRN] }
          crosswalk { files = "c.csv", format = csv, identifying = [MRN, ALIAS] }
          merged    { files = "m.csv", format = csv, identifying = [OLD, NOW, WITHIN] }
          samples   { files = "s.txt", format = clinical-sample }
          mutations { files = "m.txt", format = maf }
          wgs       { files = "*.vcf", format = vcf }
        }
        tables {
          patient { from = patients, columns { patient_id = MRN } }
          crosswalk { from = crosswalk, columns { patient_id = "trim(MRN)", system = "'x'", alias_id = ALIAS } }
        }
      }
      """;

  private static int lines;

  private TiedRecords() {}

  static Center center() {
    try {
      Path folder = Files.createTempDirectory("tied");
      Path conf = SmallHospital.write(folder, CENTER, "");
      Files.move(conf.resolve("centers/my-hospital.conf"), conf.resolve("centers/north.conf"));
      Files.writeString(
          conf.resolve("studies/my-study.conf"),
          SmallHospital.STUDY.replace("my-hospital", "north"));
      return Configuration.load(conf.resolve("hepatica.conf"), Map.of(), List.of()).center("north");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A record that counts. */
  static Row of(String export, Map<String, String> cells) {
    List<String> links =
        cells.entrySet().stream()
            .filter(cell -> IDENTIFYING.contains(cell.getKey()))
            .map(Map.Entry::getValue)
            .collect(Collectors.toList());
    lines++;
    return RowFactory.create(
        "north",
        export,
        "2026-01-01",
        "file",
        (long) lines,
        CollectionConverters.asScala(cells),
        null,
        "content " + lines,
        CollectionConverters.asScala(links).toSeq(),
        1,
        null);
  }

  /** What a VCF says of a tumour beside a matched normal. */
  static Row tumorAndNormal(String tumor, String normal) {
    return of(
        "wgs",
        Map.of(
            "KIND",
            "sample",
            "SAMPLES",
            "2",
            "SAMPLE_1",
            tumor,
            "SAMPLE_2",
            normal,
            "ROLE_2",
            "normal"));
  }
}
