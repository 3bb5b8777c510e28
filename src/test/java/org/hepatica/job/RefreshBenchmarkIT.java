package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hepatica.benchmark.LakeLook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * As few nights as there can be: what is measured is told, and one that was killed is looked at.
 */
class RefreshBenchmarkIT {

  @TempDir static Path folder;

  /** Takes longer than all else it tells; with {@code -Dhepatica.benchmarks=true}. */
  @Test
  @EnabledIfSystemProperty(named = "hepatica.benchmarks", matches = "true")
  void nightsAreMeasuredAndTheirLakeIsLookedAt() throws IOException {
    Path out = folder.resolve("nights.json");

    Launched run =
        refresh(
            "--scenarios",
            "unchanged",
            "--small",
            "60",
            "--repeat",
            "1",
            "--memory",
            "2g",
            "--java-option=-XX:TieredStopAtLevel=1",
            "--java-option=-XX:ReservedCodeCacheSize=240m",
            "--keep",
            "--format",
            "json",
            "--out",
            out.toString());

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    assertThat(run.out()).contains("full load", "nothing changed");
    assertThat(run.err()).contains("a night with nothing changed, 1 of 1");
    JsonNode json = new ObjectMapper().readTree(Files.readString(out));
    assertThat(nights(json))
        .containsExactly("unchanged 60 full load", "unchanged 60 nothing changed");
    assertThat(json.get("measurements"))
        .allMatch(one -> one.get("seconds").asDouble() > one.get("start_seconds").asDouble())
        .allMatch(one -> one.get("steps").size() == 5);
    assertThat(json.get("measurements").get(0).get("commits").asInt()).isGreaterThan(20);
    assertThat(json.get("measurements").get(1).get("commits").asInt()).isZero();
    LakeLook look = look(folder.resolve("made/refresh/n60-snapshot"));
    assertThat(look.good()).isEqualTo(2);
    assertThat(look.others()).isZero();
    assertThat(look.unreadable()).isEmpty();
    assertThat(look.unfinished()).isEmpty();
    assertThat(look.tables().get("silver/patient")).startsWith("66 rows, ");
    assertThat(look.comparisons()).containsKey("result/refresh");
  }

  private static LakeLook look(Path hospital) throws IOException {
    Path result = folder.resolve("look.json");
    String lake = hospital.resolve("first-night/lake").toString();

    Launched run =
        Launched.run(
            "lake-look",
            "--conf",
            hospital.resolve("conf").toString(),
            "--tables",
            "--result",
            result.toString(),
            lake);

    assertThat(run.exitCode()).as(run.err()).isZero();
    return LakeLook.read(result).get(lake);
  }

  @Test
  void whatWouldFailIsRefusedBefore() throws IOException {
    assertThat(refresh("--scenarios", "kills,sleep").err())
        .contains("expected unchanged, snapshot, changes, kills, but was 'sleep'");
    assertThat(refresh("--patients", "0").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refresh("--share", "0.6").err()).contains("up to 0.5");
    assertThat(refresh("--memory", "much").exitCode()).isEqualTo(ExitCode.USAGE);
    Path foreign = Files.createDirectories(folder.resolve("foreign/refresh"));
    assertThat(refresh("--data-dir", foreign.getParent().toString()).err())
        .contains("not the benchmark's");
    assertThat(foreign).exists();
  }

  private static Launched refresh(String... more) {
    List<String> arguments = new ArrayList<>(List.of("benchmark", "refresh"));
    if (!List.of(more).contains("--data-dir")) {
      arguments.addAll(List.of("--data-dir", folder.resolve("made").toString()));
    }
    arguments.addAll(List.of(more));
    return Launched.run(arguments.toArray(String[]::new));
  }

  private static List<String> nights(JsonNode json) {
    return StreamSupport.stream(json.get("measurements").spliterator(), false)
        .map(
            one ->
                "%s %d %s"
                    .formatted(
                        one.get("scenario").asText(),
                        one.get("patients").asLong(),
                        one.get("night").asText()))
        .toList();
  }
}
