package org.hepatica.job;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hepatica.benchmark.Contender;
import org.hepatica.benchmark.Program;
import org.hepatica.benchmark.SurvivalTable;
import org.hepatica.benchmark.SurvivalTask;

/**
 * This program, started anew: the same Java, heap, options and classes as the process that starts
 * it, and so as the launcher's.
 */
final class OwnProgram implements Program {

  /** A process of its own writes no archive and is watched by nobody. */
  private static final List<String> NOT_INHERITED =
      List.of("-XX:ArchiveClassesAtExit", "-javaagent", "-agentlib", "-agentpath");

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
      SurvivalTable table, SurvivalTask task, Contender contender, int repeat, Path result) {
    List<String> command = command("survival-run", table);
    command.addAll(List.of("--task", task.label(), "--engine", contender.label()));
    command.addAll(List.of("--repeat", Integer.toString(repeat), "--result", result.toString()));
    return command;
  }

  private List<String> command(String what, SurvivalTable table) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> NOT_INHERITED.stream().noneMatch(argument::startsWith))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Hepatica.class.getName(), "benchmark", what));
    command.addAll(List.of("--n", Long.toString(table.subjects())));
    command.addAll(List.of("--seed", Long.toString(table.seed())));
    command.addAll(List.of("--data-dir", table.folder().toString()));
    command.addAll(List.of("--set", TableOptions.MASTER + "=" + master));
    return command;
  }
}
