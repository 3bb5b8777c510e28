package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.quality.Reconciliation;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.Layer;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;
import org.hepatica.table.Valid;
import org.hepatica.transform.cohort.Courses;
import org.hepatica.transform.cohort.Eligibility;
import org.hepatica.transform.cohort.Endpoints;
import org.hepatica.transform.cohort.Subjects;
import org.hepatica.transform.genomics.GeneStatuses;
import org.hepatica.transform.risk.Profiles;

/** Silver to gold: gene status, subjects, cohort flow, endpoints. */
final class DeriveStep implements Step {

  @Override
  public String name() {
    return "derive";
  }

  @Override
  public String purpose() {
    return "derives gene status, index operation, covariates, score, cohort and endpoints";
  }

  @Override
  public List<TableDefinition> reads(RunPlan plan) {
    List<TableDefinition> tables = new ArrayList<>(Registry.ALL);
    if (plan.study().gene().isPresent()) {
      tables.add(Operational.RECORD);
    }
    return tables;
  }

  @Override
  public List<TableDefinition> writes(RunPlan plan) {
    List<TableDefinition> tables = new ArrayList<>();
    if (plan.study().gene().isPresent()) {
      tables.addAll(Genomic.ALL);
    }
    tables.addAll(List.of(Gold.SUBJECT, Gold.TIME_TO_EVENT, Gold.COHORT_FLOW));
    return tables;
  }

  @Override
  public Map<String, String> fingerprints(Run run) {
    RunPlan plan = run.plan();
    return Map.of(
        plan.study().name(), Run.hash(run.versions(reads(plan)), Manifest.configurationHash(plan)));
  }

  @Override
  public String execute(Run run, Set<String> changed) {
    Tables tables = ofCenters(run);
    RunPlan plan = run.plan();
    Optional<LakeChanges> changes = SinceLast.of(run, this, followed(plan), writes(plan));
    if (changes.isEmpty()) {
      whole(run, tables, plan.study().gene());
      return flow(run);
    }
    long patients = follow(run, changes.get(), tables);
    return flow(run) + "; %d changed".formatted(patients);
  }

  private List<TableDefinition> followed(RunPlan plan) {
    List<TableDefinition> tables = new ArrayList<>(reads(plan));
    plan.study().gene().ifPresent(gene -> tables.add(Genomic.GENE_STATUS));
    return tables;
  }

  /** What changed patients and tied samples make of gold; gives the number of the former. */
  private static long follow(Run run, LakeChanges changes, Tables tables) {
    Optional<Study.Gene> gene = run.plan().study().gene();
    gene.ifPresent(
        wanted -> {
          Tables then = joining(run.plan(), ofCenters(run.plan(), changes.then()), changes.then());
          Tables now = joining(run.plan(), tables, run.history());
          FollowedGene followed = new FollowedGene(run, changes, wanted, then, now);
          if (followed.concernsAll()) {
            gene(run, tables, wanted);
          } else if (!followed.isNothing()) {
            followed.write();
            Reconciliation.check(
                run.lake().small().read(Genomic.GENE_RECONCILIATION).collectAsList());
          }
        });
    FollowedGold followed = new FollowedGold(run, changes);
    if (followed.concernsMost()) {
      whole(run, tables, Optional.empty());
    } else {
      followed.write();
    }
    return followed.changed();
  }

  /**
   * Gold of all patients.
   *
   * @param gene the gene whose tables are to be made too
   */
  private static void whole(Run run, Tables tables, Optional<Study.Gene> gene) {
    SideBySide parts = new SideBySide();
    gene.ifPresent(wanted -> parts.add(() -> gene(run, tables, wanted)));
    Supplier<Dataset<Row>> course = parts.find(() -> course(run, tables));
    parts.run();
    run.lake()
        .overwrite(Gold.SUBJECT, subjects(tables.with(Gold.COURSE, course.get()), run.plan()));
    SideBySide writes = new SideBySide();
    writes.add(() -> writeEndpoints(run));
    writes.add(() -> writeFlow(run));
    writes.run();
  }

