package org.hepatica.synthetic.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hepatica.TestSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaterDeliveryTest {

  private static final LaterDelivery TENTH = LaterDelivery.withDefaults().share(0.1);

  @TempDir static Path folder;

  private static Path earlier;
  private static Path snapshot;
  private static Path changes;

  @BeforeAll
  static void deliver() throws IOException {
    SyntheticRegistry registry = SyntheticRegistry.withDefaults().patients(2000).partPatients(900);
    earlier = registry.write(TestSpark.session(), folder).get(0);
    snapshot = earlier.resolveSibling("2016-07-31");
    changes = folder.resolve("changes/2016-07-31");
    TENTH.snapshot(earlier, snapshot);
    TENTH.changes(earlier, changes);
  }

  @Test
  void ofTheShareOfPatientsSomethingChanged() throws IOException {
    Set<String> changed = patients(changes);
    assertThat(changed.size() / (double) patients(earlier).size()).isBetween(0.085, 0.115);
    assertThat(changed.stream().filter(mrn -> mrn.startsWith("N")).count()).isBetween(10L, 35L);
    assertThat(rows(changes, "recurrences")).hasSizeGreaterThan(10);
    assertThat(rows(changes, "follow_up"))
        .anyMatch(row -> row.get("VITAL_STATUS").equals("D") && !row.get("MRN").startsWith("N"))
        .noneMatch(row -> row.get("LAST_CONTACT_DATE").matches("2016-0[89].*|2016-1.*|201[7-9].*"));
  }

  /** Records of before that nobody of the changed has, and the changes: these are the snapshot. */
  @Test
  void theChangesAreWhatTheSnapshotHasBesideTheRest() throws IOException {
    for (String stem : LaterFiles.STEMS) {
      List<String> before = lines(earlier, stem);
      List<String> after = lines(snapshot, stem);
      List<String> came = new ArrayList<>(after);
      before.forEach(came::remove);
      assertThat(came).as(stem).containsExactlyInAnyOrderElementsOf(lines(changes, stem));
      List<String> went = new ArrayList<>(before);
      after.forEach(went::remove);
      assertThat(went.isEmpty()).as(stem).isEqualTo(!stem.equals("follow_up"));
    }
  }

  @Test
  void oneWhoIsHeardOfWasSeenLaterAndNobodyComesBackToLife() throws IOException {
    Map<String, Map<String, String>> before = Csv.firstBy(rows(earlier, "follow_up"), "MRN");
    for (Map<String, String> row : rows(changes, "follow_up")) {
      Map<String, String> earlierRow = before.get(row.get("MRN"));
      if (earlierRow != null && earlierRow.get("VITAL_STATUS").equals("A")) {
        assertThat(row.get("LAST_CONTACT_DATE")).isGreaterThan(earlierRow.get("LAST_CONTACT_DATE"));
      }
    }
    Map<String, Map<String, String>> after = Csv.firstBy(rows(snapshot, "follow_up"), "MRN");
    assertThat(before.values())
        .filteredOn(row -> row.get("VITAL_STATUS").equals("D"))
        .isNotEmpty()
        .allMatch(row -> after.get(row.get("MRN")).get("VITAL_STATUS").equals("D"));
  }

  @Test
  void whatIsNotOfTheRegistrysPatientsStaysByteForByte() throws IOException {
    try (Stream<Path> files = Files.walk(earlier)) {
      List<Path> others =
          files
              .filter(Files::isRegularFile)
              .filter(
                  file ->
                      !file.getParent().endsWith("registry")
                          || file.toString().contains("id_cross"))
              .toList();
      assertThat(others).hasSizeGreaterThan(10);
      for (Path file : others) {
        assertThat(snapshot.resolve(earlier.relativize(file).toString()))
            .hasSameBinaryContentAs(file);
      }
    }
    assertThat(changes.resolve("impact")).doesNotExist();
  }

  @Test
  void theSameSeedGivesTheSameBytesAndNothingUnfinishedStays() throws IOException {
    Path again = folder.resolve("again/2016-07-31");
    TENTH.changes(earlier, again);
    Path other = folder.resolve("other/2016-07-31");
    TENTH.seed(2).changes(earlier, other);
    assertThat(lines(again, "follow_up"))
        .isEqualTo(lines(changes, "follow_up"))
        .isNotEqualTo(lines(other, "follow_up"));
    assertThat(again.resolveSibling(".writing")).doesNotExist();
    assertThatThrownBy(() -> TENTH.share(0)).hasMessageContaining("above 0");
  }

  private static Set<String> patients(Path delivery) throws IOException {
    Set<String> patients = new HashSet<>();
    for (String stem : List.of("patients", "follow_up")) {
      rows(delivery, stem).forEach(row -> patients.add(row.get("MRN")));
    }
    return patients;
  }

  private static List<Map<String, String>> rows(Path delivery, String stem) throws IOException {
    return files(delivery, stem).stream().flatMap(file -> Csv.read(file).stream()).toList();
  }

  private static List<String> lines(Path delivery, String stem) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files(delivery, stem)) {
      List<String> all = Files.readAllLines(file);
      lines.addAll(all.subList(1, all.size()));
    }
    return lines;
  }

  private static List<Path> files(Path delivery, String stem) throws IOException {
    try (Stream<Path> files = Files.list(delivery.resolve("registry"))) {
      return files
          .filter(file -> file.getFileName().toString().matches(stem + "(-[0-9]+)?.csv"))
          .sorted()
          .collect(Collectors.toList());
    }
  }
}
