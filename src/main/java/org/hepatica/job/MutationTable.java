package org.hepatica.job;

import java.nio.file.Path;
import org.hepatica.benchmark.MutationFiles;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which mutations the benchmark of their reader works on. */
final class MutationTable {

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows of all files; default: ${DEFAULT-VALUE}")
  long rows = 1_000_000;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}")
  long seed = 1;

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      description =
          "Where files are made, once; default: data/benchmark. 100,000,000 rows take about 17 GB")
  Path folder = Launcher.ofRoot("data/benchmark");

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "Turns of reader and scan; default: ${DEFAULT-VALUE}")
  int repeat = 3;

  /** The files, there or not. */
  MutationFiles files(CommandLine commandLine) {
    if (rows < 1) {
      throw new ParameterException(commandLine, "--rows: at least 1 is needed, not " + rows);
    }
    if (repeat < 1) {
      throw new ParameterException(commandLine, "--repeat: at least 1 is needed, not " + repeat);
    }
    return new MutationFiles(rows, seed, folder.toAbsolutePath());
  }
}
