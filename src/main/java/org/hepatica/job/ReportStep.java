package org.hepatica.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.report.DeliveryState;
import org.hepatica.report.Report;
import org.hepatica.report.ReportInput;
import org.hepatica.report.ResultFiles;
import org.hepatica.report.RunFacts;
import org.hepatica.report.refresh.RefreshPage;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.Layer;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.Registry;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;

/** Results to files: tidy CSV, figures, one HTML page. */
final class ReportStep implements Step {

  @Override
  public String name() {
    return "report";
  }

  @Override
  public String purpose() {
    return "writes report.html, refresh.html, figures/ and results/*.csv";
  }

  @Override
  public List<TableDefinition> reads(RunPlan plan) {
    List<TableDefinition> tables = new ArrayList<>(List.of(Gold.COHORT_FLOW));
    tables.addAll(new AnalyzeStep().writes(plan));
    if (plan.changes().isPresent()) {
      tables.addAll(Refresh.ALL);
    }
    tables.addAll(
        List.of(
            Operational.DELIVERIES,
            Operational.QUARANTINE,
            Operational.RECONCILIATION,
            Operational.QUALITY));
    if (plan.study().gene().isPresent()) {
      tables.addAll(List.of(Genomic.GENE_QUARANTINE, Genomic.GENE_RECONCILIATION));
    }
    return tables;
  }

  @Override
  public List<TableDefinition> writes(RunPlan plan) {
    return List.of();
  }

  @Override
  public Map<String, String> fingerprints(Run run) {
    RunPlan plan = run.plan();
    return Map.of(
        plan.study().name() + "@" + plan.installation().out(),
        Run.hash(
            run.versions(reads(plan)),
            Manifest.configurationHash(plan),
            run.refusals().keySet().toString()));
  }

  @Override
  public boolean outputsPresent(Run run) {
    Path out = run.plan().installation().out();
    return Files.exists(out.resolve("report.html")) && Files.isDirectory(out.resolve("results"));
  }

  @Override
  public String execute(Run run, Set<String> changed) {
    Path out = run.plan().installation().out();
    ReportInput input = input(run);
    SideBySide parts = new SideBySide();
    Supplier<List<Path>> files =
        parts.find(() -> ResultFiles.write(tables(input), out.resolve("results")));
    Supplier<List<Path>> pages = parts.find(() -> Report.write(input, out));
    if (run.plan().changes().isPresent()) {
      parts.add(() -> RefreshPage.write(input, out));
    }
    parts.run();
    return pages.get().size() + " pages and figures, " + files.get().size() + " result files";
  }

  private ReportInput input(Run run) {
    SideBySide parts = new SideBySide();
    Supplier<Map<TableDefinition, List<Row>>> results = parts.find(() -> results(run));
    Supplier<List<Row>> quarantine = parts.find(() -> quarantine(run));
    Supplier<List<Row>> reconciliation = parts.find(() -> reconciliation(run));
    Supplier<List<DeliveryState>> deliveries = parts.find(() -> DeliveryStates.of(run));
    Supplier<List<Row>> quality = parts.find(() -> quality(run));
    parts.run();
    return new ReportInput(
        run.plan().study(),
        results.get(),
        quarantine.get(),
        reconciliation.get(),
        quality.get(),
        deliveries.get(),
        facts(run));
  }

  private Map<TableDefinition, List<Row>> results(Run run) {
    Map<TableDefinition, List<Row>> results = new LinkedHashMap<>();
    for (TableDefinition table : reads(run.plan())) {
      if (table.layer() == Layer.RESULT) {
        results.put(table, rows(run, table));
      }
    }
    return results;
  }

  /** Rows of patients are without an order of their own, and without an end. */
  private static List<Row> rows(Run run, TableDefinition table) {
    if (table.equals(Results.DISCORDANT_PATIENT)) {
      return Changes.ordered(table, run.lake().small().read(table))
          .limit(ReportInput.MOST_DISCORDANT)
          .collectAsList();
    }
    return Refresh.ALL.contains(table)
        ? Changes.ordered(table, run.lake().small().read(table)).collectAsList()
        : run.lake().collect(table);
  }

  private static Map<TableDefinition, List<Row>> tables(ReportInput input) {
    Map<TableDefinition, List<Row>> all = new LinkedHashMap<>(input.results());
    // Its first rows alone would be taken for the table.
    all.remove(Results.DISCORDANT_PATIENT);
    all.put(ReportInput.QUARANTINE_SUMMARY, input.quarantine());
    all.put(Operational.RECONCILIATION, input.reconciliation());
    all.put(Operational.QUALITY, input.quality());
    return all;
  }

  /** Withheld records and cells, counted. */
  private static List<Row> quarantine(Run run) {
    return withGene(run, Operational.QUARANTINE, Genomic.GENE_QUARANTINE)
        .groupBy(
            col(Operational.EXPORT),
            col(Operational.RULE),
            col(Operational.COLUMN),
            col(Operational.LEVEL))
        .agg(count(lit(1)).as("count"))
        .orderBy(Operational.EXPORT, Operational.RULE, Operational.COLUMN)
        .collectAsList();
  }

  /** Rows of the registry's table for this run's centres, and of the gene's when there is one. */
  private static Dataset<Row> withGene(Run run, TableDefinition registry, TableDefinition gene) {
    Dataset<Row> rows = run.lake().small().read(registry).where(IngestStep.centersSql(run.plan()));
    return run.plan().study().gene().isPresent()
        ? rows.unionByName(run.lake().small().read(gene))
        : rows;
  }

  private static List<Row> reconciliation(Run run) {
    return withGene(run, Operational.RECONCILIATION, Genomic.GENE_RECONCILIATION)
        .orderBy(Operational.EXPORT, "source_file")
        .collectAsList();
  }

  private static List<Row> quality(Run run) {
    return run.lake()
        .small()
        .read(Operational.QUALITY)
        .where(IngestStep.centersSql(run.plan()))
        .orderBy(Registry.CENTER, Operational.RULE)
        .collectAsList();
  }

  private RunFacts facts(Run run) {
    Map<String, Long> versions = new LinkedHashMap<>();
    for (TableDefinition table : reads(run.plan())) {
      run.lake().version(table).ifPresent(v -> versions.put(table.fullName(), v));
    }
    return new RunFacts(
        run.id(),
        run.started(),
        CodeVersion.current(),
        Manifest.configurationHash(run.plan()),
        run.plan().centers().values().stream().map(Center::title).toList(),
        versions);
  }
}
