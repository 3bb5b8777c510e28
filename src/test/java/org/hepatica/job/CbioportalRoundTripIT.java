package org.hepatica.job;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.lake.Lake;
import org.hepatica.source.IdentifierKey;
import org.hepatica.synthetic.write.SyntheticRegistry;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.Registry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A cohort that is exported to cBioPortal and read back as a centre has the same status, variants
 * and survival for every patient, derived anew from mutations, panel matrix and case list.
 */
class CbioportalRoundTripIT {

  private static final String STUDY = "gholami-2019";
  private static final String AGAIN = "kras-survival";
  private static final String CENTER = "cbioportal";
  private static final int DIGITS = 16;

  /** Sanger's wild-type overrules what Sequenom found. */
  private static final String[] POLICY = {
    "--set", "study.gene.conflict=precedence",
    "--set", "study.gene.precedence=[sanger, impact, sequenom, wgs]"
  };

  /** Wells of a Sequenom plate: what each assay reads in a wild-type sample. */
  private static final Map<String, String> WILD_TYPE =
      Map.of(
          "KRAS_G12_34",
          "G",
          "KRAS_G12_35",
          "G",
          "KRAS_G13_37",
          "G",
          "KRAS_G13_38",
          "G",
          "KRAS_Q61_181",
          "C",
          "KRAS_Q61_182",
          "A",
          "KRAS_Q61_183_REV",
          "T");

  private static final Pattern PROTEIN = Pattern.compile("[A-Z*](\\d+).*");

  @TempDir static Path folder;

  private static Launched export;

  /** What is held to be the same, by the patient's digits. */
  private record Told(
      String status,
      List<String> variants,
      SortedSet<Integer> codons,
      Integer days,
      Integer alive) {}

  @BeforeAll
  static void exportAndReadBack() throws IOException {
    run(folder, "generate", "--patients", "200");
    laboratoriesDisagree(folder.resolve("landing/synthetic/" + SyntheticRegistry.DELIVERY));
    run(folder, "ingest", POLICY);
    run(folder, "derive", POLICY);
    export = export("study");
    assertThat(export.exitCode()).as(export.out() + export.err()).isZero();
    Path landing = folder.resolve("again/landing").resolve(CENTER).resolve("2016-05-01");
    deliver(folder.resolve("study"), landing);
    run(folder.resolve("again"), "ingest", "--study", AGAIN, "--center", CENTER);
    run(folder.resolve("again"), "derive", "--study", AGAIN, "--center", CENTER);
  }

  @Test
  void everyPatientHasTheSameStatusVariantsAndSurvival() {
    Map<String, Told> before = told();
    Map<String, Told> after = toldAgain(before.keySet());

    assertThat(after).containsExactlyInAnyOrderEntriesOf(before);
    assertThat(before.values())
        .as("each of the three, and a day of each kind")
        .anyMatch(told -> "WT".equals(told.status()))
        .anyMatch(told -> "MUT".equals(told.status()))
        .anyMatch(told -> told.status() == null)
        .anyMatch(told -> Integer.valueOf(0).equals(told.alive()))
        .anyMatch(told -> Integer.valueOf(1).equals(told.alive()));
    assertThat(export.out())
        .contains("study gholami_2019 of run ", ": " + before.size() + " patients")
        .contains("study folder: " + folder.resolve("study"));
  }

