package org.hepatica.job;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/**
 * A registry of a few patients in every format, delivered with and without one of them: so what is
 * left of an erased one can be held against what would have been delivered.
 */
final class ErasedRegistry {

  /** The person who is erased, patient 2, by all identifiers. */
  static final Set<String> PERSON =
      Set.of("MRN-1002", "P-0000002", "P-0000002-T01-IM6", "S10-2002", "S11-2002");

  private static final String CENTER =
      """
      center {
        name = north
        arrival { manifest = "files.sha256" }
        exports {
          patients  { files = "patients.csv", format = csv, encoding = windows-1252, identifying = [MRN] }
          crosswalk { files = "crosswalk.csv.gz", format = csv, identifying = [MRN, ALIAS_ID] }
          specimens { files = "specimens.tsv", format = tsv, identifying = [MRN, ACCESSION] }
          visits    { files = "visits.parquet", format = parquet, identifying = [MRN] }
          mutations { files = "impact/data_mutations.txt", format = maf }
          panels    { files = "impact/data_gene_panel_matrix.txt", format = gene-panel-matrix }
          samples   { files = "impact/data_clinical_sample.txt", format = clinical-sample }
          cases     { files = "impact/cases_sequenced.txt", format = case-list }
          sequenom  { files = "sequenom.csv", format = typer }
          sanger    { files = "sanger.csv", format = csv, identifying = [SAMPLE_ID] }
          wgs       { files = "wgs/*.vcf.gz", format = vcf }
        }
        tables {
          patient { from = patients, columns { patient_id = MRN } }
          crosswalk {
            from = crosswalk
            columns { patient_id = MRN, system = "lower(SYSTEM)", alias_id = ALIAS_ID }
          }
          liver_operation {
            from = patients
            columns {
              patient_id = MRN, operation_id = MRN, kind = "'resection'"
              operation_date { value = OPERATED, format = ["yyyy-MM-dd"] }
            }
          }
          specimen {
            from = specimens
            columns { patient_id = MRN, accession = ACCESSION, block = "'A'", site = "'metastasis'" }
          }
          follow_up {
            from = visits
            columns {
              patient_id = MRN
              last_contact_date { value = SEEN, format = ["yyyy-MM-dd"] }
              vital_status { value = STATUS, codes { "0" = alive, "1" = dead } }
            }
          }
        }
        genomics {
          sequenom-assays {
            KRAS_G12_35 { gene = KRAS, codon = 12, strand = plus, wild-type = G, alleles { A = "c.35G>A" } }
          }
          reference-build = GRCh37
          sanger { sample = SAMPLE_ID, gene = GENE, region = REGION, result = RESULT }
        }
      }
      """;

  private static final String STUDY =
      """
      study {
        name = my-study
        centers = [north]
        changes = small
        gene {
          symbol = KRAS, aliases = [KRAS], codons = [12, 13], required-codons = [12]
          conflict = any-mutated, somatic = [SOMATIC, ""]
          min-alternate-reads = 5, min-variant-fraction = 0.02, sequenom-calls = [A, B]
        }
        endpoints { os { label = "Overall survival", event = [death] } }
        analyses = [ { endpoint = os } ]
      }
      """;

  private static final String CHANGES =
      """
      changes {
        name = small
        trend { missing { sex = sex } }
      }
      """;

  private static final List<Integer> PATIENTS = List.of(1, 2, 3, 4, 5);

  private final Predicate<Integer> isIn;

  private ErasedRegistry(Predicate<Integer> isIn) {
    this.isIn = isIn;
  }

  /** With all patients. */
  static ErasedRegistry ofAll() {
    return new ErasedRegistry(n -> true);
  }

  /** That never had the person. */
  static ErasedRegistry withoutThePerson() {
    return new ErasedRegistry(n -> n != 2);
  }

  /** Writes the conf files; gives their folder. */
  static Path writeConf(Path folder) throws IOException {
    Path conf = SmallHospital.write(folder, CENTER, "");
    Files.delete(folder.resolve("landing/patients.csv"));
    Files.delete(conf.resolve("centers/my-hospital.conf"));
    Files.writeString(conf.resolve("centers/north.conf"), CENTER);
    Files.writeString(conf.resolve("studies/my-study.conf"), STUDY);
    Files.createDirectories(conf.resolve("changes"));
    Files.writeString(conf.resolve("changes/small.conf"), CHANGES);
    return conf;
  }

  /** All exports. */
  void deliverAll(Path landing, String date) throws IOException {
    Path delivery = Files.createDirectories(landing.resolve("north").resolve(date));
    registry(delivery, 0);
    Files.createDirectories(delivery.resolve("impact"));
    Files.createDirectories(delivery.resolve("wgs"));
    impact(delivery.resolve("impact"));
    laboratories(delivery);
    manifest(delivery);
  }

  /** The registry's exports alone, everybody seen a month later. */
  void deliverRegistry(Path landing, String date, int month) throws IOException {
    Path delivery = Files.createDirectories(landing.resolve("north").resolve(date));
    registry(delivery, month);
    manifest(delivery);
  }

  private List<Integer> patients() {
    return PATIENTS.stream().filter(isIn).toList();
  }

  private List<String> lines(String header, java.util.function.Function<Integer, String> line) {
    return Stream.concat(Stream.of(header), patients().stream().map(line)).toList();
  }

