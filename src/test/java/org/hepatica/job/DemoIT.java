package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hepatica.TestSpark;
import org.hepatica.lake.Lake;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a newcomer runs it, and what a data engineer relies on after it. */
class DemoIT {

  @TempDir static Path folder;

  private static Launched demo;

  @BeforeAll
  static void runTheDemo() {
    demo = Launched.in(folder, "demo");
    assertThat(demo.exitCode()).as(demo.err() + demo.out()).isZero();
  }

  @Test
  void itEndsWithTheReportsPath() {
    String last = demo.out().strip().lines().reduce((a, b) -> b).orElseThrow();
    assertThat(last).isEqualTo("report: " + folder.resolve("out/report.html"));
    assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
  }

  @Test
  void itSaysHowManyAreEligibleAndWhatWasQuarantined() {
    assertThat(demo.out())
        .contains("  2690 eligible among 2959\n")
        .containsPattern(
            "\n  quarantined: [1-9][0-9]* records; of other records [0-9]+ table rows and"
                + " [1-9][0-9]* cells\n");
  }

  @Test
  void theManifestNamesGenomesByTheirContent() throws IOException {
    String manifest = Files.readString(folder.resolve("out/manifest.json"));
    assertThat(manifest)
        .contains("\"file\" : \"registry/patients")
        .containsPattern("\"file\" : \"wgs/sha256-[0-9a-f]{12}\\.");
  }

  @Test
  void theCohortIsTheStudys() {
    List<NamedCsvRecord> flow = results("cohort_flow");
    assertThat(flow.get(flow.size() - 1).getField("n_in")).isEqualTo("2690");
    assertThat(flow.get(flow.size() - 1).getField("n_out")).isEqualTo("674");
  }

  @Test
  void everyPrintedNumberThatIsATargetIsReproduced() {
    List<String> differing =
        results("published").stream()
            .filter(row -> !List.of("agrees", "shown only").contains(row.getField("verdict")))
            .map(NamedCsvRecord::toString)
            .toList();
    assertThat(differing).isEmpty();
  }

  @Test
  void whoIsListedAsDiscordantIsWhoIsCounted() {
    List<String> listed =
        lake()
            .read(Results.DISCORDANT_PATIENT)
            .groupBy("platform_a", "platform_b", "kind")
            .count()
            .collectAsList()
            .stream()
            .map(row -> row.mkString("/"))
            .toList();
    Map<String, String> kinds =
        Map.of(
            "only_a_mutated", Results.ONLY_FIRST_MUTATED,
            "only_b_mutated", Results.ONLY_SECOND_MUTATED,
            "other_codons", Results.AT_OTHER_CODONS);
    List<String> counted = new ArrayList<>();
    for (NamedCsvRecord row : results("concordance")) {
      String pair = row.getField("platform_a") + "/" + row.getField("platform_b") + "/";
      kinds.forEach((column, kind) -> counted.add(pair + kind + "/" + row.getField(column)));
    }
    counted.removeIf(line -> line.endsWith("/0"));
    assertThat(listed).containsExactlyInAnyOrderElementsOf(counted).isNotEmpty();
    assertThat(folder.resolve("out/results/discordant_patient.csv")).doesNotExist();
  }

  @Test
  void recordsReconcile() {
    for (NamedCsvRecord row : results("reconciliation")) {
      assertThat(number(row, "accepted") + number(row, "quarantined") + number(row, "duplicates"))
          .as(row.toString())
          .isEqualTo(number(row, "records"));
    }
  }

  @Test
  void aSecondNightChangesNothingButTheRunLog() {
    Map<String, Long> before = versions();
    Launched night = Launched.in(folder, "nightly");
    assertThat(night.exitCode()).as(night.err()).isZero();
    Map<String, Long> after = versions();
    assertThat(after.remove("run/run")).isGreaterThan(before.remove("run/run"));
    assertThat(after).isEqualTo(before);
    assertThat(night.out()).contains("nothing changed, skipped");
  }

  @Test
  void noIdentifierReachesLakeOrReport() throws IOException {
    Path patients = onlyFile("registry/patients");
    List<String> identifiers = new ArrayList<>();
    identifiers.add(Launched.csv(patients).get(0).getField("MRN"));
    String genome = onlyFile("wgs/").getFileName().toString();
    identifiers.add(genome.substring(0, genome.indexOf('-')));
    assertThat(identifiers).allSatisfy(identifier -> assertThat(identifier).hasSizeGreaterThan(5));
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> leaking =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.startsWith(folder.resolve("landing")))
              .filter(file -> identifiers.stream().anyMatch(id -> contains(file, id)))
              .toList();
      assertThat(leaking).isEmpty();
    }
  }

  private static Path onlyFile(String prefix) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("landing"))) {
      return files.filter(f -> f.toString().contains(prefix)).findFirst().orElseThrow();
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
          .contains(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Lake lake() {
    return Lake.open(TestSpark.session(), folder.resolve("lake"), "gholami-2019");
  }

  private static Map<String, Long> versions() {
    Lake lake = lake();
    Map<String, Long> versions = new TreeMap<>();
    for (TableDefinition table : Dictionary.tables()) {
      lake.version(table)
          .ifPresent(v -> versions.put(table.layer().folder() + "/" + table.name(), v));
    }
    return versions;
  }

  private static List<NamedCsvRecord> results(String name) {
    return Launched.csv(folder.resolve("out/results/" + name + ".csv"));
  }

  private static long number(NamedCsvRecord row, String column) {
    return Long.parseLong(row.getField(column));
  }
}
