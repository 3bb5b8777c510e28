package org.hepatica.benchmark;

import java.io.IOException;

/** A hospital whose first delivery a night has taken: what scenarios begin with. */
final class LoadedHospital {

  private final RefreshProgram program;
  private final NightPlace place;
  private final boolean onlyChanges;
  private final NightCost load;
  private boolean hasLater;

  private LoadedHospital(
      RefreshProgram program, NightPlace place, boolean onlyChanges, NightCost load) {
    this.program = program;
    this.place = place;
    this.onlyChanges = onlyChanges;
    this.load = load;
  }

  /** Makes one under a folder, and runs its first night. */
  static LoadedHospital make(
      RefreshProgram program, NightPlace place, long patients, boolean onlyChanges)
      throws IOException {
    program.found(place, patients, onlyChanges);
    NightCost load = new Nights(program).run(place, false);
    return new LoadedHospital(program, place, onlyChanges, load);
  }

  /** Where it lies as that night left it. */
  NightPlace place() {
    return place;
  }

  /** What that night cost. */
  NightCost load() {
    return load;
  }

  /** A copy as that night left it, with the second delivery in landing. */
  NightPlace copyBeforeSecondNight(String name) throws IOException {
    if (!hasLater) {
      program.deliverLater(place, onlyChanges);
      hasLater = true;
    }
    return place.copy(name);
  }
}
