package org.hepatica.job;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.hepatica.benchmark.PlainTable;
import org.hepatica.benchmark.SurvivalTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a table of the benchmark, in a process that is gone before anything is measured. */
@Command(
    name = "survival-table",
    hidden = true,
    description = "Makes the table of made-up subjects that the benchmark of survival works on.",
    mixinStandardHelpOptions = true)
final class SurvivalTableCommand implements Callable<Integer> {

  @Mixin private SurvivalTableOptions options;

  @Option(names = "--for-r", description = "Also as columns that R reads")
  boolean forR;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    SurvivalTable table = options.table(spec.commandLine());
    if (!table.hasParquet()) {
      table.writeParquet(Engine.start(options.master()));
    }
    if (forR && !PlainTable.of(table).exists()) {
      PlainTable.of(table).write();
    }
    return ExitCode.OK;
  }
}