  private void registry(Path delivery, int month) throws IOException {
    write(
        delivery.resolve("patients.csv"),
        String.join(
                "\r\n",
                lines(
                    "MRN,OPERATED,NOTE",
                    n -> "MRN-100%d,2010-01-0%d,\"M\u00FCller, %d\r\nline\"".formatted(n, n, n)))
            + "\r\n",
        Charset.forName("windows-1252"));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(delivery.resolve("crosswalk.csv.gz")))) {
      out.write(
          (String.join(
                      "\n",
                      lines(
                          "MRN,SYSTEM,ALIAS_ID",
                          n -> "MRN-100%d,IMPACT,P-000000%d".formatted(n, n)))
                  + "\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    write(
        delivery.resolve("specimens.tsv"),
        String.join(
            "\n",
            lines(
                "MRN\tACCESSION",
                n -> "MRN-100%d\tS10-200%d\nMRN-100%d\tS11-200%d".formatted(n, n, n, n))),
        StandardCharsets.UTF_8);
    visits(delivery.resolve("visits.parquet"), month);
  }

  private void visits(Path file, int month) throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message visits { optional binary MRN (STRING); optional binary SEEN (STRING);"
                + " optional int32 STATUS; }");
    Files.deleteIfExists(file);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .build()) {
      for (int n : patients()) {
        SimpleGroup row = new SimpleGroup(schema);
        row.add("MRN", "MRN-100" + n);
        row.add("SEEN", "2011-%02d-0%d".formatted(month + 1, n));
        row.add("STATUS", n % 2);
        writer.write(row);
      }
    }
  }

  private void impact(Path folder) throws IOException {
    write(
        folder.resolve("data_mutations.txt"),
        String.join(
                "\n",
                lines(
                    "Hugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tEnd_Position\tReference_Allele\tTumor_Seq_Allele2\tTumor_Sample_Barcode\tMutation_Status\tHGVSp_Short",
                    n ->
                        "KRAS\tGRCh37\t12\t25398284\t25398284\tC\tA\tP-000000%d-T01-IM6\tSOMATIC\tp.G12V"
                            .formatted(n)))
            + "\n",
        StandardCharsets.UTF_8);
    write(
        folder.resolve("data_gene_panel_matrix.txt"),
        String.join(
            "\n", lines("SAMPLE_ID\tmutations", n -> "P-000000%d-T01-IM6\tIMPACT468".formatted(n))),
        StandardCharsets.UTF_8);
    write(
        folder.resolve("data_clinical_sample.txt"),
        String.join(
            "\n",
            lines("SAMPLE_ID\tPATIENT_ID", n -> "P-000000%d-T01-IM6\tP-000000%d".formatted(n, n))),
        StandardCharsets.UTF_8);
    StringBuilder cases = new StringBuilder("stable_id: all\ncase_list_ids:");
    patients().forEach(n -> cases.append("\tP-000000%d-T01-IM6".formatted(n)));
    write(folder.resolve("cases_sequenced.txt"), cases + "\n", StandardCharsets.UTF_8);
  }

  private void laboratories(Path delivery) throws IOException {
    write(
        delivery.resolve("sequenom.csv"),
        String.join(
            "\n",
            lines(
                "SAMPLE_ID,ASSAY_ID,GENOTYPE_ID,DESCRIPTION",
                n -> "S10-200%d,KRAS_G12_35,GA,A.Conservative".formatted(n))),
        StandardCharsets.UTF_8);
    write(
        delivery.resolve("sanger.csv"),
        String.join(
            "\n",
            lines(
                "SAMPLE_ID,GENE,REGION,RESULT",
                n ->
                    "S10-200%d,KRAS,exon 2,%s"
                        .formatted(n, n % 2 == 0 ? "no mutation detected" : "c.35G>A"))),
        StandardCharsets.UTF_8);
    for (int n : patients()) {
      vcf(delivery.resolve("wgs/S10-200%d.vcf.gz".formatted(n)), List.of("S10-200" + n));
    }
    List<String> batch = new ArrayList<>();
    patients().forEach(n -> batch.add("S11-200" + n));
    vcf(delivery.resolve("wgs/batch.vcf.gz"), batch);
  }

  private static void vcf(Path file, List<String> samples) throws IOException {
    StringBuilder text = new StringBuilder("##fileformat=VCFv4.2\n");
    text.append("##contig=<ID=12,length=133851895>\n");
    text.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t");
    text.append(String.join("\t", samples)).append("\n12\t25398284\t.\tC\tA\t.\tPASS\t.\tGT:AD");
    samples.forEach(sample -> text.append("\t0/1:30,20"));
    try (OutputStream out =
        new BlockCompressedOutputStream(Files.newOutputStream(file), (File) null)) {
      out.write(text.append("\n").toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void write(Path file, String text, Charset charset) throws IOException {
    Files.write(file, text.getBytes(charset));
  }

  private static void manifest(Path delivery) throws IOException {
    StringBuilder lines = new StringBuilder();
    try (Stream<Path> tree = Files.walk(delivery)) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.endsWith("files.sha256")) {
          lines.append(sha256(file)).append("  ").append(delivery.relativize(file)).append("\n");
        }
      }
    }
    Files.writeString(delivery.resolve("files.sha256"), lines);
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
