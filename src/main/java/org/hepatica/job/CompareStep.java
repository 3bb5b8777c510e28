package org.hepatica.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.lake.Lake;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.refresh.NightCounts;

/**
 * Holds the night against the last one that was compared: what changed, and who moved the results.
 *
 * <p>Its fingerprint is of this night's tables alone. A night that made none of them anew has
 * nothing to tell, and what the last one told stays; one that did has other versions.
 */
final class CompareStep implements Step {

  private final boolean afresh;

  CompareStep() {
    this(false);
  }

  /**
   * Of a night that may be held against none, as what it lacks must not be told.
   *
   * @param afresh whether it is compared as a first one
   */
  CompareStep(boolean afresh) {
    this.afresh = afresh;
  }

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String purpose() {
    return "holds patients, results and data quality against the night before";
  }

  @Override
  public boolean isIn(RunPlan plan) {
    return plan.changes().isPresent();
  }

  @Override
  public List<TableDefinition> reads(RunPlan plan) {
    List<TableDefinition> tables = new ArrayList<>(Registry.ALL);
    tables.addAll(List.of(Operational.RECONCILIATION, Operational.QUALITY));
    if (plan.study().gene().isPresent()) {
      tables.add(Genomic.GENE_STATUS);
    }
    tables.addAll(List.of(Gold.SUBJECT, Gold.TIME_TO_EVENT));
    tables.addAll(Comparison.results());
    return tables;
  }

  @Override
  public List<TableDefinition> writes(RunPlan plan) {
    return Refresh.ALL;
  }

  @Override
  public Map<String, String> fingerprints(Run run) {
    RunPlan plan = run.plan();
    return Map.of(
        plan.study().name(),
        Run.hash(
            run.versions(reads(plan)),
            Manifest.configurationHash(plan),
            plan.changes().orElseThrow().toString()));
  }

  @Override
  public String execute(Run run, Set<String> changed) {
    List<PastRun> past = ComparedRuns.of(run.lake(), run.plan());
    Optional<PastRun> last = ComparedRuns.last(past, run.plan());
    Comparison comparison =
        new Comparison(run.spark(), run.plan(), run.closeTables(), run::settleOnce);
    ComparedNight now = ComparedNight.of(run);
    Dataset<Row> earlier = ComparedRuns.trend(run.lake(), run.plan(), past, last);
    Optional<PastRun> told = last.filter(any -> !afresh);
    Changes changes =
        told.map(before -> comparison.between(ComparedNight.of(before, run.lake()), now, earlier))
            .orElseGet(() -> comparison.first(now, earlier));
    write(run.lake(), changes);
    lines(run.lake().small().read(Refresh.CHANGE), changes).forEach(run::alert);
    return told.map(before -> ChangesText.summary(before.id(), changes.counts()))
        .orElse(afresh ? "held against no night" : "the first night, nothing to compare it with");
  }

  private static void write(Lake lake, Changes changes) {
    SideBySide writes = new SideBySide();
    writes.add(() -> lake.overwrite(Refresh.CHANGE, changes.changes()));
    writes.add(() -> lake.overwrite(Refresh.COUNT, counts(changes.counts())));
    writes.add(() -> lake.overwrite(Refresh.ALERT, changes.raised()));
    writes.add(() -> lake.overwrite(Refresh.QUALITY_TREND, changes.trend()));
    writes.run();
  }

  private static List<Row> counts(Map<String, Double> counts) {
    return NightCounts.NAMES.stream()
        .filter(counts::containsKey)
        .map(name -> RowFactory.create(name, counts.get(name)))
        .toList();
  }

  /** What is said at the night's end: rules with their changes, then alerts. */
  static List<Run.Alert> lines(Dataset<Row> rows, Changes changes) {
    List<Run.Alert> lines = new ArrayList<>();
    if (changes.counts().getOrDefault(NightCounts.IMPLAUSIBLE, 0.0) > 0) {
      rows.where(col(Refresh.KIND).equalTo(Refresh.IMPLAUSIBLE))
          .groupBy(col(Operational.SEVERITY), col(Operational.RULE), col(Operational.MESSAGE))
          .agg(count(lit(1)))
          .orderBy(Operational.SEVERITY, Operational.RULE)
          .collectAsList()
          .forEach(
              row ->
                  lines.add(
                      alert(
                          row.getString(0),
                          "implausible, %s: %d; %s"
                              .formatted(row.getString(1), row.getLong(3), row.getString(2)))));
    }
    for (Row row : changes.raised()) {
      lines.add(
          alert(row.getString(1), "alert, %s: %s".formatted(row.getString(0), row.getString(2))));
    }
    return lines;
  }

  private static Run.Alert alert(String severity, String line) {
    boolean refuses = severity.equals(ChangeSet.REFUSE);
    return new Run.Alert(refuses, (refuses ? "refused: " : "warning: ") + line);
  }
}
