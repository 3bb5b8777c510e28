package org.hepatica.job;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hepatica.lake.Sweep;
import org.hepatica.table.TableDefinition;

/**
 * Which past runs must be readable after maintenance, and which need not: those that are kept,
 * those of the time that is retained, and the last good one of every study are spared.
 */
final class SparedRuns {

  /** A run with the version of every table as it left them. */
  private record Left(PastRun run, Map<String, Long> versions) {}

  private final List<Left> spared;
  private final List<Left> others;

  /**
   * Of all runs of a lake.
   *
   * @param runs of all studies, newest first
   * @param since runs that ended since then are spared
   */
  SparedRuns(List<PastRun> runs, Instant since) {
    Set<String> studies = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (PastRun run : runs) {
      boolean isLast = run.isGood() && studies.add(run.study());
      if (run.kept() || isLast || !run.ended().isBefore(since)) {
        ids.add(run.id());
      }
    }
    List<Left> left = runs.stream().flatMap(run -> left(run).stream()).toList();
    spared = left.stream().filter(each -> ids.contains(each.run.id())).toList();
    others = left.stream().filter(each -> !ids.contains(each.run.id())).toList();
  }

  private static Optional<Left> left(PastRun run) {
    return run.isGood() && !run.lost()
        ? Manifest.versions(run.manifest()).map(versions -> new Left(run, versions))
        : Optional.empty();
  }

  /** The versions of a table that must be readable. */
  Set<Long> versions(TableDefinition table, String study) {
    return versions(spared, table, study);
  }

  /** Its versions that only runs which are not spared left. */
  Set<Long> others(TableDefinition table, String study) {
    Set<Long> versions = versions(others, table, study);
    versions.removeAll(versions(table, study));
    return versions;
  }

  private static Set<Long> versions(List<Left> runs, TableDefinition table, String study) {
    Set<Long> versions = new HashSet<>();
    for (Left each : runs) {
      Long version = each.versions.get(table.fullName());
      if (version != null && isOf(each, table, study)) {
        versions.add(version);
      }
    }
    return versions;
  }

  private static boolean isOf(Left run, TableDefinition table, String study) {
    return !table.layer().ofStudy() || run.run.study().equals(study);
  }

  /** The runs that cannot be re-created without what is swept of a study's and shared tables. */
  Set<String> lost(List<Sweep> sweeps, String study) {
    Set<String> lost = new TreeSet<>();
    for (Left each : others) {
      for (Sweep sweep : sweeps) {
        Long version = each.versions.get(sweep.table().fullName());
        boolean has = version != null && isOf(each, sweep.table(), study);
        if (has && sweep.lost().contains(version)) {
          lost.add(each.run.id());
        }
      }
    }
    return lost;
  }
}
