package org.hepatica.job;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.Amendment;
import org.hepatica.lake.Lake;
import org.hepatica.table.Counted;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;
import org.hepatica.transform.survival.CellChanges;
import org.hepatica.transform.survival.KeptCells;

/**
 * The counts that the analyses rest on, kept in {@code gold/cell}: subjects who changed since the
 * last analysis leave the cell where they were and enter the one where they are.
 */
final class MaintainedCounts {

  private final Run run;
  private final Optional<LakeChanges> changes;
  private final KeptCells kept;
  private final Tables notYetLookedAt;
  private final String said;

  private MaintainedCounts(
      Run run, Optional<LakeChanges> changes, KeptCells kept, Tables notYetLookedAt, String said) {
    this.run = run;
    this.changes = changes;
    this.kept = kept;
    this.notYetLookedAt = notYetLookedAt;
    this.said = said;
  }

  /** As the last analysis left them, if what changed since can be told; else none. */
  static MaintainedCounts of(Run run, Step analyze) {
    Lake lake = run.lake();
    Optional<LakeChanges> changes = SinceLast.of(run, analyze, LakeChanges.SUBJECTS, Counted.ALL);
    if (changes.isEmpty()) {
      return new MaintainedCounts(run, changes, KeptCells.none(), lake, "");
    }
    String centers = IngestStep.centersSql(run.plan());
    Dataset<Row> patients = changes.get().subjects(centers, run::settleOnce);
    LakeChanges.Sides sides = changes.get().ofSubjects(centers, run::settleOnce);
    return new MaintainedCounts(
        run,
        changes,
        KeptCells.of(lake, sides.then(), sides.now()),
        sides.now(),
        "; counts of %d changed subjects".formatted(patients.count()));
  }

  /** Whether tables are those of the last analysis. */
  boolean areAsThen(TableDefinition... tables) {
    return changes.isPresent()
        && Stream.of(tables)
            .allMatch(
                table -> {
                  OptionalLong then = changes.get().then().version(table);
                  return then.isPresent() && then.equals(changes.get().now().version(table));
                });
  }

  KeptCells kept() {
    return kept;
  }

  /** Subjects of whom the last analysis cannot say that their texts are levels. */
  Tables notYetLookedAt() {
    return notYetLookedAt;
  }

  /** What the night says of it. */
  String said() {
    return said;
  }

  /** Writes what changed of the counts, beside other tables. */
  void write(CellChanges changes, SideBySide writes) {
    Lake lake = run.lake();
    writes.add(() -> lake.overwrite(Counted.QUESTIONS, changes.questions()));
    if (changes.isNothing()) {
      return;
    }
    Dataset<Row> made = lake.rows(Counted.CELL, changes.come());
    Dataset<Row> come = changes.counted().map(made::unionByName).orElse(made);
    writes.add(
        () -> {
          if (changes.all()) {
            lake.overwrite(Counted.CELL, come);
          } else {
            Dataset<Row> gone = lake.rows(Counted.CELL, changes.gone());
            lake.amend(Amendment.of(Counted.CELL, Counted.CELL.key(), gone, come));
          }
        });
  }
}
