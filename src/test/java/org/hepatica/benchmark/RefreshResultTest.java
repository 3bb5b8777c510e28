package org.hepatica.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hepatica.ml.show.Format;
import org.junit.jupiter.api.Test;

class RefreshResultTest {

  private static final NightCost LOAD = NightCostTest.of(102);

  private static final RefreshResult RESULT =
      new RefreshResult(
          List.of(
              RefreshMeasurement.load(RefreshScenario.SNAPSHOT, 1000, LOAD),
              changed(RefreshScenario.SNAPSHOT, 51),
              changed(RefreshScenario.CHANGES, 17),
              RefreshMeasurement.judged(
                  RefreshScenario.UNCHANGED,
                  1000,
                  RefreshMeasurement.NOTHING,
                  NightCostTest.of(9.5),
                  LOAD)),
          List.of(new RefreshProof("kills", "as undisturbed", 3, 40, List.of("night 2: others"))));

  private static RefreshMeasurement changed(RefreshScenario scenario, double seconds) {
    return RefreshMeasurement.judged(
        scenario, 1000, RefreshMeasurement.CHANGED, NightCostTest.of(seconds), LOAD);
  }

  @Test
  void aGoalIsOfSecondsOrOfTheLoad() {
    assertThat(RESULT.missed())
        .containsExactly("changes: the goal is at most 15 % of the full load");
    assertThat(RefreshScenario.UNCHANGED.isMet(NightCostTest.of(10), LOAD)).isFalse();
    assertThat(RefreshScenario.CHANGES.isMet(NightCostTest.of(15), LOAD)).isTrue();
  }

  @Test
  void tablesThatAreOthersAreToldAndNothingIsTrusted() {
    assertThat(RESULT.isTrustworthy()).isFalse();
    assertThat(RESULT.problems()).containsExactly("kills: night 2: others");
    assertThat(RESULT.as(Format.TEXT)).contains("NOT SO\n  night 2: others");
  }

  @Test
  void everyFormatHasEveryNight() throws IOException {
    assertThat(RESULT.as(Format.TEXT).lines().filter(line -> line.contains("1,000")))
        .hasSize(4)
        .anyMatch(line -> line.endsWith("at most 15 % of the full load: MISSED"))
        .anyMatch(line -> line.endsWith("at most 50 % of the full load: met"));
    assertThat(RESULT.as(Format.CSV).lines())
        .hasSize(5)
        .startsWith(
            "scenario,patients,night,seconds,start_seconds,commit_seconds,commits,ingest,ratio,ratio_of_work,goal,met",
            "snapshot,1000,full load,102.0,2.0,0.5,40,100.0,,,,",
            "snapshot,1000,changed,51.0,2.0,0.5,40,49.0,0.5,0.49,at most 50 % of the full load,true");
    JsonNode json = new ObjectMapper().readTree(RESULT.as(Format.JSON));
    assertThat(json.get("measurements")).hasSize(4);
    assertThat(json.get("measurements").get(0).get("ratio").isNull()).isTrue();
    assertThat(json.get("measurements").get(2).get("steps").get("ingest").asDouble()).isEqualTo(15);
    assertThat(json.get("proofs").get(0).get("times").asInt()).isEqualTo(3);
  }

  @Test
  void lakesDifferInTablesThatOneLacksToo() {
    assertThat(LakeLook.different(Map.of("a", "1", "b", "2"), Map.of("a", "1", "b", "3", "c", "4")))
        .containsExactly("b", "c");
    assertThat(LakeLook.different(Map.of("a", "1"), Map.of())).containsExactly("a");
    assertThat(LakeLook.different(Map.of("a", "1"), Map.of("a", "1"))).isEmpty();
  }
}
