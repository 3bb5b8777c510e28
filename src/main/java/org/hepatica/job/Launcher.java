package org.hepatica.job;

import java.nio.file.Path;
import java.util.Optional;

/** What jobs/hepatica tells the program: system properties, or keys of a submitted application. */
final class Launcher {

  private Launcher() {}

  /** The project's folder; without a launcher the working directory. */
  static Path root() {
    return Path.of(told("hepatica.root").orElse("")).toAbsolutePath();
  }

  /** A file of the project's folder: relative where that is the working directory. */
  static Path ofRoot(String file) {
    return root().equals(Path.of("").toAbsolutePath()) ? Path.of(file) : root().resolve(file);
  }

  /** The archive of classes for commands like this one, whether it is there or not. */
  static Optional<Path> archive() {
    return told("hepatica.archive").map(Path::of);
  }

  /** The log file, when the launcher chose it. */
  static Optional<String> log() {
    return told("hepatica.log");
  }

  /** The master that spark-submit was given; empty when Spark is embedded. */
  static Optional<String> submittedTo() {
    return Optional.ofNullable(System.getProperty("spark.master"));
  }

  private static Optional<String> told(String key) {
    return Optional.ofNullable(System.getProperty(key, System.getProperty("spark." + key)));
  }
}
