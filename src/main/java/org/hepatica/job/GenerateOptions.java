package org.hepatica.job;

import picocli.CommandLine.Option;

/** What the synthetic registry is to be. */
final class GenerateOptions {

  @Option(
      names = "--patients",
      paramLabel = "N",
      description = "Patients with a complete resection; default: ${DEFAULT-VALUE}")
  long patients = 2690;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}")
  long seed = 1;

  @Option(
      names = "--centers",
      paramLabel = "K",
      description = "Share the patients among K centres; default: ${DEFAULT-VALUE}")
  int centers = 1;
}
