package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.Amendment;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;
import org.hepatica.transform.cohort.Endpoints;
import org.hepatica.transform.history.ChangedPatients;

/** Subjects and endpoints of changed patients, in the place of what they were; the rest stays. */
final class FollowedGold {

  private static final double MOST = 0.5;
  private static final List<String> PATIENT = List.of(Registry.CENTER, Registry.PATIENT_ID);

  private final Run run;
  private final Study study;
  private final LakeChanges changes;
  private final Tables tables;
  private final Dataset<Row> patients;
  private final long changed;

  /**
   * Finds the changed patients; the gene's tables are up to date by now.
   *
   * @param tables of the run's centres, as they hold
   */
  FollowedGold(Run run, LakeChanges changes, Tables tables) {
    this.run = run;
    this.study = run.plan().study();
    this.changes = changes;
    this.tables = tables;
    patients = changes.patients(IngestStep.centersSql(run.plan()), run::settleOnce);
    changed = patients.count();
  }

  /** Whether most patients changed, so that it is less work to look at all. */
  boolean concernsMost() {
    return changed > MOST * changes.then().read(Gold.SUBJECT).count();
  }

  long changed() {
    return changed;
  }

  /** Writes them; nothing when nobody changed. */
  void write() {
    if (changed == 0) {
      return;
    }
    Tables own = ChangedPatients.only(tables, patients);
    Dataset<Row> subjects = run.lake().settle("followed-subjects", DeriveStep.subjects(run, own));
    Dataset<Row> endpoints = Endpoints.derive(tables.with(Gold.SUBJECT, subjects), study);
    SideBySide writes = new SideBySide();
    writes.add(() -> run.lake().amend(Amendment.of(Gold.SUBJECT, PATIENT, patients, subjects)));
    Dataset<Row> named =
        patients.select(col(Registry.CENTER), col(Registry.PATIENT_ID).as(Gold.USUBJID));
    writes.add(
        () ->
            run.lake()
                .amend(
                    Amendment.of(
                        Gold.TIME_TO_EVENT,
                        List.of(Registry.CENTER, Gold.USUBJID),
                        named,
                        endpoints)));
    writes.run();
    DeriveStep.writeFlow(run);
  }
}
