package org.hepatica.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * Says whether a night that was killed, and the one after it, left what they should.
 *
 * @param before what a reader finds before the night
 * @param undisturbed what he finds after one that nobody disturbed
 */
record KillJudge(LakeLook before, LakeLook undisturbed) {

  /** Whether there is anything to be seen: otherwise any program would do. */
  boolean isOfChange() {
    return !LakeLook.different(before.all(), undisturbed.all()).isEmpty();
  }

  /**
   * What is not as it should be after a kill.
   *
   * @param halted what is found then
   */
  List<String> problemsOfHalted(LakeLook halted) {
    List<String> problems = new ArrayList<>();
    // A night that was killed in its very last moments had ended well.
    boolean ended = halted.good() == before.good() + 1;
    if (!ended && halted.good() != before.good()) {
      problems.add("killed: %d good runs instead of %d".formatted(halted.good(), before.good()));
    }
    if (halted.others() != before.others()) {
      problems.add("killed: it left a run that says how it ended");
    }
    problems.addAll(read("killed", halted, ended ? undisturbed : before));
    return problems;
  }

  /**
   * What is not as it should be in the end.
   *
   * @param again what is found when a night has run to its end
   */
  List<String> problemsOfAgain(LakeLook again) {
    List<String> problems = new ArrayList<>();
    if (!again.unfinished().isEmpty()) {
      problems.add("run again: not as the run left them: " + again.unfinished());
    }
    problems.addAll(read("run again", again, undisturbed));
    return problems;
  }

  private static List<String> read(String when, LakeLook look, LakeLook wanted) {
    List<String> problems = new ArrayList<>();
    if (!look.unreadable().isEmpty()) {
      problems.add("%s: runs failed: %s".formatted(when, look.unreadable()));
    }
    List<String> different = LakeLook.different(look.all(), wanted.all());
    if (!different.isEmpty()) {
      problems.add("%s: other rows in %s".formatted(when, different));
    }
    return problems;
  }
}
