package org.hepatica.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Export;
import org.hepatica.protocol.Center.TableMapping;
import org.hepatica.protocol.NamedColumn;
import org.hepatica.protocol.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandingTest {

  private static final LocalDate RUN = LocalDate.of(2026, 3, 1);
  private static final Center NORTH =
      center(
          "north",
          new Export(
              "patients",
              "registry/patients*.csv",
              "csv",
              ',',
              "UTF-8",
              List.of("MRN"),
              List.of(),
              List.of("MRN", "SEX"),
              Center.Content.SNAPSHOT),
          new Export(
              "notes",
              "notes*.csv",
              "csv",
              ',',
              "UTF-8",
              List.of(),
              List.of(),
              List.of(),
              Center.Content.SNAPSHOT));

  @TempDir Path landing;

  @Test
  void ofEveryExportTheNewestDeliveryThatHasItCounts() throws IOException {
    put("north/2026-01-01/registry/patients.csv", "MRN,SEX\n1,M\n");
    put("north/2026-01-01/notes.csv", "a\n1\n");
    put("north/2026-02-01/registry/patients_1.csv", "MRN,SEX\n1,M\n");
    put("north/2026-02-01/registry/patients_2.csv", "MRN,SEX\n2,M\n");
    put("north/2026-02-01/readme.txt", "");
    put("north/2026-02-01/.hidden", "");
    Landing.Listing listing = list(NORTH);
    assertThat(listing.files())
        .extracting(DeliveredFile::name)
        .containsExactly(
            "north/2026-02-01/registry/patients_1.csv",
            "north/2026-02-01/registry/patients_2.csv",
            "north/2026-01-01/notes.csv");
    assertThat(listing.unmatched()).containsExactly("north/2026-02-01/readme.txt");
  }

  @Test
  void filesDirectlyInLandingAreADeliveryOfTheOneCentre() throws IOException {
    put("registry/patients.csv", "MRN,SEX\n1,M\n");
    DeliveredFile fresh = list(NORTH).files().get(0);
    assertThat(fresh.delivery()).isEqualTo("2026-03-01");
    assertThat(fresh.sha256()).hasSize(64);
  }

  @Test
  void whatIsAbsentIsNamedWithARemedy() throws IOException {
    assertThatThrownBy(
            () ->
                Landing.list(
                    landing.resolve("no"), List.of(NORTH), RUN, Glance.at(landing.resolve("no"))))
        .isInstanceOf(DeliveryException.class)
        .hasMessageContaining("make it or set landing");
    assertThatThrownBy(() -> list(NORTH)).hasMessageContaining("centre north has no folder");
    Files.createDirectories(landing.resolve("north"));
    assertThatThrownBy(() -> list(NORTH)).hasMessageContaining("has no delivery");
    put("north/2026-02-01/notes.csv", "a\n1\n");
    assertThatThrownBy(() -> list(NORTH))
        .hasMessageContaining("export patients has no file like 'registry/patients*.csv'");
  }

  @Test
  void anOpenQuoteAndABrokenArchiveRefuseTheirFiles() throws IOException {
    put("north/2026-02-01/registry/patients.csv", "MRN,SEX\n1,\"M\n2,F\n");
    byte[] whole = gzip("MRN,SEX\n1,M\n");
    Path broken = put("north/2026-02-01/registry/patients_2.csv", "");
    Files.write(broken, Arrays.copyOf(whole, whole.length - 9));
    assertThatThrownBy(() -> list(NORTH))
        .isInstanceOf(DeliveryException.class)
        .hasMessageContaining("patients.csv: the quote that opens on line 2 is never closed")
        .hasMessageContaining("patients_2.csv: cannot be read to its end");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 11, 15, 22, 25})
  void anArchiveThatIsCutOffAnywhereRefusesItsFile(int bytes) throws IOException {
    byte[] whole = gzip("MRN,SEX\n1,M\n2,F\n");
    assertThat(whole).hasSizeGreaterThan(25);
    Path broken = put("north/2026-02-01/registry/patients.csv", "");
    Files.write(broken, Arrays.copyOf(whole, bytes));
    assertThatThrownBy(() -> list(NORTH))
        .isInstanceOf(DeliveryException.class)
        .hasMessageContaining("patients.csv: cannot be read to its end, it is cut off or damaged")
        .hasMessageEndingWith("deliver the file again");
  }

  @Test
  void anotherFileOfTheSameSizeAndTimeIsAnotherFile() throws IOException {
    Path file = put("north/2026-02-01/registry/patients.csv", "MRN,SEX\n1,M\n");
    DeliveredFile delivered = list(NORTH).files().get(0);
    assertThat(delivered.isStill()).isTrue();
    Path other = Files.writeString(landing.resolve("other"), "MRN,SEX\n1,F\n");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(delivered.isStill()).isFalse();
  }

  @Test
  void missingColumnsAreRefusedWithTheOnesThatThereAre() throws IOException {
    put("north/2026-02-01/registry/patients.csv", "MRN,GENDER,BIRTH\n1,M,\n");
    List<DeliveredFile> files = list(NORTH).files();
    assertThatThrownBy(
            () ->
                FileCheck.headers(
                    List.of(NORTH),
                    files,
                    c ->
                        List.of(
                            named(4, "patients", "BIRHT"),
                            named(7, "patients", "MRN"),
                            named(8, "patients", "SEGMENTS"),
                            named(9, "patients", "SEGMENTS"),
                            named(9, "notes", "TEXT"))))
        .isInstanceOfSatisfying(
            DeliveryException.class,
            refused ->
                assertThat(refused.problems())
                    .hasSize(2)
                    .allSatisfy(problem -> assertThat(problem).contains("/patients.csv: "))
                    .satisfiesExactly(
                        slip ->
                            assertThat(slip)
                                .contains(
                                    "there is no column 'BIRHT', which north.conf:4: center.k")
                                .contains(
                                    "did you mean 'BIRTH'? the file has [MRN, GENDER, BIRTH]"),
                        absent ->
                            assertThat(absent)
                                .contains("'SEGMENTS', which north.conf:8: center.k (and 1 more)")
                                .doesNotContain("did you mean")));
  }

  private static NamedColumn named(int line, String export, String column) {
    return new NamedColumn(new Position("north.conf", line, "center.k"), export, column);
  }

  @Test
  void gzipIsSeenByItsContent() throws IOException {
    Files.write(put("north/2026-02-01/registry/patients.csv", ""), gzip("MRN,SEX\n1,M\n"));
    List<DeliveredFile> files = list(NORTH).files();
    assertThatThrownBy(
            () ->
                FileCheck.headers(
                    List.of(NORTH), files, c -> List.of(named(1, "patients", "BORN"))))
        .hasMessageContaining("the file has [MRN, SEX]");
  }

  @Test
  void aFileOfTwoExportsIsRefused() throws IOException {
    Center both =
        center(
            "north",
            new Export(
                "a",
                "*.csv",
                "csv",
                ',',
                "UTF-8",
                List.of(),
                List.of(),
                List.of(),
                Center.Content.SNAPSHOT),
            new Export(
                "b",
                "x*.csv",
                "csv",
                ',',
                "UTF-8",
                List.of(),
                List.of(),
                List.of(),
                Center.Content.SNAPSHOT));
    put("north/2026-02-01/x.csv", "a\n");
    assertThatThrownBy(() -> list(both))
        .hasMessageContaining("make the patterns exclude each other");
  }

  private Landing.Listing list(Center center) {
    return survey(Glance.at(landing), center).whole();
  }

  private Landing.Listing survey(Glance earlier, Center... centers) {
    return Landing.list(landing, List.of(centers), RUN, earlier);
  }

  private Path put(String name, String text) throws IOException {
    Path path = landing.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void aCentreThatCannotBeTakenLeavesTheOthersBe() throws IOException {
    Center south = center("south", NORTH.exports().get("patients"));
    put("north/2026-02-01/registry/patients.csv", "MRN,SEX\n1,\"M\n");
    put("south/2026-02-01/registry/patients.csv", "MRN,SEX\n1,M\n");
    Landing.Listing listing = survey(Glance.at(landing), NORTH, south);
    assertThat(listing.files()).extracting(DeliveredFile::center).containsExactly("south");
    assertThat(listing.refused()).containsOnlyKeys("north");
    assertThatThrownBy(listing::whole).hasMessageContaining("is never closed");
  }

  @Test
  void aDeliveryThatGrewSinceTheRunBeganWaitsAndTheOneBeforeCounts() throws IOException {
    put("north/2026-01-01/registry/patients.csv", "MRN,SEX\n1,M\n");
    put("north/2026-02-01/registry/patients.csv", "MRN,SEX\n1,M\n");
    Glance earlier = Glance.at(landing);
    put("north/2026-02-01/registry/patients.csv", "MRN,SEX\n1,M\n2,F\n");
    Landing.Listing listing = survey(earlier, NORTH);
    assertThat(listing.files()).extracting(DeliveredFile::delivery).containsExactly("2026-01-01");
    assertThat(listing.waiting())
        .containsExactly(
            "north/2026-02-01 is not complete, its files still change: it is taken when it is");
    assertThat(survey(Glance.at(landing), NORTH).files())
        .extracting(DeliveredFile::delivery)
        .containsExactly("2026-02-01");
  }

  @Test
  void aDeliveryWaitsForItsMarker() throws IOException {
    Center north = arriving(Optional.of("READY"), Optional.empty());
    put("north/2026-01-01/registry/patients.csv", "MRN,SEX\n1,M\n");
    put("north/2026-01-01/READY", "");
    put("north/2026-02-01/registry/patients.csv", "MRN,SEX\n1,M\n2,F\n");
    Landing.Listing listing = survey(Glance.at(landing), north);
    assertThat(listing.files()).extracting(DeliveredFile::delivery).containsExactly("2026-01-01");
    assertThat(listing.waiting())
        .singleElement()
        .asString()
        .startsWith("north/2026-02-01 is not complete, there is no READY yet");
    put("north/2026-02-01/READY", "");
    Landing.Listing complete = survey(Glance.at(landing), north);
    assertThat(complete.files()).extracting(DeliveredFile::delivery).containsExactly("2026-02-01");
    assertThat(complete.unmatched()).isEmpty();
  }

  @Test
  void aDeliveryWaitsUntilAllThatItsManifestNamesIsThere() throws IOException {
    Center north = arriving(Optional.empty(), Optional.of("SHA256SUMS"));
    Path file = put("north/2026-02-01/registry/patients.csv", "MRN,SEX\n1,M\n");
    put(
        "north/2026-02-01/SHA256SUMS",
        Content.hash(file) + "  registry/patients.csv\n" + "00  notes.csv\n");
    assertThat(survey(Glance.at(landing), north).refused().get("north"))
        .singleElement()
        .asString()
        .contains("the file that line 2 of SHA256SUMS names is not there as it says");
    put("north/2026-02-01/SHA256SUMS", Content.hash(file) + " *registry/patients.csv\n");
    assertThat(survey(Glance.at(landing), north).whole().files()).hasSize(1);
    put("north/2026-02-01/registry/patients.csv", "MRN,SEX\n1,F\n");
    assertThat(survey(Glance.at(landing), north).refused()).containsKey("north");
  }

  private static Center arriving(Optional<String> marker, Optional<String> manifest) {
    return new Center(
        NORTH.name(),
        NORTH.title(),
        NORTH.exports(),
        NORTH.tables(),
        NORTH.genomics(),
        new Center.Arrival(marker, manifest, 0.05, 0));
  }

  private static Center center(String name, Export... exports) {
    Map<String, Export> byName = new LinkedHashMap<>();
    List.of(exports).forEach(export -> byName.put(export.name(), export));
    TableMapping mapping =
        new TableMapping("patient", exports[0].name(), List.of(), "true", Map.of(), List.of());
    return new Center(name, name, byName, List.of(mapping), Optional.empty(), Center.Arrival.USUAL);
  }
}
