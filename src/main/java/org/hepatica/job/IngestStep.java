package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.quality.Reconciliation;
import org.hepatica.source.Arrivals;
import org.hepatica.source.DeliveredFile;
import org.hepatica.source.Glance;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/** Deliveries to bronze records, bronze records to silver registry tables. */
final class IngestStep implements Step {

  private static final String DELIVERIES = " deliveries";
  private static final String MAPPING = " mapping";
  private static final String REFUSED = " refused";

  private final Withdrawal withdrawal;
  private final CutFolders cut;

  private Glance earlier;
  private DeliveryLedger ledger;
  private Map<String, Arrivals> found;

  IngestStep() {
    this(null, null);
  }

  /** With a delivery that is to be withdrawn; null for none. */
  IngestStep(Withdrawal withdrawal) {
    this(withdrawal, null);
  }

  /** After persons were cut out of landing. */
  IngestStep(CutFolders cut) {
    this(null, cut);
  }

  private IngestStep(Withdrawal withdrawal, CutFolders cut) {
    this.withdrawal = withdrawal;
    this.cut = cut;
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public String purpose() {
    return "takes each centre's deliveries in the order of their dates, holds them against the quality rules;"
        + " quarantines what cannot be used, with reasons";
  }

  @Override
  public List<TableDefinition> reads(RunPlan plan) {
    return List.of();
  }

  @Override
  public List<String> sources(RunPlan plan) {
    return plan.centers().values().stream().map(Deliveries::exports).toList();
  }

  @Override
  public List<DeliveredFile> delivered() {
    return found.values().stream()
        .flatMap(each -> each.taken().stream())
        .flatMap(each -> each.files().stream())
        .toList();
  }

  @Override
  public List<TableDefinition> writes(RunPlan plan) {
    List<TableDefinition> tables =
        new ArrayList<>(
            List.of(Operational.RECORD, Operational.DELIVERY_FILE, Operational.DELIVERIES));
    tables.addAll(Registry.ALL);
    tables.add(Operational.QUARANTINE);
    tables.add(Operational.RECONCILIATION);
    tables.add(Operational.EXTENT);
    tables.add(Operational.QUALITY);
    return tables;
  }

  @Override
  public void refuse(RunPlan plan) {
    Deliveries.refuseMissingFolder(plan);
    earlier = Glance.at(plan.installation().landing());
  }

  @Override
  public Map<String, String> fingerprints(Run run) {
    ledger = DeliveryLedger.of(run.lake().small()).without(withdrawal);
    found = Deliveries.find(run, earlier, ledger, cut);
    long bytes = delivered().stream().mapToLong(DeliveredFile::bytes).sum();
    Engine.sizeFor(
        run.spark(),
        run.plan().installation(),
        Math.max(bytes, run.lake().bytes(Operational.RECORD)));
    Map<String, String> fingerprints = new LinkedHashMap<>();
    String rules = run.plan().rules().toString();
    for (Center center : run.plan().centers().values()) {
      Arrivals own = found.get(center.name());
      CenterDeliveries after = new CenterDeliveries(ledger.of(center.name()), own);
      String content = Run.hash(after.content(), center.toString(), rules);
      if (own.isRefused() && own.taken().isEmpty()) {
        run.refuse(center.name(), own.problems());
      } else if (isRefusedAgain(run, center.name(), content)) {
        List<String> problems = ledger.problems(center.name(), own.taken());
        found.put(center.name(), own.refusedFor(problems));
        run.refuse(center.name(), problems);
        fingerprints.put(refused(center.name()), content);
      } else {
        fingerprints.put(center.name(), content);
        fingerprints.put(center.name() + MAPPING, Run.hash(center.toString(), rules));
      }
      fingerprints.put(center.name() + DELIVERIES, after.states());
    }
    return fingerprints;
  }

  /**
   * Whether a centre was refused for the same content, by the same conf and program: it is not
   * looked at again unless somebody says that it is to be.
   */
  private boolean isRefusedAgain(Run run, String center, String content) {
    return content.equals(run.last(name(), refused(center)))
        && !run.plan().acceptsShrink(center)
        && !run.plan().full();
  }

  /** The scope that says for which content a centre was refused. */
  static String refused(String center) {
    return center + REFUSED;
  }

  /** Whether a scope says that silver has of a centre what it is to have. */
  static boolean concerns(String scope, String center) {
    return scope.equals(center) || scope.equals(center + MAPPING);
  }

  @Override
  public String execute(Run run, Set<String> changed) {
    List<Center> centers =
        run.plan().centers().values().stream()
            .filter(center -> changed.contains(center.name()))
            .toList();
    long keptOut = 0;
    if (!centers.isEmpty()) {
      run.plan().refuseMappings();
      Set<String> reread =
          centers.stream()
              .map(Center::name)
              .filter(name -> changed.contains(name + MAPPING))
              .collect(Collectors.toSet());
      keptOut = new Intake(run, centers, found, ledger, reread, cut).take();
    }
    found.values().stream()
        .filter(each -> each.isRefused() && !run.refusals().containsKey(each.center()))
        .forEach(each -> run.refuse(each.center(), each.problems()));
    ledger.write(run, found.values());
    return reconciled(run) + keptOut(keptOut) + failing(run);
  }

  /** SQL of the rows of this run's centres. */
  static String centersSql(RunPlan plan) {
    return centersSql(plan.centers().keySet());
  }

  /** SQL of the rows of some centres. */
  static String centersSql(Set<String> centers) {
    return centers.stream()
        .map(center -> "'" + center + "'")
        .collect(Collectors.joining(", ", "center in (", ")"));
  }

  private static String reconciled(Run run) {
    Dataset<Row> counts =
        run.lake().small().read(Operational.RECONCILIATION).where(centersSql(run.plan()));
    List<Row> rows = counts.select(col("*")).collectAsList();
    Reconciliation.check(rows);
    return "%d records = %d accepted + %d quarantined + %d duplicates"
        .formatted(
            sum(rows, Operational.RECORDS),
            sum(rows, Operational.ACCEPTED),
            sum(rows, Operational.QUARANTINED),
            sum(rows, Operational.DUPLICATES));
  }

  private static String keptOut(long records) {
    return records == 0
        ? ""
        : "; beside them %d of erased persons were kept out".formatted(records);
  }

  /** How many of the study's quality rules fail; nothing when none does. */
  private static String failing(Run run) {
    if (run.plan().rules().isEmpty()) {
      return "";
    }
    long failing =
        run.lake()
            .small()
            .read(Operational.QUALITY)
            .where(centersSql(run.plan()))
            .where(col(Operational.FAILING).gt(0))
            .select(col(Operational.RULE))
            .distinct()
            .count();
    int all = run.plan().rules().rules().size();
    return failing == 0 ? "" : "; %d of %d quality rules fail".formatted(failing, all);
  }

  private static long sum(List<Row> rows, String column) {
    return rows.stream().mapToLong(row -> row.<Long>getAs(column)).sum();
  }
}
