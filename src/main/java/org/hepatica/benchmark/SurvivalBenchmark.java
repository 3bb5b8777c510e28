package org.hepatica.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Measures tasks, each by each contender, each in a process of its own, one after the other.
 *
 * @param ours what runs on Spark
 * @param r R, when it is there
 * @param runs after the first one of a process
 * @param say told what begins and what was left out
 */
public record SurvivalBenchmark(
    Program ours, Optional<RProgram> r, Runs runs, Consumer<String> say) {

  /**
   * Measures.
   *
   * @param table made already, also for R when R is there and asked for
   * @throws ChildProcessException if a process on Spark failed; R's failure is said and left out
   * @throws IOException if what a process wrote cannot be read
   */
  public SurvivalResult of(SurvivalTable table, List<SurvivalTask> tasks, Set<Contender> contenders)
      throws IOException {
    List<Measured> all = new ArrayList<>();
    for (SurvivalTask task : tasks) {
      for (Contender contender : Contender.values()) {
        if (contenders.contains(contender) && contender.does(task)) {
          observed(table, task, contender)
              .ifPresent(seen -> all.add(new Measured(task, contender, seen)));
        }
      }
    }
    return new SurvivalResult(table, runs, r.map(RProgram::version), all);
  }

  private Optional<Observation> observed(
      SurvivalTable table, SurvivalTask task, Contender contender) throws IOException {
    String name = task.label() + " by " + contender.label();
    if (!contender.isR()) {
      say.accept(name);
      return Optional.of(ours.observe(table, task, contender, runs));
    }
    if (r.isEmpty()) {
      return Optional.empty();
    }
    say.accept(name);
    try {
      return Optional.of(r.get().observe(table, task, contender, runs));
    } catch (ChildProcessException e) { // for R a table may be too large
      say.accept(name + " is left out: " + e.getMessage());
      return Optional.empty();
    }
  }
}