  @Test
  void amongThemAreThoseWhomAssaysAloneWouldTellOtherwise() {
    List<Row> cohort = cohort(lake(folder, STUDY));

    assertThat(cohort)
        .as("a mutation that policy overrules")
        .anyMatch(row -> row.<Boolean>getAs(Genomic.CONFLICT) && "WT".equals(status(row)));
    assertThat(cohort)
        .as("a variant in doubt beside a wild-type sample")
        .anyMatch(
            row ->
                row.<String>getAs(Genomic.REASON).contains("replicates disagree")
                    && row.getList(row.fieldIndex(Genomic.CODONS)).containsAll(List.of(12, 13)));
    assertThat(cohort)
        .extracting(row -> row.<String>getAs(Genomic.GENE_STATE))
        .contains(
            "mutated",
            "wild-type, all codons",
            "wild-type, assayed codons",
            "indeterminate",
            "not tested");
    Row overruled =
        cohort.stream()
            .filter(row -> row.<Boolean>getAs(Genomic.CONFLICT) && "WT".equals(status(row)))
            .findFirst()
            .orElseThrow();
    assertThat(folder.resolve("study/data_mutations.txt"))
        .content()
        .doesNotContain(overruled.<String>getAs(Registry.PATIENT_ID).substring(0, DIGITS));
  }

  @Test
  void anExportIsReplacedOnRequestAlone() throws IOException {
    Launched again = export("study");
    assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("--overwrite replaces it");
    Map<String, String> first = contents(folder.resolve("study"));

    Launched replaced = export("study", "--overwrite", "--build", "GRCh38", "--study-id", "mine");

    assertThat(replaced.exitCode()).as(replaced.err()).isZero();
    Map<String, String> second = contents(folder.resolve("study"));
    assertThat(second.keySet()).isEqualTo(first.keySet());
    assertThat(second.get("meta_study.txt")).contains("reference_genome: hg38");
    assertThat(second.get("data_mutations.txt")).contains("\tGRCh38\t12\t25245350\t");
    assertThat(second.get("case_lists/cases_all.txt")).contains("stable_id: mine_all");
    assertThat(second.get("data_clinical_patient.txt"))
        .isEqualTo(first.get("data_clinical_patient.txt"));
  }

