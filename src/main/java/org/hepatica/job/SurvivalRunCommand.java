package org.hepatica.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.hepatica.benchmark.Contender;
import org.hepatica.benchmark.SparkRuns;
import org.hepatica.benchmark.SurvivalTable;
import org.hepatica.benchmark.SurvivalTask;
import org.hepatica.ml.file.DataFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures one task by one engine in this process and writes what it saw. */
@Command(
    name = "survival-run",
    hidden = true,
    description = "Measures one task of the benchmark of survival in this process.",
    mixinStandardHelpOptions = true)
final class SurvivalRunCommand implements Callable<Integer> {

  @Mixin private SurvivalTableOptions options;

  @Option(names = "--task", required = true, converter = Labels.Tasks.class)
  SurvivalTask task;

  @Option(names = "--engine", required = true, converter = Labels.Contenders.class)
  Contender contender;

  @Option(names = "--warm-up", required = true)
  double warmUp;

  @Option(names = "--repeat", required = true)
  int repeat;

  @Option(names = "--result", required = true)
  Path result;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    SurvivalTable table = options.table(spec.commandLine());
    SparkSession spark = Engine.start(options.master());
    if (contender != Contender.SCAN) { // a bare scan is Spark's as Spark comes
      Engine.sizeFor(spark, DataFile.of(table.parquet()));
    }
    SparkRuns.of(spark, task, contender, table.parquet()).measure(warmUp, repeat).write(result);
    return ExitCode.OK;
  }
}
