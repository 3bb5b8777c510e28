package org.hepatica.job;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.hepatica.TestSpark;
import org.hepatica.benchmark.LakeLook;
import org.hepatica.lake.Lake;
import org.hepatica.synthetic.write.LaterDelivery;
import org.hepatica.synthetic.write.SyntheticRegistry;
import org.hepatica.table.Genomic;
import org.hepatica.table.Operational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights that take changes alone into large tables leave every table as one night does that looks
 * at all that was delivered, whether their plans are compiled or run as they are.
 */
class FollowedChangesIT {

  @TempDir Path folder;

  @Test
  void nightsOfChangesLeaveWhatAFullNightLeaves() throws IOException {
    RefreshConf.write(folder.resolve("conf"), true);
    anAccessionMayChangeHands();
    assertThat(run("generate", "--patients", "100", "--seed", "3").exitCode()).isZero();
    assertThat(largeNight("followed").exitCode()).isZero();
    Path first = folder.resolve("landing/synthetic/" + SyntheticRegistry.DELIVERY);
    Path later = first.resolveSibling(LaterDelivery.DELIVERY.toString());
    LaterDelivery.withDefaults().seed(3).share(0.2).changes(first, later);
    handOn(first, later, 1);

    Launched changed = largeNight("followed");

    assertThat(changed.out()).doesNotContain("looked at, as").contains("changed subjects");
    assertThat(changed.exitCode()).as(changed.out() + changed.err()).isZero();

    bringAgain(first, first.resolveSibling("2016-08-31"), "follow_up", "patients", "pathology");
    Launched asBefore = night("followed");
    assertThat(asBefore.out()).doesNotContain("looked at, as").contains("death-undone");
    assertThat(asBefore.exitCode()).as(asBefore.out()).isEqualTo(ExitCode.DATA_REFUSED);

    // Late, of a date between: who had these samples meanwhile is history by now.
    handOn(first, first.resolveSibling("2016-06-30"), 2);
    Launched late = night("followed");
    assertThat(late.exitCode()).as(late.out() + late.err()).isZero();

    assertThat(night("full", "--full").exitCode()).isZero();
    assertThat(tables("followed")).isEqualTo(tables("full")).hasSizeGreaterThan(30);
    assertThat(swapped("followed")).isNotEmpty().allMatch(reason -> claims(reason) == 3);
  }

  /** A specimen's record replaces the one of its accession and block, whosever that was. */
  private void anAccessionMayChangeHands() throws IOException {
    Path center = folder.resolve("conf/centers/synthetic.conf");
    String text = Files.readString(center);
    String ofPatient = "key = [MRN, ACCESSION, BLOCK]";
    assertThat(text).contains(ofPatient);
    Files.writeString(center, text.replace(ofPatient, "key = [ACCESSION, BLOCK]"));
  }

  /** Some specimens, of the patients so many places on. */
  private static void handOn(Path first, Path later, int places) throws IOException {
    List<String> lines;
    try (Stream<Path> files = Files.list(first.resolve("registry"))) {
      Path specimens =
          files
              .filter(file -> file.getFileName().toString().startsWith("specimens"))
              .findFirst()
              .orElseThrow();
      lines = Files.readAllLines(specimens);
    }
    Map<String, List<String>> byPatient = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int comma = line.indexOf(',');
      byPatient
          .computeIfAbsent(line.substring(0, comma), patient -> new ArrayList<>())
          .add(line.substring(comma));
    }
    List<String> patients = List.copyOf(byPatient.keySet()).subList(0, byPatient.size() / 2);
    List<String> moved = new ArrayList<>(List.of(lines.get(0)));
    for (int i = 0; i < patients.size(); i++) {
      String taker = patients.get((i + places) % patients.size());
      byPatient.get(patients.get(i)).forEach(specimen -> moved.add(taker + specimen));
    }
    Path registry = Files.createDirectories(later.resolve("registry"));
    Files.write(registry.resolve("specimens-moved.csv"), moved);
  }

  private List<String> swapped(String lake) {
    return Lake.open(TestSpark.session(), folder.resolve(lake), "gholami-2019")
        .read(Genomic.GENE_QUARANTINE)
        .where(col(Operational.RULE).equalTo("sample-swapped"))
        .select(Operational.REASON)
        .as(Encoders.STRING())
        .collectAsList();
  }

  private static int claims(String reason) {
    return reason.split("patient #", -1).length - 1;
  }

  /** Some of the first delivery's files once more: what they say is as it was at first. */
  private static void bringAgain(Path first, Path again, String... names) throws IOException {
    Path registry = Files.createDirectories(again.resolve("registry"));
    try (Stream<Path> files = Files.list(first.resolve("registry"))) {
      for (Path file : files.toList()) {
        if (Stream.of(names).anyMatch(file.getFileName().toString()::startsWith)) {
          Files.copy(file, registry.resolve(file.getFileName()));
        }
      }
    }
  }

  /**
   * One whose plans are compiled, as large data are worth it; a small one runs them as they are.
   */
  private Launched largeNight(String lake) {
    return night(lake, "--set", "engine.small-megabytes=0");
  }

  private Launched night(String lake, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--lake",
                folder.resolve(lake).toString(),
                "--out",
                folder.resolve("out").toString()));
    all.addAll(List.of("--set", "lake.whole-megabytes=0", "--accept-shrink"));
    all.addAll(List.of(more));
    return run("nightly", all.toArray(String[]::new));
  }

  private Map<String, String> tables(String lake) throws IOException {
    Path result = folder.resolve("look.json");
    String path = folder.resolve(lake).toString();
    Launched look = run("lake-look", "--tables", "--result", result.toString(), path);
    assertThat(look.exitCode()).as(look.err()).isZero();
    return LakeLook.read(result).get(path).tables();
  }

  private Launched run(String command, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                command,
                "--conf",
                folder.resolve("conf").toString(),
                "--study",
                "gholami-2019",
                "--center",
                "synthetic",
                "--landing",
                folder.resolve("landing").toString(),
                "--set=identifiers.key-file=" + folder.resolve("key")));
    all.addAll(List.of(more));
    return Launched.run(all.toArray(String[]::new));
  }
}
