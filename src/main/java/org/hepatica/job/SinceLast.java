package org.hepatica.job;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.ChangeFeed;
import org.hepatica.lake.Lake;
import org.hepatica.table.TableDefinition;

/**
 * What changed since a step was last up to date, and whether it can be told: then the step need
 * look at what changed alone.
 */
final class SinceLast {

  private final Run run;
  private final Step step;
  private final Optional<String> manifest;
  private final Map<String, Long> versions;

  private SinceLast(Run run, Step step, Optional<String> manifest) {
    this.run = run;
    this.step = step;
    this.manifest = manifest;
    this.versions = manifest.flatMap(Manifest::versions).orElse(Map.of());
  }

  /** Of a run's lake, as the step finds it. */
  static SinceLast of(Run run, Step step) {
    boolean isBeside = run.lake().isBranch();
    return new SinceLast(
        run,
        step,
        isBeside
            ? Optional.empty()
            : new RunLog(run.lake()).lastManifest(step.name(), run.plan().study().name()));
  }

  /**
   * Whether changes can be followed, and are worth it; if large tables cannot, the run's output
   * says why.
   *
   * @param tables whose changes are to be told
   * @param made tables that the step made then, of which the rest stays
   */
  boolean canBeFollowed(Collection<TableDefinition> tables, Collection<TableDefinition> made) {
    boolean isFirst = made.stream().anyMatch(table -> !versions.containsKey(name(table)));
    if (isFirst || !run.lake().isFollowed(tables)) {
      return false;
    }
    Optional<String> why = whyNot(tables);
    why.ifPresent(
        reason ->
            run.progress().say("  %s: all is looked at, as %s".formatted(step.name(), reason)));
    return why.isEmpty();
  }

  private Optional<String> whyNot(Collection<TableDefinition> tables) {
    if (run.plan().full()) {
      return Optional.of("asked for");
    }
    if (!Manifest.codeVersion(manifest.orElseThrow()).equals(CodeVersion.current())) {
      return Optional.of("the program changed");
    }
    if (!Manifest.configurationHash(manifest.get())
        .equals(Manifest.configurationHash(run.plan()))) {
      return Optional.of("the configuration changed");
    }
    for (TableDefinition table : tables) {
      Optional<String> why = feed(table).flatMap(ChangeFeed::whyNot);
      if (why.isPresent()) {
        return Optional.of("of " + name(table) + " " + why.get());
      }
    }
    return Optional.empty();
  }

  private static String name(TableDefinition table) {
    return table.fullName();
  }

  private Optional<ChangeFeed> feed(TableDefinition table) {
    return Optional.ofNullable(versions.get(name(table)))
        .map(since -> run.lake().changes(table, since));
  }

  /** Rows that came and rows that went, as {@link ChangeFeed#rows}; all of a table new since. */
  Dataset<Row> changes(TableDefinition table) {
    return feed(table)
        .map(ChangeFeed::rows)
        .orElseGet(
            () ->
                run.lake()
                    .read(table)
                    .withColumn(ChangeFeed.CHANGE, org.apache.spark.sql.functions.lit(1)));
  }

  /** The lake as it was then. */
  Lake then() {
    return run.lake().at(versions);
  }
}
