package org.hepatica.job;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.hepatica.benchmark.ChildProcess;
import org.hepatica.benchmark.Contender;
import org.hepatica.benchmark.Program;
import org.hepatica.benchmark.Runs;
import org.hepatica.benchmark.SurvivalTable;
import org.hepatica.benchmark.SurvivalTask;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * This program, started anew: the same Java, heap, options and classes as the process that starts
 * it, and so as the launcher's.
 */
final class OwnProgram implements Program {

  private static final String SHARED = "-XX:SharedArchiveFile=";

  /** A process of its own writes no archive, is watched by nobody and has the archive there is. */
  private static final List<String> NOT_INHERITED =
      List.of("-XX:ArchiveClassesAtExit", SHARED, "-javaagent", "-agentlib", "-agentpath");

  private static final long WORTH_AN_ARCHIVE = 1_000_000;

  private final String master;

  OwnProgram(String master) {
    this.master = master;
  }

  /** The command that makes a table. */
  List<String> making(SurvivalTable table, boolean forR) {
    List<String> command = command("survival-table", table);
    if (forR) {
      command.add("--for-r");
    }
    return command;
  }

  @Override
  public List<String> command(
      SurvivalTable table, SurvivalTask task, Contender contender, Runs runs, Path result) {
    List<String> command = command("survival-run", table);
    command.addAll(List.of("--task", task.label(), "--engine", contender.label()));
    command.addAll(List.of("--warm-up", Double.toString(runs.warmUp())));
    command.addAll(List.of("--repeat", Integer.toString(runs.repeat())));
    command.addAll(List.of("--result", result.toString()));
    return command;
  }

  /**
   * Whether the archive of classes that survival commands start from, and so the processes of the
   * benchmark, is still to be made; never of a table so small that half of the engine has no work.
   */
  boolean needsArchive(SurvivalTable table) {
    return table.subjects() >= WORTH_AN_ARCHIVE
        && Launcher.archive().isPresent()
        && !Files.exists(Launcher.archive().get());
  }

  /** Makes it, of a run like those that are measured. */
  void leaveArchive(SurvivalTable table) throws IOException {
    Path archive = Launcher.archive().orElseThrow();
    Path unfinished =
        archive.resolveSibling(archive.getFileName() + "." + ProcessHandle.current().pid());
    Path result = Files.createTempFile("hepatica-benchmark", ".json");
    try {
      List<String> command =
          command(table, SurvivalTask.COX7_STRATA, Contender.HEPATICA, new Runs(0, 0), result);
      command.add(1, "-XX:ArchiveClassesAtExit=" + unfinished);
      ChildProcess.run(command);
      Files.move(unfinished, archive, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
      Files.deleteIfExists(result);
    }
  }

  /**
   * Refuses measurements that could not be made here, or not be written down.
   *
   * @param out the file of the result; null for none
   */
  static void refuse(CommandLine command, Path out) {
    if (Launcher.submittedTo().isPresent()) {
      throw new ParameterException(
          command, "the benchmark starts its own processes: run it without --master");
    }
    if (out != null
        && (Files.isDirectory(out) || !Files.isDirectory(out.toAbsolutePath().getParent()))) {
      throw new ParameterException(
          command, "--out: %s is a folder, or lies in none".formatted(out));
    }
  }

  /** Java, its options and the program, whose arguments follow. */
  static List<String> start() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Launcher.archive().filter(Files::exists).ifPresent(archive -> command.add(SHARED + archive));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> NOT_INHERITED.stream().noneMatch(argument::startsWith))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Hepatica.class.getName());
    return command;
  }

  private List<String> command(String what, SurvivalTable table) {
    List<String> command = start();
    command.addAll(List.of("benchmark", what));
    command.addAll(List.of("--n", Long.toString(table.subjects())));
    command.addAll(List.of("--seed", Long.toString(table.seed())));
    command.addAll(List.of("--data-dir", table.folder().toString()));
    command.addAll(List.of("--set", TableOptions.MASTER + "=" + master));
    return command;
  }
}
