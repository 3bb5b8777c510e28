package org.hepatica.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Nights that are killed at random moments, between their first step and the end of the process,
 * and run again. A reader must find what the last good night left, before and after.
 */
final class KilledNights {

  /** Lakes are kept until so many nights were killed, to be looked at in one process. */
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

  /** By number of the first kill, what is still to be looked at. */
  private final Map<Integer, Killed> waiting = new LinkedHashMap<>();

  private NightPlace place;
  private NightCost cost;
  private KillJudge judge;

  /**
   * A lake whose nights were killed.
   *
   * @param halted the lake as it was after each kill
   * @param again the lake when a night had run to its end
   */
  private record Killed(List<NightPlace> halted, NightPlace again) {

    private Stream<Path> lakes() {
      return Stream.concat(halted.stream(), Stream.of(again)).map(NightPlace::lake);
    }
  }

  KilledNights(RefreshProgram program, LoadedHospital hospital, long seed, Consumer<String> say) {
    this.program = program;
    this.nights = new Nights(program);
    this.hospital = hospital;
    this.chance = new SplittableRandom(seed);
    this.say = say;
  }

  /**
   * Kills so many, and says what was not as it should be.
   *
   * @param inARow how many nights of a lake are killed before one is run to its end
   */
  RefreshProof prove(int kills, int inARow) throws IOException {
    undisturbed();
    int looked = 0;
    for (int done = 0; done < kills; ) {
      Killed killed = killed(done + 1, Math.min(kills, done + inARow), kills);
      waiting.put(done + 1, killed);
      done += killed.halted().size();
      if (done - looked >= AT_ONCE || done == kills) {
        look();
        looked = done;
        say.accept("%d of %d killed so far; %s".formatted(done, kills, soFar()));
      }
    }
    return new RefreshProof(
        RefreshScenario.KILLS.label(),
        "killed at random moments%s and run again: the tables of an undisturbed night; no run is good that did not end"
            .formatted(inARow == 1 ? "" : ", up to %d times in a row,".formatted(inARow)),
        kills,
        judge.undisturbed().all().size(),
        problems);
  }

  /** Who breaks off a long proof has seen what was proved until then. */
  private String soFar() {
    return problems.isEmpty() ? "all is as it should be" : "not as it should be: " + problems;
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

  /** Kills nights of one lake, by the number of the kill, until one ends or the last is reached. */
  private Killed killed(int first, int last, int kills) throws IOException {
    List<NightPlace> halted = new ArrayList<>();
    say.accept("night %d of %d that is killed".formatted(first, kills));
    NightPlace again = killedInTime("killed-" + first);
    halted.add(copy(again, first));
    for (int number = first + 1; number <= last; number++) {
      say.accept("night %d of %d that is killed, of the same lake".formatted(number, kills));
      if (!isKilled(again)) {
        break;
      }
      halted.add(copy(again, number));
    }
    say.accept("the night after it");
    nights.run(again, false);
    return new Killed(halted, again);
  }

  private static NightPlace copy(NightPlace killed, int number) throws IOException {
    NightPlace halted = killed.beside("halted-" + number);
    FolderTree.copy(killed.lake(), halted.lake());
    return halted;
  }

  private boolean isKilled(NightPlace place) {
    return nights.kill(place, chance.nextDouble(cost.startSeconds(), cost.seconds()));
  }

  /** A lake of which the night was killed; where it had ended by then another is taken. */
  private NightPlace killedInTime(String name) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      NightPlace again = hospital.copyBeforeSecondNight(name);
      if (isKilled(again)) {
        return again;
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
    waiting.values().stream().flatMap(Killed::lakes).forEach(lakes::add);
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
      judge(one.getKey(), one.getValue(), looks);
    }
    waiting.clear();
  }

  private void judge(int first, Killed killed, Map<Path, LakeLook> looks) throws IOException {
    int number = first;
    for (NightPlace halted : killed.halted()) {
      for (String words : judge.problemsOfHalted(looks.get(halted.lake()))) {
        problems.add("night %d, %s".formatted(number, words));
      }
      number++;
      FolderTree.delete(halted.folder());
    }
    for (String words : judge.problemsOfAgain(looks.get(killed.again().lake()))) {
      problems.add("night %d, %s".formatted(number - 1, words));
    }
    FolderTree.delete(killed.again().folder());
  }
}
