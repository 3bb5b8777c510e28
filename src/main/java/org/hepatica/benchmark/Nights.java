package org.hepatica.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Runs nights as processes, and says what each cost. */
final class Nights {

  private final RefreshProgram program;

  Nights(RefreshProgram program) {
    this.program = program;
  }

  /**
   * Runs one to its end.
   *
   * @throws ChildProcessException if it did not end well
   * @throws IOException if its manifest cannot be read
   */
  NightCost run(NightPlace place, boolean full) throws IOException {
    Instant started = Instant.now();
    long begin = System.nanoTime();
    ChildProcess.run(program.nightly(place, full), program.environment());
    double seconds = (System.nanoTime() - begin) / 1e9;
    return NightCost.of(started, seconds, manifest(place, started));
  }

  /** A night that had nothing to do leaves its manifest in the lake alone. */
  private String manifest(NightPlace place, Instant started) throws IOException {
    Path file = place.out().resolve("manifest.json");
    if (Files.exists(file) && !Files.getLastModifiedTime(file).toInstant().isBefore(started)) {
      return Files.readString(file);
    }
    List<Path> lake = List.of(place.lake());
    return program.look(place, lake, false).get(place.lake()).manifest();
  }

  /**
   * Starts one and kills it.
   *
   * @param seconds after which it is killed
   * @return whether it was; false when it had ended by then
   */
  boolean kill(NightPlace place, double seconds) {
    return ChildProcess.kill(program.nightly(place, false), program.environment(), seconds);
  }
}
