package org.hepatica.job;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hepatica.benchmark.FolderTree;
import org.hepatica.benchmark.RefreshBenchmark;
import org.hepatica.benchmark.RefreshResult;
import org.hepatica.benchmark.RefreshScenario;
import org.hepatica.benchmark.RefreshSettings;
import org.hepatica.ml.show.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a night costs when little has changed, and what is left of one that was killed. */
@Command(
    name = "refresh",
    description =
        "Measures nights over synthetic patients: with nothing changed, with few changed as a full"
            + " snapshot and as changes alone; kills nights and holds what the next one leaves"
            + " against an undisturbed one.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Each night is a process of its own, as jobs/nightly runs it. Exit code 1 when",
      "tables are not those that they should be; a missed goal is told and no failure.",
      "",
      "Examples:",
      "  HEPATICA_MEMORY=8g jobs/benchmark refresh",
      "  jobs/benchmark refresh --patients 20000 --kills 10 --verify",
      "  jobs/benchmark refresh --scenarios unchanged,kills --format json --out nights.json"
    })
final class RefreshBenchmarkCommand implements Callable<Integer> {

  /** In the folder that is the benchmark's own, and may be deleted. */
  private static final String MARKER = ".hepatica-benchmark";

  @Option(
      names = "--scenarios",
      split = ",",
      paramLabel = "SCENARIO",
      converter = Labels.Scenarios.class,
      description = "unchanged, snapshot, changes, kills; default: all")
  Set<RefreshScenario> scenarios = EnumSet.allOf(RefreshScenario.class);

  @Option(
      names = "--patients",
      paramLabel = "N",
      description = "Patients of snapshot and changes; default: ${DEFAULT-VALUE}")
  long patients = 1_000_000;

  @Option(
      names = "--small",
      paramLabel = "N",
      description = "Patients of unchanged and kills; default: ${DEFAULT-VALUE}")
  long small = GenerateOptions.OF_THE_STUDY;

  @Option(
      names = "--share",
      paramLabel = "SHARE",
      description = "Of how many patients something changes, up to 0.5; default: ${DEFAULT-VALUE}")
  double share = 0.01;

  @Option(
      names = "--kills",
      paramLabel = "N",
      description = "Nights that are killed at random moments; default: ${DEFAULT-VALUE}")
  int kills = 100;

  @Option(
      names = "--in-a-row",
      paramLabel = "N",
      description =
          "So many nights of one lake are killed before one is run to its end;"
              + " default: ${DEFAULT-VALUE}")
  int inARow = 1;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "Nights of unchanged, of which the median counts; default: ${DEFAULT-VALUE}")
  int repeat = 3;

  @Option(
      names = "--verify",
      description =
          "After snapshot and changes, hold every table against that of a full night of both"
              + " deliveries; takes longer than all the rest")
  boolean verify;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of patients, changes and kills; default: ${DEFAULT-VALUE}")
  long seed = 1;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description = "Heap of each night, such as 8g; default: as the launcher gives it")
  String memory;

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      description =
          "Deliveries and lakes are made in its folder refresh, and deleted at the end; default:"
              + " data/benchmark. A million patients take about 15 GB")
  Path folder = Launcher.ofRoot("data/benchmark");

  @Option(names = "--keep", description = "Do not delete what lies there at the end")
  boolean keep;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One key of the nights' configuration, such as engine.master=local[2]")
  Map<String, String> sets = new LinkedHashMap<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), csv (nights alone) or json")
  Format format = Format.TEXT;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the result here, beside the table on standard output")
  Path out;

  /** Options of Java where no launcher gives any: in tests. */
  @Option(names = "--java-option", hidden = true)
  List<String> javaOptions = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    refuseWhatWouldFail();
    Progress progress = new Progress(spec.commandLine().getErr());
    BusyMachine.warn(progress);
    Path own = ownFolder();
    OwnNights nights =
        new OwnNights(
            seed, share, Optional.ofNullable(memory), sets, own.resolve("nights.log"), javaOptions);
    RefreshSettings settings =
        new RefreshSettings(scenarios, patients, small, repeat, kills, inARow, seed, verify, own);
    RefreshResult result = new RefreshBenchmark(nights, settings, progress::begin).run();
    if (!keep) {
      FolderTree.delete(own);
    }
    print(result);
    result.missed().forEach(words -> progress.say("hepatica: missed: " + words));
    result.problems().forEach(words -> progress.say("hepatica: not as it should be: " + words));
    return result.isTrustworthy() ? ExitCode.OK : ExitCode.FAILED;
  }

  private void refuseWhatWouldFail() {
    refuseBelowOne("--patients", patients);
    refuseBelowOne("--small", small);
    refuseBelowOne("--repeat", repeat);
    refuseBelowOne("--kills", kills);
    refuseBelowOne("--in-a-row", inARow);
    if (!(share > 0 && share <= 0.5)) {
      throw refusal("--share: above 0 and up to 0.5 is needed, not " + share);
    }
    if (memory != null && !memory.matches("[1-9][0-9]*[kKmMgG]")) {
      throw refusal("--memory: a size such as 8g or 2048m is needed, not " + memory);
    }
    OwnProgram.refuse(spec.commandLine(), out);
  }

  private void refuseBelowOne(String option, long value) {
    if (value < 1) {
      throw refusal("%s: at least 1 is needed, not %d".formatted(option, value));
    }
  }

  private ParameterException refusal(String words) {
    return new ParameterException(spec.commandLine(), words);
  }

  /** Empty, whatever an earlier run left; a folder that is not the benchmark's is not touched. */
  private Path ownFolder() throws IOException {
    Path own = folder.resolve("refresh");
    if (Files.exists(own) && !Files.exists(own.resolve(MARKER))) {
      throw refusal(
          "--data-dir: %s is there and not the benchmark's (no %s in it): name another folder"
              .formatted(own, MARKER));
    }
    FolderTree.delete(own);
    Files.createDirectories(own);
    Files.writeString(own.resolve(MARKER), "Made by jobs/benchmark refresh, which deletes it.\n");
    return own;
  }

  private void print(RefreshResult result) throws IOException {
    if (out != null) {
      Files.writeString(out, result.as(format));
    }
    PrintWriter writer = spec.commandLine().getOut();
    writer.print(result.as(out == null ? format : Format.TEXT));
    writer.flush();
  }
}
