package org.hepatica.job;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hepatica.benchmark.ChildProcess;
import org.hepatica.benchmark.Contender;
import org.hepatica.benchmark.PlainTable;
import org.hepatica.benchmark.RProgram;
import org.hepatica.benchmark.Runs;
import org.hepatica.benchmark.SurvivalBenchmark;
import org.hepatica.benchmark.SurvivalResult;
import org.hepatica.benchmark.SurvivalTable;
import org.hepatica.benchmark.SurvivalTask;
import org.hepatica.ml.show.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Survival analysis: ours, R's and a bare scan, on one table in one go. */
@Command(
    name = "survival",
    description =
        "Measures survival curves, the log-rank test and Cox models on a made-up table against R"
            + " and against Spark's bare scan of the same columns.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Each task and engine is measured in a process of its own. R is used when it",
      "is there. Exit code 1 when its figures and ours differ by more than 1e-8.",
      "",
      "Examples:",
      "  jobs/benchmark survival --n 1000000",
      "  jobs/benchmark survival --n 10000000 --format json --out speed.json",
      "  jobs/benchmark survival --n 100000000 --engines hepatica,scan"
    })
final class SurvivalBenchmarkCommand implements Callable<Integer> {

  private static final double LONGEST_WARM_UP = 3600;

  @Mixin private SurvivalTableOptions options;

  @Option(
      names = "--tasks",
      split = ",",
      paramLabel = "TASK",
      converter = Labels.Tasks.class,
      description = "km, logrank, cox5, cox7, cox7-strata; default: all")
  List<SurvivalTask> tasks = List.of(SurvivalTask.values());

  @Option(
      names = "--engines",
      split = ",",
      paramLabel = "ENGINE",
      converter = Labels.Contenders.class,
      description =
          "hepatica, hepatica-bare (without the concordance), r-typed, r-bare (survfitKM,"
              + " coxph.fit), scan; default: all")
  Set<Contender> engines = EnumSet.allOf(Contender.class);

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      description =
          "Runs between the first one of a Java process and those measured last so long at"
              + " least: it compiles meanwhile; default: ${DEFAULT-VALUE}")
  double warmUp = 12;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "Runs of a process that are measured after these; default: ${DEFAULT-VALUE}")
  int repeat = 3;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default; with ratios), csv or json")
  Format format = Format.TEXT;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the result here instead of on standard output")
  Path out;

  /** The program that is R; another name in tests. */
  @Option(names = "--rscript", hidden = true)
  String rscript = "Rscript";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    refuseWhatWouldFail();
    Progress progress = new Progress(spec.commandLine().getErr());
    BusyMachine.warn(progress);
    SurvivalResult result = measured(progress);
    print(result.as(format));
    if (format != Format.TEXT) {
      result.remarks().forEach(words -> progress.say("hepatica: " + words));
    }
    result.disagreements().forEach(words -> progress.say("hepatica: not the same: " + words));
    return result.isTrustworthy() ? ExitCode.OK : ExitCode.FAILED;
  }

  /** Before the measurements rather than after them. */
  private void refuseWhatWouldFail() {
    if (repeat < 0) {
      throw refusal("--repeat: 0 or more is needed, not " + repeat);
    }
    if (!(warmUp >= 0 && warmUp <= LONGEST_WARM_UP)) {
      throw refusal("--warm-up: seconds from 0 to 3600 are needed, not " + warmUp);
    }
    OwnProgram.refuse(spec.commandLine(), out);
  }

  private ParameterException refusal(String words) {
    return new ParameterException(spec.commandLine(), words);
  }

  private SurvivalResult measured(Progress progress) throws IOException {
    SurvivalTable table = options.table(spec.commandLine());
    OwnProgram own = new OwnProgram(options.master());
    Optional<RProgram> r = foundR(progress);
    if (!table.hasParquet() || r.isPresent() && !PlainTable.of(table).exists()) {
      progress.begin("making a table of " + table.subjects() + " subjects under " + table.folder());
      ChildProcess.run(own.making(table, r.isPresent()));
    }
    if (own.needsArchive(table) && engines.stream().anyMatch(engine -> !engine.isR())) {
      progress.begin("an archive of classes, once");
      own.leaveArchive(table);
    }
    Runs runs = new Runs(warmUp, repeat);
    return new SurvivalBenchmark(own, r, runs, progress::begin).of(table, tasks, engines);
  }

  private Optional<RProgram> foundR(Progress progress) {
    if (engines.stream().noneMatch(Contender::isR)) {
      return Optional.empty();
    }
    Optional<RProgram> r = RProgram.find(rscript);
    if (r.isEmpty()) {
      progress.say(
          "hepatica: R is left out: there is no Rscript with the survival package on the path");
    }
    return r;
  }

  private void print(String text) throws IOException {
    if (out != null) {
      Files.writeString(out, text);
      return;
    }
    PrintWriter writer = spec.commandLine().getOut();
    writer.print(text);
    writer.flush();
  }
}
