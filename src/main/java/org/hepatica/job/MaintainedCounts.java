package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.ChangeFeed;
import org.hepatica.lake.Lake;
import org.hepatica.table.Counted;
import org.hepatica.table.Gold;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;
import org.hepatica.transform.history.ChangedPatients;
import org.hepatica.transform.survival.CellChanges;
import org.hepatica.transform.survival.KeptCells;

/**
 * The counts that the analyses rest on, kept in {@code gold/cell}: subjects who changed since the
 * last analysis leave the cell where they were and enter the one where they are.
 */
final class MaintainedCounts {

  private static final List<TableDefinition> OF_SUBJECTS =
      List.of(Gold.SUBJECT, Gold.TIME_TO_EVENT);

  private final Run run;
  private final KeptCells kept;
  private final Tables notYetLookedAt;
  private final String said;

  private MaintainedCounts(Run run, KeptCells kept, Tables notYetLookedAt, String said) {
    this.run = run;
    this.kept = kept;
    this.notYetLookedAt = notYetLookedAt;
    this.said = said;
  }

  /** As the last analysis left them, if what changed since can be told; else none. */
  static MaintainedCounts of(Run run, Step analyze) {
    SinceLast since = SinceLast.of(run, analyze);
    if (!since.canBeFollowed(OF_SUBJECTS, Counted.ALL)) {
      return new MaintainedCounts(run, KeptCells.none(), run.lake(), "");
    }
    Lake lake = run.lake();
    Dataset<Row> patients =
        lake.settle(
            "changed-subjects",
            new ChangedPatients(ChangeFeed.CHANGE)
                .of(OF_SUBJECTS, table -> identified(since.changes(table))));
    Tables then = settled(lake, "then", ChangedPatients.only(since.then(), patients));
    Tables now = settled(lake, "now", ChangedPatients.only(lake, patients));
    return new MaintainedCounts(
        run,
        KeptCells.of(lake, then, now),
        now,
        "; counts of %d changed subjects".formatted(patients.count()));
  }

  /** With the patient under the registry's name. */
  private static Dataset<Row> identified(Dataset<Row> rows) {
    return rows.withColumnRenamed(Gold.USUBJID, Registry.PATIENT_ID);
  }

  private static Tables settled(Lake lake, String name, Tables tables) {
    Tables settled = tables;
    for (TableDefinition table : OF_SUBJECTS) {
      settled = settled.with(table, lake.settle(name + "-" + table.name(), tables.read(table)));
    }
    return settled;
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
            String[] key = Counted.CELL.key().toArray(String[]::new);
            Dataset<Row> gone =
                lake.rows(Counted.CELL, changes.gone())
                    .select(
                        List.of(key).stream()
                            .map(n -> col(n))
                            .toArray(org.apache.spark.sql.Column[]::new));
            lake.amend(Counted.CELL, gone, come, Counted.CELL.key());
          }
        });
  }
}
