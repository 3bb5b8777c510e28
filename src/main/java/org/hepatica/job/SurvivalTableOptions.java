package org.hepatica.job;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hepatica.benchmark.SurvivalTable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which table the benchmark of survival works on, and on which Spark. */
final class SurvivalTableOptions {

  @Option(
      names = "--n",
      paramLabel = "N",
      description = "Subjects of the table; default: ${DEFAULT-VALUE}")
  long subjects = 1_000_000;

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}")
  long seed = 1;

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      description =
          "Where tables are made, once; default: data/benchmark. A table of 100,000,000 takes about 2 GB")
  Path folder = Launcher.ofRoot("data/benchmark");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "engine.master or engine.memory of this run, such as engine.memory=8g")
  Map<String, String> sets = new LinkedHashMap<>();

  /** The table, there or not. */
  SurvivalTable table(CommandLine commandLine) {
    if (subjects < 1) {
      throw new ParameterException(commandLine, "--n: at least 1 is needed, not " + subjects);
    }
    return new SurvivalTable(subjects, seed, folder);
  }

  /** Where Spark runs. */
  String master() {
    return sets.getOrDefault(TableOptions.MASTER, "local[*]");
  }
}
