package org.hepatica.job;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hepatica.source.DeliveredFile;
import org.hepatica.table.TableDefinition;

/** A part of a night: reads tables, writes tables, and is skipped when nothing it reads changed. */
interface Step {

  /** Its name, as the command that runs it alone. */
  String name();

  /** What it does, in a line. */
  String purpose();

  /** Tables that it reads. */
  List<TableDefinition> reads(RunPlan plan);

  /** Tables that it writes. */
  List<TableDefinition> writes(RunPlan plan);

  /** Whether a run has it at all. */
  default boolean isIn(RunPlan plan) {
    return true;
  }

  /** What it reads beside tables, a line each. */
  default List<String> sources(RunPlan plan) {
    return List.of();
  }

  /** The delivered files that it reads; known when its fingerprints are. */
  default List<DeliveredFile> delivered() {
    return List.of();
  }

  /** Refuses what can be refused before Spark starts. */
  default void refuse(RunPlan plan) {}

  /**
   * By scope (a centre or a study), a text that is the same when the step would do the same there.
   */
  Map<String, String> fingerprints(Run run);

  /**
   * Does it, and says in a few words what came of it.
   *
   * @param changed the scopes whose fingerprints changed
   */
  String execute(Run run, Set<String> changed);

  /** Whether what it leaves outside of the lake is there. */
  default boolean outputsPresent(Run run) {
    return true;
  }
}
