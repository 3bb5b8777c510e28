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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * As few nights as there can be: what is measured is told, and one that was killed is looked at.
 */
class RefreshBenchmarkIT {

  @TempDir static Path folder;

  @Test
  void nightsAreMeasuredAndOneThatWasKilledLeavesNothing() throws IOException {
    Path out = folder.resolve("nights.json");

    Launched run =
        refresh(
            "--scenarios",
            "kills",
            "--kills",
            "1",
            "--small",
            "60",
            "--share",
            "0.2",
            "--seed",
            "3",
            "--memory",
            "2g",
            "--java-option=-XX:TieredStopAtLevel=1",
            "--format",
            "json",
            "--out",
            out.toString());

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    JsonNode json = new ObjectMapper().readTree(Files.readString(out));
    assertThat(nights(json)).containsExactly("kills 60 full load", "kills 60 changed");
    assertThat(json.get("measurements"))
        .allMatch(one -> one.get("seconds").asDouble() > one.get("start_seconds").asDouble())
        .allMatch(one -> one.get("commits").asInt() > 20)
        .allMatch(one -> one.get("steps").size() == 5);
    JsonNode proof = json.get("proofs").get(0);
    assertThat(proof.get("times").asInt()).isEqualTo(1);
    assertThat(proof.get("tables").asInt()).isGreaterThan(40);
    assertThat(run.out()).contains("1 time", "so it is");
    assertThat(run.err()).contains("night 1 of 1 that is killed, and run again");
    assertThat(folder.resolve("made/refresh")).doesNotExist();
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
