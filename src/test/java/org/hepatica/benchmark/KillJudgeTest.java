package org.hepatica.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A proof that cannot fail is none: what must not be left of a killed night is found. */
class KillJudgeTest {

  private static final LakeLook BEFORE = look(1, "before");
  private static final LakeLook AFTER = look(2, "after");
  private static final KillJudge JUDGE = new KillJudge(BEFORE, AFTER);

  @Test
  void aKilledNightLeavesTheLastGoodOneAndTheNextMakesItGood() {
    assertThat(problems(BEFORE, AFTER)).isEmpty();
  }

  @Test
  void oneThatHadEndedWhenItWasKilledIsThere() {
    assertThat(problems(AFTER, look(3, "after"))).isEmpty();
  }

  @Test
  void halfANightIsSeenByNobody() {
    assertThat(problems(look(1, "half"), AFTER))
        .containsExactly("killed: other rows in [gold/subject]");
  }

  @Test
  void noRunIsGoodBeforeAllItsTablesAreThere() {
    assertThat(problems(look(2, "half"), AFTER))
        .containsExactly("killed: other rows in [gold/subject]");
    assertThat(problems(look(2, "before"), AFTER)).hasSize(1);
    assertThat(problems(look(3, "before"), AFTER))
        .containsExactly("killed: 3 good runs instead of 1");
  }

  @Test
  void theNextNightBuildsOnNothingOfAHalfOne() {
    assertThat(problems(BEFORE, look(2, "half")))
        .containsExactly("run again: other rows in [gold/subject]");
    LakeLook unfinished =
        new LakeLook(2, 0, "", List.of("gold/subject"), AFTER.tables(), AFTER.comparisons(), "");
    assertThat(problems(BEFORE, unfinished))
        .containsExactly("run again: not as the run left them: [gold/subject]");
  }

  @Test
  void whoKilledItLeftNoRunAndReadersWork() {
    LakeLook unreadable =
        new LakeLook(1, 1, "no such table", List.of(), BEFORE.tables(), BEFORE.comparisons(), "");
    assertThat(problems(unreadable, AFTER))
        .containsExactly(
            "killed: it left a run that says how it ended", "killed: runs failed: no such table");
  }

  @Test
  void whereNothingChangesNothingIsProved() {
    assertThat(JUDGE.isOfChange()).isTrue();
    assertThat(new KillJudge(BEFORE, look(2, "before")).isOfChange()).isFalse();
  }

  private static List<String> problems(LakeLook halted, LakeLook again) {
    return Stream.concat(
            JUDGE.problemsOfHalted(halted).stream(), JUDGE.problemsOfAgain(again).stream())
        .toList();
  }

  private static LakeLook look(int good, String subject) {
    return new LakeLook(
        good, 0, "", List.of(), Map.of("gold/subject", subject), Map.of("result/refresh", ""), "");
  }
}