  @Test
  void whatCannotBeExportedIsSaidAndLeavesNothing() {
    assertThat(export("x", "--study-id", "My-Study").err()).contains("lower-case letters");
    assertThat(export("x", "--digits", "8").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(export("x", "--build", "hg17").err()).contains("expected GRCh37 or GRCh38");
    Launched never = export("x", "--study", "crlm-prognosis");
    assertThat(never.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(never.err()).contains("no night of study crlm-prognosis has ended well");
    assertThat(export("x", "--as-of", "2001-01-01").err()).contains("no run ended well");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  /**
   * Samples that Sanger alone read, all as wild-type, are tested by Sequenom: of every other one
   * G12D is found, of the others replicates disagree about it.
   */
  private static void laboratoriesDisagree(Path delivery) throws IOException {
    Path typer = delivery.resolve("sequenom/typer.csv");
    List<String> plate = new ArrayList<>(Files.readAllLines(typer));
    String all = String.join("\n", plate);
    int row = 0;
    for (String report : Files.readAllLines(delivery.resolve("sanger/reports.csv"))) {
      String sample = report.substring(0, report.indexOf(','));
      if (report.matches(
              "[^,]*,[^,]*,(?:codon 12-13|exon 2|exons 2-3),(?:WT|wild type|no mutation detected),.*")
          && !all.contains(sample)) {
        boolean found = row++ % 2 == 0;
        WILD_TYPE.forEach((assay, allele) -> plate.add(well(sample, assay, allele)));
        plate.add(well(sample, "KRAS_G12_35", "GA"));
        if (found) {
          plate.remove(well(sample, "KRAS_G12_35", "G"));
        }
      }
    }
    Files.write(typer, plate);
  }

  private static String well(String sample, String assay, String genotype) {
    return String.join(",", "Surgery,CRLM,P,KRAS,1,A1", sample, assay, genotype, "A.Conservative");
  }

  private static String status(Row row) {
    return row.getAs(Genomic.GENE_STATUS_NAME);
  }

  private static Launched export(String to, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("export", "cbioportal", "--lake", folder.resolve("lake").toString()));
    words.addAll(List.of("--out", folder.resolve(to).toString()));
    words.addAll(Arrays.asList(more));
    return Launched.run(words.toArray(String[]::new));
  }

  private static void run(Path place, String command, String... more) {
    Launched launched = Launched.in(place, command, more);
    assertThat(launched.exitCode()).as(launched.out() + launched.err()).isZero();
  }

  /** Of the samples nothing but whose they are; no column that has a status in its name. */
  private static void deliver(Path study, Path landing) throws IOException {
    Files.createDirectories(landing.resolve("case_lists"));
    for (Map.Entry<String, String> file : contents(study).entrySet()) {
      UnaryOperator<String> shown =
          switch (file.getKey()) {
            case "data_clinical_sample.txt" -> text -> columns(text, "PATIENT_ID|SAMPLE_ID");
            case "data_clinical_patient.txt" -> text -> columns(text, "(?!.*(?:KRAS|GENE|MUT)).*");
            default -> text -> text;
          };
      Files.writeString(landing.resolve(file.getKey()), shown.apply(file.getValue()));
    }
  }

  /** The columns of a clinical file whose names match. */
  private static String columns(String text, String names) {
    List<String> lines = text.lines().toList();
    List<String> header = List.of(lines.get(4).split("\t", -1));
    return lines.stream()
            .map(line -> line.split("\t", -1))
            .map(
                cells ->
                    IntStream.range(0, cells.length)
                        .filter(i -> header.get(i).matches(names))
                        .mapToObj(i -> cells[i])
                        .collect(Collectors.joining("\t")))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static Map<String, String> contents(Path study) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(study)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(study.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }

  private static Lake lake(Path place, String study) {
    return Lake.open(TestSpark.session(), place.resolve("lake"), study);
  }

  private static List<Row> cohort(Lake lake) {
    return lake.read(Gold.SUBJECT)
        .where(col(Gold.IN_COHORT))
        .select(Registry.CENTER, Registry.PATIENT_ID)
        .join(
            lake.read(Genomic.GENE_STATUS),
            CollectionConverters.asScala(List.of(Registry.CENTER, Registry.PATIENT_ID)).toSeq())
        .collectAsList();
  }

  private static Map<String, Told> told() {
    Lake lake = lake(folder, STUDY);
    Map<String, Row> survival = survival(lake);
    Map<String, Told> told = new LinkedHashMap<>();
    for (Row row : cohort(lake)) {
      String patient = row.getAs(Registry.PATIENT_ID);
      told.put(patient.substring(0, DIGITS), told(row, survival.get(patient)));
    }
    return told;
  }

  private static Map<String, Told> toldAgain(Iterable<String> ids) {
    Path again = folder.resolve("again");
    Lake lake = lake(again, AGAIN);
    IdentifierKey key = IdentifierKey.load(again.resolve("key"));
    Map<String, String> idOf = new TreeMap<>();
    ids.forEach(id -> idOf.put(key.hash(CENTER, id), id));
    Map<String, Row> survival = survival(lake);
    Map<String, Told> told = new LinkedHashMap<>();
    for (Row row : lake.read(Genomic.GENE_STATUS).collectAsList()) {
      String patient = row.getAs(Registry.PATIENT_ID);
      told.put(idOf.getOrDefault(patient, "unknown " + patient), told(row, survival.get(patient)));
    }
    return told;
  }

  private static Told told(Row status, Row survival) {
    List<String> variants = status.getList(status.fieldIndex(Genomic.VARIANTS));
    SortedSet<Integer> codons = new TreeSet<>();
    for (String variant : variants) {
      Matcher protein = PROTEIN.matcher(variant);
      assertThat(protein.matches()).as(variant).isTrue();
      codons.add(Integer.valueOf(protein.group(1)));
    }
    return new Told(
        status(status),
        variants,
        codons,
        survival == null ? null : survival.<Integer>getAs(Gold.AVAL),
        survival == null ? null : survival.<Integer>getAs(Gold.CNSR));
  }

  private static Map<String, Row> survival(Lake lake) {
    return lake
        .read(Gold.TIME_TO_EVENT)
        .where(col(Gold.PARAMCD).equalTo("OS"))
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getAs(Gold.USUBJID), row -> row));
  }
}
