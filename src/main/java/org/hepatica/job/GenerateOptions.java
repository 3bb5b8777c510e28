package org.hepatica.job;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What the synthetic registry is to be. */
final class GenerateOptions {

  /** As many as the study has. */
  static final long OF_THE_STUDY = 2690;

  @Option(
      names = "--patients",
      paramLabel = "N",
      description = "Patients with a complete resection; default: ${DEFAULT-VALUE}")
  long patients = OF_THE_STUDY;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}")
  long seed = 1;

  @Option(
      names = "--centers",
      paramLabel = "K",
      description = "Share the patients among K centres; default: ${DEFAULT-VALUE}")
  int centers = 1;

  /** Refuses what cannot be generated. */
  void check(CommandLine commandLine) {
    if (patients < 1) {
      throw new ParameterException(
          commandLine, "--patients: at least 1 is needed, not " + patients);
    }
    if (centers < 1 || centers > patients) {
      throw new ParameterException(
          commandLine, "--centers: between 1 and the number of patients is needed, not " + centers);
    }
  }
}
