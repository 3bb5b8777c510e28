package org.hepatica.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hepatica.benchmark.ChildProcess;
import org.hepatica.benchmark.MutationFiles;
import org.hepatica.benchmark.MutationScan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The reader of mutations beside a bare scan of the same bytes. */
@Command(
    name = "maf",
    description =
        "Measures how fast mutations (MAF) are read beside Spark's bare scan of the same bytes, in a"
            + " process with a small heap.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code 1 when a row is unaccounted for, or the heap is too small.",
      "",
      "Example:",
      "  jobs/benchmark maf --rows 100000000 --heap 2g"
    })
final class MafBenchmarkCommand implements Callable<Integer> {

  @Mixin private MutationTable table;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      description = "Of the process that reads, such as 2g; default: ${DEFAULT-VALUE}")
  String heap = "2g";

  @Option(names = "--out", paramLabel = "FILE", description = "Write the result there, as JSON")
  Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!heap.matches("[1-9][0-9]*[mg]")) {
      throw new ParameterException(spec.commandLine(), "--heap: write such as 2g or 512m");
    }
    OwnProgram.refuse(spec.commandLine(), out);
    Progress progress = new Progress(spec.commandLine().getErr());
    BusyMachine.warn(progress);
    MutationFiles files = table.files(spec.commandLine());
    if (!files.exist()) {
      progress.begin("making %,d rows under %s".formatted(files.rows(), files.folder()));
      files.make();
    }
    progress.begin("reading %,d rows, and scanning them, by turns".formatted(files.rows()));
    MutationScan scan = measured(files);
    Progress result = new Progress(spec.commandLine().getOut());
    scan.text().lines().forEach(result::say);
    if (!scan.accountsFor(files)) {
      progress.say("hepatica: rows are unaccounted for: %d are KRAS's".formatted(files.ofKras()));
      return ExitCode.FAILED;
    }
    return ExitCode.OK;
  }

  private MutationScan measured(MutationFiles files) throws IOException {
    Path result = Files.createTempFile("hepatica-benchmark", ".json");
    try {
      List<String> command = new ArrayList<>();
      for (String argument : OwnProgram.start()) {
        if (!argument.startsWith("-Xmx") && !argument.startsWith("-Xm")) {
          command.add(argument);
        }
      }
      command.add(1, "-Xmx" + heap);
      command.addAll(List.of("benchmark", "maf-run", "--rows", Long.toString(files.rows())));
      command.addAll(List.of("--seed", Long.toString(files.seed())));
      command.addAll(List.of("--data-dir", files.parent().toString()));
      command.addAll(List.of("--repeat", Integer.toString(table.repeat)));
      command.addAll(List.of("--result", result.toString()));
      ChildProcess.run(command);
      MutationScan scan = MutationScan.read(result);
      if (out != null) {
        scan.write(out);
      }
      return scan;
    } finally {
      Files.deleteIfExists(result);
    }
  }
}
