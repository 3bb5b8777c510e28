package org.hepatica.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Measures nights, scenario after scenario, in one run on one machine. */
public final class RefreshBenchmark {

  private final RefreshProgram program;
  private final Nights nights;
  private final RefreshSettings settings;
  private final Consumer<String> say;
  private final Map<String, LoadedHospital> hospitals = new HashMap<>();
  private final List<RefreshMeasurement> measurements = new ArrayList<>();
  private final List<RefreshProof> proofs = new ArrayList<>();

  /**
   * Of a program.
   *
   * @param say a line on what begins
   */
  public RefreshBenchmark(RefreshProgram program, RefreshSettings settings, Consumer<String> say) {
    this.program = program;
    this.nights = new Nights(program);
    this.settings = settings;
    this.say = say;
  }

  /**
   * Measures.
   *
   * @throws ChildProcessException if a process failed
   * @throws IOException if a file cannot be read or written
   */
  public RefreshResult run() throws IOException {
    for (RefreshScenario scenario : RefreshScenario.values()) {
      if (settings.scenarios().contains(scenario)) {
        run(scenario);
      }
    }
    return new RefreshResult(measurements, proofs);
  }

  private void run(RefreshScenario scenario) throws IOException {
    switch (scenario) {
      case UNCHANGED -> unchanged();
      case SNAPSHOT, CHANGES -> refreshed(scenario);
      case KILLS -> kills();
      default -> throw new IllegalStateException("no such scenario: " + scenario);
    }
  }

  private void unchanged() throws IOException {
    RefreshScenario scenario = RefreshScenario.UNCHANGED;
    LoadedHospital hospital = loaded(scenario, settings.small());
    List<NightCost> costs = new ArrayList<>();
    for (int i = 1; i <= settings.repeat(); i++) {
      say.accept("a night with nothing changed, %d of %d".formatted(i, settings.repeat()));
      costs.add(nights.run(hospital.place(), false));
    }
    measurements.add(
        RefreshMeasurement.judged(
            scenario,
            settings.small(),
            RefreshMeasurement.NOTHING,
            NightCost.median(costs),
            hospital.load()));
  }

  private void refreshed(RefreshScenario scenario) throws IOException {
    long patients = settings.patients();
    LoadedHospital hospital = loaded(scenario, patients);
    say.accept("the next delivery, as " + scenario.label());
    NightPlace place = hospital.copyBeforeSecondNight("second-night");
    say.accept("the night that takes it");
    NightCost cost = nights.run(place, false);
    measurements.add(
        RefreshMeasurement.judged(
            scenario, patients, RefreshMeasurement.CHANGED, cost, hospital.load()));
    if (settings.verifies()) {
      proofs.add(verified(scenario, place));
    }
    say.accept("the night after it, with nothing changed");
    NightCost nothing = nights.run(place, false);
    measurements.add(
        RefreshMeasurement.told(
            scenario, patients, RefreshMeasurement.NOTHING, nothing, hospital.load()));
    FolderTree.delete(place.folder());
  }

  /** Tables that tell of the night before are left out: a first night has none. */
  private RefreshProof verified(RefreshScenario scenario, NightPlace place) throws IOException {
    NightPlace full = place.beside("full");
    say.accept("a full night of both deliveries, to hold the tables against");
    nights.run(full, true);
    Map<Path, LakeLook> looks = program.look(place, List.of(place.lake(), full.lake()), true);
    Map<String, String> refreshed = looks.get(place.lake()).tables();
    List<String> different = LakeLook.different(refreshed, looks.get(full.lake()).tables());
    FolderTree.delete(full.folder());
    return new RefreshProof(
        scenario.label(),
        "the tables of a full night of the same deliveries",
        1,
        refreshed.size(),
        different.stream().map(name -> "other rows in " + name).toList());
  }

  private void kills() throws IOException {
    RefreshScenario scenario = RefreshScenario.KILLS;
    LoadedHospital hospital = loaded(scenario, settings.small());
    KilledNights killed = new KilledNights(program, hospital, settings.seed(), say);
    proofs.add(killed.prove(settings.kills(), settings.inARow()));
    measurements.add(
        RefreshMeasurement.told(
            scenario,
            settings.small(),
            RefreshMeasurement.CHANGED,
            killed.cost(),
            hospital.load()));
  }

  /** Scenarios of the same patients, delivered alike, begin with one load. */
  private LoadedHospital loaded(RefreshScenario scenario, long patients) throws IOException {
    boolean onlyChanges = scenario == RefreshScenario.CHANGES;
    String name = "n%d-%s".formatted(patients, onlyChanges ? "changes" : "snapshot");
    LoadedHospital known = hospitals.get(name);
    if (known != null) {
      return known;
    }
    Path folder = settings.folder().resolve(name);
    say.accept("%d patients, and the full load of them".formatted(patients));
    LoadedHospital made =
        LoadedHospital.make(
            program, new NightPlace(folder, folder.resolve("first-night")), patients, onlyChanges);
    hospitals.put(name, made);
    measurements.add(RefreshMeasurement.load(scenario, patients, made.load()));
    return made;
  }
}
