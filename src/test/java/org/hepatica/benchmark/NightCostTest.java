package org.hepatica.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NightCostTest {

  private static final String MANIFEST =
      """
      {"ready": "2026-01-01T00:00:03.500Z", "ended": "2026-01-01T00:00:09Z",
       "steps": [{"step": "ingest", "skipped": false, "seconds": 4.25},
                 {"step": "derive", "skipped": true, "seconds": 0.125}],
       "commits": 7, "commit_seconds": 1.5}
      """;

  @Test
  void aNightsManifestTellsItsStepsItsCommitsAndWhenTheFirstStepBegan() {
    NightCost cost = NightCost.of(Instant.parse("2026-01-01T00:00:00Z"), 10, MANIFEST);

    assertThat(cost.startSeconds()).isEqualTo(3.5);
    assertThat(cost.secondsOfWork()).isEqualTo(6.5);
    assertThat(cost.commits()).isEqualTo(7);
    assertThat(cost.commitSeconds()).isEqualTo(1.5);
    assertThat(cost.steps()).containsExactly(Map.entry("ingest", 4.25), Map.entry("derive", 0.125));
  }

  @Test
  void theMedianIsANightThatWas() {
    assertThat(NightCost.median(List.of(of(9), of(1), of(5))).seconds()).isEqualTo(5);
    assertThat(NightCost.median(List.of(of(9), of(1))).seconds()).isEqualTo(1);
  }

  static NightCost of(double seconds) {
    return new NightCost(seconds, 2, 0.5, 40, Map.of("ingest", seconds - 2));
  }
}