  private static void writeEndpoints(Run run) {
    run.lake().overwrite(Gold.TIME_TO_EVENT, Endpoints.derive(run.lake(), run.plan().study()));
  }

  /** Counts of all subjects, from one column of theirs. */
  static void writeFlow(Run run) {
    run.lake().overwrite(Gold.COHORT_FLOW, Eligibility.flow(run.lake(), run.plan().study()));
  }

  /** Rows of {@link Gold#SUBJECT}, of the patients whom tables hold. */
  static Dataset<Row> subjects(Run run, Tables tables) {
    return subjects(tables.with(Gold.COURSE, course(run, tables)), run.plan());
  }

  private static Dataset<Row> subjects(Tables withCourse, RunPlan plan) {
    Study study = plan.study();
    Tables withProfile = withCourse.with(Gold.PROFILE, Profiles.derive(withCourse, study));
    return Subjects.derive(withProfile, study);
  }

  /** Each patient's course, settled: it is long to plan, and of many columns. */
  private static Dataset<Row> course(Run run, Tables tables) {
    return run.lake().settle("course", Courses.derive(tables, run.plan().study()));
  }

  private static Tables ofCenters(Run run) {
    return ofCenters(run.plan(), run.lake(), run.holding());
  }

  /** Tables of a lake as they hold, those shared by all restricted to the centres of a run. */
  static Tables ofCenters(RunPlan plan, Tables lake) {
    return ofCenters(plan, lake, Valid.now(lake));
  }

  private static Tables ofCenters(RunPlan plan, Tables lake, Tables holding) {
    String centers = IngestStep.centersSql(plan);
    return table ->
        table.layer() == Layer.SILVER || table.layer() == Layer.BRONZE
            ? holding.read(table).where(centers)
            : lake.read(table);
  }

  /**
   * Tables of which those that join samples to patients have what earlier deliveries said, too.
   *
   * @param tables of the run's centres as they hold
   * @param history of which rows that hold no more are among the registry's
   */
  static Tables joining(RunPlan plan, Tables tables, Tables history) {
    String centers = IngestStep.centersSql(plan);
    return tables
        .with(Registry.SPECIMEN, history.read(Registry.SPECIMEN).where(centers))
        .with(Registry.CROSSWALK, history.read(Registry.CROSSWALK).where(centers));
  }

  private static void gene(Run run, Tables tables, Study.Gene gene) {
    GeneStatuses.Result result =
        GeneStatuses.run(
            tables.read(Operational.RECORD),
            joining(run.plan(), tables, run.history()),
            run.plan().centers(),
            gene,
            samples -> run.lake().settle("samples", samples));
    SideBySide writes = new SideBySide();
    writes.add(() -> run.lake().overwrite(Genomic.ASSAY, result.assays()));
    writes.add(() -> run.lake().overwrite(Genomic.ASSAY_CALL, result.calls()));
    writes.add(() -> run.lake().overwrite(Genomic.GENE_STATUS, result.statuses()));
    writes.add(() -> run.lake().overwrite(Genomic.GENE_EVIDENCE, result.evidence()));
    writes.add(() -> run.lake().overwrite(Genomic.GENE_QUARANTINE, result.quarantine()));
    writes.add(() -> run.lake().overwrite(Genomic.GENE_RECONCILIATION, result.reconciliation()));
    writes.run();
    Reconciliation.check(run.lake().small().read(Genomic.GENE_RECONCILIATION).collectAsList());
  }

  private static String flow(Run run) {
    List<Row> steps =
        run.lake().small().read(Gold.COHORT_FLOW).orderBy(col(Gold.STEP)).collectAsList();
    if (steps.isEmpty()) {
      return "no eligibility rules";
    }
    long in = steps.get(0).<Long>getAs(Gold.N_IN);
    long out = steps.get(steps.size() - 1).<Long>getAs(Gold.N_OUT);
    return in + " patients, " + out + " analysed";
  }
}
