package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hepatica.benchmark.RProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark runs processes of its own; what they are told and tell fits together. */
class BenchmarkIT {

  private static final String ABSENT = "no-such-program";

  @TempDir static Path folder;

  @Test
  void everyEngineIsMeasured() throws IOException {
    assumeTrue(RProgram.find("Rscript").isPresent(), "R with its survival package is not here");
    Path out = folder.resolve("speed.json");

    Launched run =
        survival(
            "--tasks",
            "cox5",
            "--warm-up",
            "0.1",
            "--repeat",
            "1",
            "--format",
            "json",
            "--out",
            out.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(Files.readString(out));
    assertThat(engines(json))
        .containsExactly(
            "cox5 hepatica", "cox5 hepatica-bare", "cox5 r-typed", "cox5 r-bare", "cox5 scan");
    assertThat(json).allMatch(one -> one.get("n").asLong() == 20_000);
    assertThat(json).allMatch(one -> one.get("seconds_cold").isDouble());
    assertThat(json).allMatch(one -> one.get("seconds_warm").isDouble());
  }

  @Test
  void mutationsAreReadAndScannedAndEveryRowIsAccountedFor() throws IOException {
    Path out = folder.resolve("maf.json");

    Launched run =
        Launched.run(
            "benchmark",
            "maf",
            "--rows",
            "5000",
            "--repeat",
            "1",
            "--data-dir",
            folder.toString(),
            "--out",
            out.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("100 kept, 4,900 of other genes").contains("bare scan");
    JsonNode json = new ObjectMapper().readTree(Files.readString(out));
    assertThat(json.get("rows").asLong()).isEqualTo(5000);
    assertThat(json.get("bytes").asLong()).isGreaterThan(5000 * 100);
    assertThat(json.get("reading")).hasSize(1);
  }

  @Test
  void whereRIsAbsentTheRestIsMeasuredAndAWordSaid() {
    Launched run =
        survival(
            "--tasks", "km", "--engines", "hepatica,r-typed", "--repeat", "0", "--rscript", ABSENT);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("R is left out: there is no Rscript");
    assertThat(run.out()).contains("R with its survival package is not there");
    assertThat(run.out().lines().filter(line -> line.startsWith("km ")))
        .hasSize(2)
        .last()
        .asString()
        .endsWith("not compared with R");
  }

  @Test
  void wordsThatAreNoneAreToldWithThoseThatAre() {
    Launched run = survival("--tasks", "km,cox9");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains("expected km, logrank, cox5, cox7, cox7-strata, but was 'cox9'")
        .contains("see jobs/hepatica benchmark survival --help");
    assertThat(survival("--repeat", "-1").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(survival("--warm-up", "-1").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(survival("--n", "0").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(survival("--out", folder.toString()).err()).contains("is a folder, or lies in none");
  }

  private static Launched survival(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "benchmark",
                "survival",
                "--n",
                "20000",
                "--data-dir",
                folder.resolve("t").toString()));
    arguments.addAll(List.of(more));
    return Launched.run(arguments.toArray(String[]::new));
  }

  private static List<String> engines(JsonNode json) {
    return StreamSupport.stream(json.spliterator(), false)
        .map(one -> one.get("task").asText() + " " + one.get("engine").asText())
        .toList();
  }
}
