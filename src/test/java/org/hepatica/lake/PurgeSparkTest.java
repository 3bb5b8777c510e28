package org.hepatica.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.table.HandMade;
import org.hepatica.table.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeSparkTest {

  @TempDir Path folder;

  @AfterEach
  void nobodyIsDisturbedAnyMore() {
    System.clearProperty(FaultPoint.PROPERTY);
  }

  @Test
  void theNewestVersionAloneIsLeftAlsoWhenItIsHalted() throws IOException {
    Lake lake =
        Lake.open(
            TestSpark.session(),
            folder.resolve("lake"),
            "study",
            new LakeTerms(3650, java.util.Set.of(), line -> {}, 0));
    lake.replace(Registry.PATIENT, patients("a", "erased"), "center = 'centre'", "center");
    lake.replace(Registry.PATIENT, patients("a", "erased", "b"), "center = 'centre'", "center");
    lake.amend(
        Amendment.of(
                Registry.PATIENT,
                List.of("patient_id"),
                patients("erased").select("patient_id"),
                patients("c"))
            .within("center = 'centre'", "center"));
    lake.replace(Registry.PATIENT, patients("a", "b", "c"), "center = 'centre'", "center");
    assertThat(filesWith("erased")).isNotEmpty();
    Purge purge = new Purge(TestSpark.session(), lake);
    System.setProperty(FaultPoint.PROPERTY, "error:after purge silver/patient");
    assertThat(catchThrowable(() -> purge.run(Registry.PATIENT))).isNotNull();
    System.clearProperty(FaultPoint.PROPERTY);

    purge.run(Registry.PATIENT);

    assertThat(filesWith("erased")).isEmpty();
    long version = lake.version(Registry.PATIENT).orElseThrow();
    Lake again = Lake.open(TestSpark.session(), folder.resolve("lake"), "study");
    assertThat(ids(again)).containsExactly("a", "b", "c");
    assertThat(again.version(Registry.PATIENT)).hasValue(version);
    again.replace(Registry.PATIENT, patients("a", "d"), "center = 'centre'", "center");
    assertThat(ids(again)).containsExactly("a", "d");
    assertThat(ids(again.at(java.util.Map.of("silver/patient", version))))
        .containsExactly("a", "b", "c");
  }

  private static List<String> ids(Lake lake) {
    return lake.read(Registry.PATIENT).select("patient_id").collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  private static Dataset<Row> patients(String... ids) {
    HandMade made = new HandMade();
    for (String id : ids) {
      made.add(Registry.PATIENT, id, "valid_from", "2026-01-01");
    }
    return made.read(Registry.PATIENT);
  }

  private List<Path> filesWith(String text) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).filter(file -> read(file).contains(text)).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
