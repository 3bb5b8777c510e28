package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nights on one lake: they are listed, compared, and the first one's report made again. */
class PastRunsIT {

  @TempDir static Path folder;

  private static Path conf;
  private static List<String> ids;
  private static Map<String, String> firstResults;
  private static String firstPage;

  @BeforeAll
  static void runTwoNights() throws IOException {
    conf = SmallHospital.write(folder);
    assertThat(hepatica("nightly").exitCode()).isZero();
    firstResults = results(folder.resolve("out"));
    firstPage = Files.readString(folder.resolve("out/report.html"));
    SmallHospital.deliver(folder, SmallHospital.PATIENTS + "A7,2010-02-01,2011-01-11,1\n");
    assertThat(hepatica("nightly").exitCode()).isZero();
    ids = hepatica("runs").out().lines().map(line -> line.split(" ")[0]).toList();
  }

  @Test
  void runsAreListedNewestFirst() {
    assertThat(hepatica("runs").out().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("done: ingest, derive, analyze, report"));
    assertThat(ids.get(0)).isGreaterThan(ids.get(1));
    assertThat(hepatica("runs", "--last", "1").out().lines()).hasSize(1);
  }

  @Test
  void aRunShowsItsManifest() {
    assertThat(hepatica("runs", "show", ids.get(1)).out())
        .contains("\"run_id\" : \"" + ids.get(1) + "\"")
        .contains("\"silver/patient\" : 0");
  }

  @Test
  void whatMovedBetweenTwoRunsIsTold() {
    Launched diff = hepatica("runs", "diff", ids.get(1), ids.get(0));
    assertThat(diff.exitCode()).isZero();
    assertThat(diff.out())
        .contains("from " + ids.get(1) + " to " + ids.get(0))
        .contains("tables written: ")
        .containsPattern("\\[[^\n]*\\][^\n]* -> ")
        .doesNotContain("code:");
    assertThat(hepatica("runs", "diff", ids.get(0), ids.get(0)).out()).contains("nothing moved");
  }

  @Test
  void aRunThatIsNotThereExitsWith2() {
    Launched none = hepatica("runs", "show", "2019");
    assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("there is no run 2019; jobs/hepatica runs lists them");
    assertThat(hepatica("runs", "show", "20").err()).contains("2 runs begin with 20: name one of");
    assertThat(hepatica("report", "--as-of", "2019-01-01").err())
        .contains("no run ended well on 2019-01-01 or before");
  }

  @Test
  void theReportOfAPastNightIsMadeAgainToTheLastDigit() throws IOException {
    Path again = folder.resolve("again");
    assertThat(results(folder.resolve("out"))).isNotEqualTo(firstResults);

    Launched report = hepatica("report", again, "--as-of", ids.get(1));

    assertThat(report.exitCode()).as(report.err()).isZero();
    assertThat(report.out()).contains("as of run " + ids.get(1)).doesNotContain("made by code");
    assertThat(results(again)).isEqualTo(firstResults);
    assertThat(Files.readString(again.resolve("report.html"))).isEqualTo(firstPage);
    assertThat(hepatica("runs").out().lines()).hasSize(2);
  }

  private static Launched hepatica(String... words) {
    return hepatica(words[0], folder.resolve("out"), Arrays.copyOfRange(words, 1, words.length));
  }

  private static Launched hepatica(String command, Path out, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--conf", conf.toString(), "--out", out.toString()));
    arguments.addAll(List.of("--lake", folder.resolve("lake").toString()));
    arguments.addAll(List.of("--landing", folder.resolve("landing").toString()));
    arguments.addAll(List.of("--set", "identifiers.key-file=" + folder.resolve("key")));
    return Launched.run(arguments.toArray(String[]::new));
  }

  private static Map<String, String> results(Path out) throws IOException {
    Map<String, String> results = new TreeMap<>();
    try (Stream<Path> files = Files.list(out.resolve("results"))) {
      for (Path file : files.toList()) {
        results.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return results;
  }
}
