package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hepatica.TestSpark;
import org.hepatica.benchmark.FolderTree;
import org.hepatica.lake.Lake;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.survival.Analyses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows changes alone, merged into every table, is what looks at all and writes all. */
class FollowedGoldIT {

  private static final String STUDY = "gholami-2019";

  @TempDir Path folder;

  @Test
  void goldOfChangedPatientsIsThatOfAll() throws IOException {
    run("generate", "--patients", "120");
    Path first = only(folder.resolve("landing/synthetic"));
    Launched loaded = run("nightly");
    assertThat(loaded.exitCode()).as(loaded.out() + loaded.err()).isZero();

    Path next = delivery(first, "2016-02-29");
    followUpGoesOn(next);
    laboratoriesCorrect(next);
    OptionalLong assays = lake().version(Genomic.ASSAY);
    Launched corrected = run("nightly", "--accept-shrink");

    assertThat(corrected.exitCode()).as(corrected.out() + corrected.err()).isZero();
    assertThat(corrected.out())
        .containsPattern("analysed; [1-9][0-9]? changed")
        .doesNotContain("all is looked at");
    assertThat(corrected.out()).containsPattern("counts of [1-9][0-9]? changed subjects");
    assertThat(lake().version(Genomic.ASSAY)).isNotEqualTo(assays);
    assertThat(comparison()).isEqualTo(comparisonOfAll());
    assertThat(contents()).isEqualTo(contentsWhenAllIsLookedAt());
  }

  /** As the night found it, of changes alone. */
  private String comparison() {
    String found = run("refresh").out();
    assertThat(found).contains("follow-up extended").contains("result moved");
    return found;
  }

  private String comparisonOfAll() {
    String first = run("runs").out().lines().reduce((one, next) -> next).orElseThrow();
    Launched again =
        Launched.in(
            folder, "refresh", "--since", first.substring(0, first.indexOf(' ')), "--most", "200");
    assertThat(again.exitCode()).as(again.err()).isZero();
    return again.out();
  }

  /** Three patients were seen again, one of them died. */
  private void followUpGoesOn(Path delivery) throws IOException {
    edit(
        delivery.resolve("registry"),
        "follow_up",
        lines -> {
          List<String> alive =
              lines.stream().filter(line -> line.endsWith(",A,")).limit(3).toList();
          lines.replaceAll(
              line ->
                  !alive.contains(line)
                      ? line
                      : line.substring(0, 10)
                          + (line.equals(alive.get(0))
                              ? "2016-02-20,D,2016-02-20"
                              : "2016-02-21,A,"));
          return lines;
        });
  }

  /** Samples change their patients, a plate is read anew, a patient and a report are gone. */
  private void laboratoriesCorrect(Path delivery) throws IOException {
    edit(
        delivery.resolve("registry"),
        "id_crosswalk",
        lines -> {
          String one = lines.get(1);
          String other = lines.get(2);
          lines.set(1, mrn(other) + one.substring(mrn(one).length()));
          lines.set(2, mrn(one) + other.substring(mrn(other).length()));
          lines.remove(3);
          return lines;
        });
    edit(delivery.resolve("registry"), "patients", lines -> without(lines, 5));
    edit(delivery.resolve("sequenom"), "typer", lines -> without(lines, 2));
    edit(delivery.resolve("sanger"), "reports", lines -> without(lines, 1));
  }

  private static String mrn(String line) {
    return line.substring(0, line.indexOf(','));
  }

  private static List<String> without(List<String> lines, int place) {
    lines.remove(place);
    return lines;
  }

  private Path delivery(Path first, String date) throws IOException {
    Path next = first.resolveSibling(date);
    FolderTree.copy(first, next);
    return next;
  }

  /** Changes a file of which the beginning of the name is told. */
  private static void edit(Path folder, String name, UnaryOperator<List<String>> change)
      throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Path file =
          files
              .filter(each -> each.getFileName().toString().startsWith(name))
              .findFirst()
              .orElseThrow();
      Files.write(file, change.apply(new ArrayList<>(Files.readAllLines(file))));
    }
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  private Map<String, String> contentsWhenAllIsLookedAt() {
    assertThat(run("derive", "--full").out()).contains("derive: all is looked at, as asked for");
    assertThat(run("analyze", "--full").exitCode()).isZero();
    return contents();
  }

  /** Gold and results, rows in an order of their own. */
  private Map<String, String> contents() {
    Lake lake = lake();
    return Stream.of(Gold.ALL, Genomic.ALL, Analyses.TABLES)
        .flatMap(List::stream)
        .collect(
            Collectors.toMap(
                TableDefinition::fullName,
                table ->
                    lake.read(table).toJSON().collectAsList().stream()
                        .sorted()
                        .collect(Collectors.joining("\n")),
                (one, other) -> one,
                TreeMap::new));
  }

  private Lake lake() {
    return Lake.open(TestSpark.session(), folder.resolve("lake"), STUDY);
  }

  private Launched run(String command, String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("--set", "lake.whole-megabytes=0"));
    return Launched.in(folder, command, all.toArray(String[]::new));
  }
}
