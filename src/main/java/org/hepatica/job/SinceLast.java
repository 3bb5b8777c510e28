package org.hepatica.job;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.hepatica.lake.Lake;
import org.hepatica.table.TableDefinition;

/** When a step need look at what changed alone since it was last up to date. */
final class SinceLast {

  private SinceLast() {}

  /**
   * What changed since then; empty when it cannot be followed or is not worth it. If large tables
   * cannot be followed, the run's output says why.
   *
   * @param tables whose changes are to be told
   * @param made tables that the step made then, of which the rest stays
   */
  static Optional<LakeChanges> of(
      Run run, Step step, Collection<TableDefinition> tables, Collection<TableDefinition> made) {
    Optional<LakeChanges> changes = found(run, step, tables, made);
    Engine.shuffle(run.spark(), changes.isPresent());
    return changes;
  }

  private static Optional<LakeChanges> found(
      Run run, Step step, Collection<TableDefinition> tables, Collection<TableDefinition> made) {
    Lake now = run.lake();
    if (now.isBranch() || !now.isFollowed(tables)) {
      return Optional.empty();
    }
    Optional<String> manifest =
        new RunLog(now).lastManifest(step.name(), run.plan().study().name());
    Map<String, Long> versions = manifest.flatMap(Manifest::versions).orElse(Map.of());
    if (made.stream().anyMatch(table -> !versions.containsKey(table.fullName()))) {
      return Optional.empty();
    }
    LakeChanges changes = new LakeChanges(now.at(versions), now, run.closeTables());
    Optional<String> why =
        otherMaker(run.plan(), manifest.orElseThrow()).or(() -> changes.whyNot(tables));
    why.ifPresent(
        reason ->
            run.progress().say("  %s: all is looked at, as %s".formatted(step.name(), reason)));
    return why.isEmpty() ? Optional.of(changes) : Optional.empty();
  }

  /** Why what was made then is not what would be made of the same today. */
  private static Optional<String> otherMaker(RunPlan plan, String manifest) {
    if (plan.full()) {
      return Optional.of("asked for");
    }
    if (!Manifest.codeVersion(manifest).equals(CodeVersion.current())) {
      return Optional.of("the program changed");
    }
    boolean isSame = Manifest.configurationHash(manifest).equals(Manifest.configurationHash(plan));
    return isSame ? Optional.empty() : Optional.of("the configuration changed");
  }
}
