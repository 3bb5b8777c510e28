package org.hepatica.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program of which a fresh process measures a task. */
@FunctionalInterface
public interface Program {

  /**
   * The command that measures and writes an {@link Observation} into a file.
   *
   * @param runs after the first
   * @param result the file
   */
  List<String> command(
      SurvivalTable table, SurvivalTask task, Contender contender, Runs runs, Path result);

  /**
   * Measures in a process of its own.
   *
   * @throws ChildProcessException if the process failed
   * @throws IOException if what it wrote cannot be read
   */
  default Observation observe(
      SurvivalTable table, SurvivalTask task, Contender contender, Runs runs) throws IOException {
    Path result = Files.createTempFile("hepatica-benchmark", ".json");
    try {
      ChildProcess.run(command(table, task, contender, runs, result));
      return Observation.read(result);
    } finally {
      Files.deleteIfExists(result);
    }
  }
}
