package org.hepatica.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.hepatica.lake.Lake;
import org.hepatica.protocol.PublishedNumbers;
import org.hepatica.protocol.Study;
import org.hepatica.table.Counted;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.survival.Analyses;
import org.hepatica.transform.survival.UnknownLevel;
import org.hepatica.transform.survival.published.Inconsistencies;
import org.hepatica.transform.survival.published.PublishedComparison;
import org.hepatica.transform.survival.published.PublishedCounts;

/** Gold to results: curves, tests, models, tables, and the paper's numbers beside them. */
final class AnalyzeStep implements Step {

  @Override
  public String name() {
    return "analyze";
  }

  @Override
  public String purpose() {
    return "runs the study's analyses on counts; holds printed numbers against them";
  }

  @Override
  public List<TableDefinition> reads(RunPlan plan) {
    List<TableDefinition> tables = new ArrayList<>(List.of(Gold.SUBJECT, Gold.TIME_TO_EVENT));
    if (plan.study().gene().isPresent()) {
      tables.addAll(Genomic.ALL);
    }
    return tables;
  }

  @Override
  public List<TableDefinition> writes(RunPlan plan) {
    List<TableDefinition> tables = new ArrayList<>(Analyses.TABLES);
    tables.addAll(Counted.ALL);
    if (plan.study().gene().isPresent()) {
      tables.addAll(GeneResults.TABLES);
    }
    if (plan.study().published().isPresent()) {
      tables.addAll(List.of(Results.PUBLISHED, Results.INCONSISTENCY));
    }
    return tables;
  }

  @Override
  public Map<String, String> fingerprints(Run run) {
    RunPlan plan = run.plan();
    String printed = published(plan).map(PublishedNumbers::toString).orElse("");
    return Map.of(
        plan.study().name(),
        Run.hash(run.versions(reads(plan)), Manifest.configurationHash(plan), printed));
  }

  @Override
  public String execute(Run run, Set<String> changed) {
    MaintainedCounts counts = MaintainedCounts.of(run, this);
    SideBySide writes = new SideBySide();
    Map<TableDefinition, List<Row>> results = results(run, counts, writes);
    results.forEach((table, rows) -> writes.add(() -> run.lake().overwrite(table, rows)));
    writes.run();
    long rows = results.values().stream().mapToLong(List::size).sum();
    return results.size() + " result tables, " + rows + " rows" + counts.said();
  }

  private static Map<TableDefinition, List<Row>> results(
      Run run, MaintainedCounts maintained, SideBySide writes) {
    Study study = run.plan().study();
    Lake lake = run.lake();
    Optional<PublishedNumbers> published = published(run.plan());
    SideBySide parts = new SideBySide();
    Supplier<Analyses.Analysed> analyses =
        parts.find(() -> Analyses.run(lake, study, maintained.kept(), lake::settle));
    Optional<GeneResults> gene =
        study.gene().map(of -> new GeneResults(lake, of, maintained, parts));
    Supplier<Map<String, Long>> counts =
        parts.find(
            () ->
                published
                    .map(n -> Analyses.counts(lake, PublishedCounts.wanted(n, study)))
                    .orElse(Map.of()));
    Supplier<List<UnknownLevel>> unknown =
        parts.find(() -> Analyses.unknownLevels(maintained.notYetLookedAt(), study));
    parts.run();
    refuse(run.plan(), unknown.get());
    Map<TableDefinition, List<Row>> results = new LinkedHashMap<>(analyses.get().results());
    gene.ifPresent(of -> results.putAll(of.rows()));
    gene.ifPresent(of -> of.write(writes));
    maintained.write(analyses.get().cells(), writes);
    published.ifPresent(
        n -> {
          results.put(Results.PUBLISHED, PublishedComparison.rows(n, study, results, counts.get()));
          results.put(Results.INCONSISTENCY, Inconsistencies.rows(n));
        });
    return results;
  }

  /** A subject in no group would be missing from every table without a word. */
  private static void refuse(RunPlan plan, List<UnknownLevel> unknown) {
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          unknown.stream()
              .map(one -> problem(plan, one))
              .collect(Collectors.joining("; ", "no results were written: ", "")));
    }
  }

  private static String problem(RunPlan plan, UnknownLevel one) {
    String what =
        "%d subjects have '%s' or other texts that are none of the levels %s"
            .formatted(one.subjects(), one.example(), one.levels());
    String remedy = "name them as levels, or let the SQL give null for them";
    return plan.configuration().studyExpressions(plan.study().name()).stream()
        .filter(expression -> expression.sql().equals(one.sql()))
        .findFirst()
        .map(expression -> expression.position().problem(what, remedy))
        .orElse(one.sql() + ": " + what + "; " + remedy);
  }

  /** The paper's printed numbers, when the study names them. */
  private static Optional<PublishedNumbers> published(RunPlan plan) {
    return plan.study()
        .published()
        .map(folder -> PublishedNumbers.load(plan.confFolder().resolve(folder)));
  }
}
