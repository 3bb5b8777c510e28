package org.hepatica.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Export;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B2 is cut out of all folders of a centre. */
class LandingCutTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final FileTime TIME = FileTime.fromMillis(1_700_000_000_000L);

  @TempDir Path landing;

  @Test
  void everyFolderIsCutAndItsListNamesWhatIsLeft() throws IOException {
    Path first = deliver("2026-01-01", "id\nA1\nB2\n");
    Path second = deliver("2026-01-02", "id\nA1\n");
    Path vcf = Files.writeString(first.resolve("x.vcf"), vcf());
    list(first);
    list(second);
    String untouched = Files.readString(second.resolve("files.sha256"));
    Files.setPosixFilePermissions(
        first.resolve("patients.csv"), PosixFilePermissions.fromString("rw-r-----"));

    LandingCut cut = plan();
    assertThat(cut.planned())
        .containsExactlyInAnyOrder(
            new LandingCut.Planned("north/2026-01-01/patients.csv", 1, false),
            new LandingCut.Planned("north/2026-01-01/a file of export wgs", 1, true));
    assertThat(cut.folders()).containsExactly("2026-01-01");
    cut.apply();

    Path file = first.resolve("patients.csv");
    assertThat(file).hasContent("id\nA1\n");
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(TIME);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(vcf).doesNotExist();
    assertThat(first.resolve("files.sha256")).hasContent(Content.hash(file) + "  patients.csv\n");
    assertThat(second.resolve("files.sha256")).hasContent(untouched);
    assertThat(plan().planned()).isEmpty();
    assertThat(names(first)).containsExactly("files.sha256", "patients.csv");
  }

  @Test
  void aListThatAKilledRunLeftAheadOfItsFilesIsRightInTheEnd() throws IOException {
    Path folder = deliver("2026-01-01", "id\nA1\nB2\n");
    Path left = Files.writeString(folder.resolve(".patients.csv.erasing"), "id\nA1\n");
    Files.writeString(folder.resolve("files.sha256"), Content.hash(left) + " *patients.csv\r\n");

    plan().apply();

    Path file = folder.resolve("patients.csv");
    assertThat(folder.resolve("files.sha256"))
        .hasBinaryContent((Content.hash(file) + " *patients.csv\r\n").getBytes());
    assertThat(names(folder)).containsExactly("files.sha256", "patients.csv");
  }

  @Test
  void aListOfFilesThatAreNotYetThereIsLeftAsItIs() throws IOException {
    Path folder = deliver("2026-01-01", "id\nA1\nB2\n");
    Files.writeString(folder.resolve("files.sha256"), "00ff  patients.csv\n11ee  more.csv\n");
    plan().apply();
    assertThat(folder.resolve("files.sha256")).hasContent("00ff  patients.csv\n11ee  more.csv\n");
  }

  @Test
  void ofALinkTheFileThatItNamesIsCut() throws IOException {
    Path folder = deliver("2026-01-01", "id\nB2\n");
    Path archive = Files.createDirectories(landing.resolveSibling("archive-" + System.nanoTime()));
    Path real = Files.move(folder.resolve("patients.csv"), archive.resolve("p.csv"));
    Files.createSymbolicLink(folder.resolve("patients.csv"), real);
    plan().apply();
    assertThat(real).hasContent("id\n");
    assertThat(folder.resolve("patients.csv")).isSymbolicLink();
  }

  @Test
  void oneFileThatCannotBeCutLeavesAllAsTheyAre() throws IOException {
    deliver("2026-01-01", "id\nA1\nB2\n");
    Path broken = deliver("2026-01-02", "id\n\"A1\nB2\n");
    assertThatThrownBy(this::plan)
        .isInstanceOf(DeliveryException.class)
        .hasMessageContaining("north/2026-01-02/patients.csv: nobody can be cut out of it: ")
        .hasMessageContaining("is never closed");
    assertThat(landing.resolve("north/2026-01-01/patients.csv")).hasContent("id\nA1\nB2\n");
    assertThat(names(broken)).containsExactly("patients.csv");
  }

  @Test
  void extractsOfADatabaseThatLaterOnesReplacedAreCutToo() throws IOException {
    Path folder = deliver("2026-01-01", "id\nA1\n");
    Path hidden = Files.writeString(folder.resolve(".1.extract.csv"), "id\nB2\nA1\n");
    Files.writeString(folder.resolve(".extract.csv.unfinished"), "B2");
    plan().apply();
    assertThat(hidden).hasContent("id\nA1\n");
    assertThat(names(folder)).containsExactly(".1.extract.csv", "patients.csv");
  }

  private LandingCut plan() {
    return LandingCut.plan(landing, center(), false, TODAY, String::strip, Set.of("B2"));
  }

  private Path deliver(String date, String text) throws IOException {
    Path folder = Files.createDirectories(landing.resolve("north").resolve(date));
    Files.setLastModifiedTime(Files.writeString(folder.resolve("patients.csv"), text), TIME);
    return folder;
  }

  private static String vcf() {
    return "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tB2\n";
  }

  private static void list(Path folder) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String name : names(folder)) {
      lines.append(Content.hash(folder.resolve(name))).append("  ").append(name).append("\n");
    }
    Files.writeString(folder.resolve("files.sha256"), lines);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static Center center() {
    Map<String, Export> exports = new LinkedHashMap<>();
    exports.put("patients", export("patients", "patients.csv", "csv", Optional.empty()));
    exports.put("wgs", export("wgs", "*.vcf", "vcf", Optional.empty()));
    Center.Database database =
        new Center.Database(
            "jdbc:x",
            "u",
            new Center.Password(Optional.of("P"), Optional.empty()),
            "q",
            Optional.empty(),
            1);
    exports.put("extract", export("extract", "extract.csv", "csv", Optional.of(database)));
    return new Center(
        "north",
        "north",
        exports,
        List.of(),
        Optional.empty(),
        new Center.Arrival(Optional.empty(), Optional.of("files.sha256"), 0.05, 0));
  }

  private static Export export(
      String name, String files, String format, Optional<Center.Database> database) {
    return new Export(
        name,
        files,
        format,
        new Center.Text(',', "UTF-8", Center.POINT, false),
        List.of("id"),
        List.of(),
        List.of(),
        Center.Content.SNAPSHOT,
        database);
  }
}
