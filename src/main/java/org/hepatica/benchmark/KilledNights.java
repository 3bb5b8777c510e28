package org.hepatica.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Nights that are killed at random moments, between their first step and the end of the process,
 * and run again. A reader must find what the last good night left, before and after.
 */
final class KilledNights {

  /** Lakes are kept until so many are looked at in one process. */
  private static final int AT_ONCE = 10;

  /**
   * A night that is quicker than the one by which moments are chosen may end before it is killed.
   */
  private static final int TRIES = 5;

  private final RefreshProgram program;
  private final Nights nights;
  private final LoadedHospital hospital;
  private final SplittableRandom chance;
  private final Consumer<String> say;
  private final List<String> problems = new ArrayList<>();

  /** By number, the lake as it was when its night had been killed, and when one had run again. */
  private final Map<Integer, Killed> waiting = new LinkedHashMap<>();

  private NightPlace place;
  private NightCost cost;
  private KillJudge judge;

  private record Killed(NightPlace halted, NightPlace again) {}

  KilledNights(RefreshProgram program, LoadedHospital hospital, long seed, Consumer<String> say) {
    this.program = program;
    this.nights = new Nights(program);
    this.hospital = hospital;
    this.chance = new SplittableRandom(seed);
    this.say = say;
  }

  /** Kills so many, and says what was not as it should be. */
  RefreshProof prove(int kills) throws IOException {
    undisturbed();
    for (int number = 1; number <= kills; number++) {
      say.accept("night %d of %d that is killed, and run again".formatted(number, kills));
      waiting.put(number, killed(number));
      if (waiting.size() == AT_ONCE || number == kills) {
        look();
      }
    }
    return new RefreshProof(
        RefreshScenario.KILLS.label(),
        "killed at random moments and run again: the tables of an undisturbed night; no run is good that did not end",
        kills,
        judge.undisturbed().all().size(),
        problems);
  }

  /** What the undisturbed night cost. */
  NightCost cost() {
    return cost;
  }

  private void undisturbed() throws IOException {
    place = hospital.copyBeforeSecondNight("undisturbed");
    say.accept("the night that nobody disturbs");
    cost = nights.run(place, false);
  }

  private Killed killed(int number) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      NightPlace again = hospital.copyBeforeSecondNight("killed-" + number);
      double moment = chance.nextDouble(cost.startSeconds(), cost.seconds());
      if (nights.kill(again, moment)) {
        NightPlace halted = again.beside("halted-" + number);
        FolderTree.copy(again.lake(), halted.lake());
        nights.run(again, false);
        return new Killed(halted, again);
      }
      FolderTree.delete(again.folder());
    }
    throw new ChildProcessException(
        "%d nights in turn ended before they were killed: the machine is busier at one time than at another; run again"
            .formatted(TRIES));
  }

  private void look() throws IOException {
    List<Path> lakes = new ArrayList<>();
    Path first = hospital.place().lake();
    if (judge == null) {
      lakes.addAll(List.of(first, place.lake()));
    }
    waiting.values().forEach(k -> lakes.addAll(List.of(k.halted().lake(), k.again().lake())));
    say.accept("a look at %d lakes".formatted(lakes.size()));
    Map<Path, LakeLook> looks = program.look(hospital.place(), lakes, true);
    if (judge == null) {
      judge = new KillJudge(looks.get(first), looks.get(place.lake()));
      FolderTree.delete(place.folder());
      if (!judge.isOfChange()) {
        problems.add(
            "the second delivery changed nothing, so nothing was proved: take more patients");
      }
    }
    for (Map.Entry<Integer, Killed> one : waiting.entrySet()) {
      Killed killed = one.getValue();
      judge
          .problems(looks.get(killed.halted().lake()), looks.get(killed.again().lake()))
          .forEach(words -> problems.add("night %d, %s".formatted(one.getKey(), words)));
      FolderTree.delete(killed.halted().folder());
      FolderTree.delete(killed.again().folder());
    }
    waiting.clear();
  }
}
