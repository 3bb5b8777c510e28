package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.protocol.Center;
import org.hepatica.quality.Reconciliation;
import org.hepatica.source.DeliveredFile;
import org.hepatica.source.IdentifierKey;
import org.hepatica.source.Landing;
import org.hepatica.source.Records;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.ingest.RegistryIngest;

/** Deliveries to bronze records, bronze records to silver registry tables. */
final class IngestStep implements Step {

  private static final String[] BRONZE_LAYOUT = {
    Registry.CENTER, Registry.DELIVERY, Operational.EXPORT
  };

  private Landing.Listing listing;

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public String purpose() {
    return "takes each centre's newest deliveries, holds them against the quality rules;"
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
    return listing.files();
  }

  @Override
  public List<TableDefinition> writes(RunPlan plan) {
    List<TableDefinition> tables =
        new ArrayList<>(List.of(Operational.RECORD, Operational.DELIVERY_FILE));
    tables.addAll(Registry.ALL);
    tables.add(Operational.QUARANTINE);
    tables.add(Operational.RECONCILIATION);
    tables.add(Operational.QUALITY);
    return tables;
  }

  @Override
  public void refuse(RunPlan plan) {
    Deliveries.refuseMissingFolder(plan);
  }

  @Override
  public Map<String, String> fingerprints(Run run) {
    listing = Deliveries.list(run);
    Deliveries.warnOfUnmatched(listing, run.progress());
    long bytes = listing.files().stream().mapToLong(DeliveredFile::bytes).sum();
    Engine.sizeFor(run.spark(), run.plan().installation(), bytes);
    Map<String, String> fingerprints = new LinkedHashMap<>();
    String rules = run.plan().rules().toString();
    for (Center center : run.plan().centers().values()) {
      String files =
          listing.files().stream()
              .filter(file -> file.center().equals(center.name()))
              .map(file -> file.export() + "|" + file.name() + "|" + file.sha256())
              .sorted()
              .collect(Collectors.joining("\n"));
      fingerprints.put(center.name(), Run.hash(files, center.toString(), rules));
    }
    return fingerprints;
  }

  @Override
  public String execute(Run run) {
    List<Center> centers = List.copyOf(run.plan().centers().values());
    run.plan().refuseMappings();
    IdentifierKey key = LakeKey.load(run);
    Dataset<Row> delivered = Records.read(run.spark(), centers, listing.files(), key);
    String parts = parts();
    SideBySide bronze = new SideBySide();
    bronze.add(() -> run.lake().replace(Operational.RECORD, delivered, parts, BRONZE_LAYOUT));
    bronze.add(
        () -> run.lake().replace(Operational.DELIVERY_FILE, files(run), parts, BRONZE_LAYOUT));
    bronze.run();
    Dataset<Row> records = run.lake().read(Operational.RECORD).where(parts);
    RegistryIngest.Result result =
        RegistryIngest.run(
            records,
            run.plan().centers(),
            run.plan().rules(),
            judged -> run.lake().settle("judged", judged, Operational.TABLE));
    writeSilver(run, result);
    run.lake().clearStaging();
    return reconciled(run) + failing(run);
  }

  /** SQL of the parts of bronze that this run takes: centre, delivery and export of each file. */
  private String parts() {
    return listing.files().stream()
        .map(
            file ->
                "(center = '%s' and delivery = '%s' and export = '%s')"
                    .formatted(file.center(), file.delivery(), file.export()))
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private Dataset<Row> files(Run run) {
    List<Row> rows =
        listing.files().stream()
            .map(
                file ->
                    RowFactory.create(
                        file.center(),
                        file.export(),
                        file.delivery(),
                        file.shown(),
                        file.sha256(),
                        file.bytes(),
                        run.id()))
            .toList();
    return run.lake().rows(Operational.DELIVERY_FILE, rows);
  }

  private static void writeSilver(Run run, RegistryIngest.Result result) {
    String part = centersSql(run.plan());
    SideBySide writes = new SideBySide();
    for (TableDefinition table : Registry.ALL) {
      writes.add(() -> run.lake().replace(table, result.table(table), part, Registry.CENTER));
    }
    writes.add(
        () ->
            run.lake().replace(Operational.QUARANTINE, result.quarantine(), part, Registry.CENTER));
    writes.add(
        () ->
            run.lake()
                .replace(
                    Operational.RECONCILIATION, result.reconciliation(), part, Registry.CENTER));
    if (!run.plan().rules().isEmpty() || run.lake().version(Operational.QUALITY).isPresent()) {
      writes.add(
          () -> run.lake().replace(Operational.QUALITY, result.quality(), part, Registry.CENTER));
    }
    writes.run();
  }

  /** SQL of the rows of this run's centres. */
  static String centersSql(RunPlan plan) {
    return plan.centers().keySet().stream()
        .map(center -> "'" + center + "'")
        .collect(Collectors.joining(", ", "center in (", ")"));
  }

  private static String reconciled(Run run) {
    Dataset<Row> counts = run.lake().read(Operational.RECONCILIATION).where(centersSql(run.plan()));
    List<Row> rows = counts.select(col("*")).collectAsList();
    Reconciliation.check(rows);
    return "%d records = %d accepted + %d quarantined + %d duplicates"
        .formatted(
            sum(rows, Operational.RECORDS),
            sum(rows, Operational.ACCEPTED),
            sum(rows, Operational.QUARANTINED),
            sum(rows, Operational.DUPLICATES));
  }

  /** How many of the study's quality rules fail; nothing when none does. */
  private static String failing(Run run) {
    if (run.plan().rules().isEmpty()) {
      return "";
    }
    long failing =
        run.lake()
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
