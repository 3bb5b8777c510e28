package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.Amendment;
import org.hepatica.lake.ChangeFeed;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;
import org.hepatica.transform.cohort.Endpoints;
import org.hepatica.transform.history.ChangedPatients;

/** Subjects and endpoints of changed patients, in the place of what they were; the rest stays. */
final class FollowedGold {

  private static final double MOST = 0.5;
  private static final List<String> PATIENT = List.of(Registry.CENTER, Registry.PATIENT_ID);
  private static final List<String> SUBJECT = List.of(Registry.CENTER, Gold.USUBJID);

  private final Run run;
  private final Study study;
  private final LakeChanges changes;
  private final Dataset<Row> patients;
  private final long changed;

  /** Finds the changed patients; the gene's tables are up to date by now. */
  FollowedGold(Run run, LakeChanges changes) {
    this.run = run;
    this.study = run.plan().study();
    this.changes = changes;
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
    Tables near = DeriveStep.ofCenters(run.plan(), changes.around(patients).now());
    Tables own = ChangedPatients.only(near, patients);
    Map<String, OptionalLong> found = CloseTables.versions(run.lake(), LakeChanges.SUBJECTS);
    Dataset<Row> named =
        patients.select(col(Registry.CENTER), col(Registry.PATIENT_ID).as(Gold.USUBJID));
    SideBySide reads = new SideBySide();
    Supplier<Dataset<Row>> were = reads.find(() -> there(Gold.SUBJECT));
    Supplier<Dataset<Row>> ended = reads.find(() -> there(Gold.TIME_TO_EVENT));
    Supplier<Dataset<Row>> are =
        reads.find(() -> run.lake().settle("followed-subjects", DeriveStep.subjects(run, own)));
    reads.run();
    Dataset<Row> endpoints =
        run.lake()
            .settle(
                "followed-endpoints", Endpoints.derive(near.with(Gold.SUBJECT, are.get()), study));
    SideBySide writes = new SideBySide();
    amend(writes, Amendment.of(Gold.SUBJECT, PATIENT, patients, are.get()).knowing(were.get()));
    amend(writes, Amendment.of(Gold.TIME_TO_EVENT, SUBJECT, named, endpoints).knowing(ended.get()));
    writes.run();
    Tables was = tables(were.get(), ended.get());
    Tables is = tables(are.get(), endpoints);
    note(found, was, is);
    DeriveStep.writeFlow(run);
  }

  private Dataset<Row> there(TableDefinition table) {
    Tables rows = ChangedPatients.only(any -> run.lake().located(any), patients);
    return run.lake().settle("was-" + table.name(), rows.read(table));
  }

  private void amend(SideBySide writes, Amendment amendment) {
    writes.add(() -> run.lake().amend(amendment));
  }

  private static Tables tables(Dataset<Row> subjects, Dataset<Row> endpoints) {
    return table -> Tables.shaped(table.equals(Gold.SUBJECT) ? subjects : endpoints, table);
  }

  /** For the steps that follow. */
  private void note(Map<String, OptionalLong> found, Tables was, Tables is) {
    Dataset<Row> others =
        new ChangedPatients(ChangeFeed.CHANGE)
            .of(
                LakeChanges.SUBJECTS,
                table -> LakeChanges.identified(CloseTables.changes(was, is, table)));
    run.note(
        new CloseTables(
            LakeChanges.SUBJECTS,
            found,
            CloseTables.versions(run.lake(), LakeChanges.SUBJECTS),
            was,
            is,
            was,
            is,
            run.lake().settle("changed-gold", others),
            Optional.empty()));
  }
}
