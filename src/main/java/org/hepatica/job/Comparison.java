package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.hepatica.lake.ChangeFeed;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.table.Followed;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;
import org.hepatica.transform.history.ChangedPatients;
import org.hepatica.transform.refresh.ComparedTable;
import org.hepatica.transform.refresh.ImplausibleChanges;
import org.hepatica.transform.refresh.MovedResults;
import org.hepatica.transform.refresh.NightCounts;
import org.hepatica.transform.refresh.PatientChanges;
import org.hepatica.transform.refresh.QualityTrend;
import org.hepatica.transform.refresh.RowDifferences;
import org.hepatica.transform.survival.Influence;

/**
 * Holds a night against an earlier one: patients, results, quality. Writes no table of the lake.
 */
final class Comparison {

  private final SparkSession spark;
  private final RunPlan plan;
  private final ChangeSet wanted;
  private final List<CloseTables> close;
  private final BiFunction<String, Dataset<Row>, Dataset<Row>> settle;

  /**
   * Of a run whose study is compared.
   *
   * @param close what the run's steps noted of the tables that they followed changes into
   * @param settle gives an intermediate of a name written down, or as it is
   */
  Comparison(
      SparkSession spark,
      RunPlan plan,
      List<CloseTables> close,
      BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    this.spark = spark;
    this.close = close;
    this.plan = plan;
    this.wanted = plan.changes().orElseThrow();
    this.settle = settle;
  }

  /** The results that are compared, and what tells how a model was selected. */
  static List<TableDefinition> results() {
    return Stream.concat(Followed.ALL.stream().map(Followed::table), Stream.of(Results.SELECTION))
        .toList();
  }

  /** Results that moved, and by whom. */
  private record Moved(MovedResults results, List<Row> told, Optional<Dataset<Row>> drivers) {}

  /** What is found of a night that has none before it: how good its data are. */
  Changes first(ComparedNight now, Dataset<Row> earlier) {
    List<Row> trend = trend(now, earlier);
    return new Changes(
        rows(List.of(row(Refresh.COMPARED, null, null, now.run()))),
        ofQuality(now, trend),
        List.of(),
        trend);
  }

  /**
   * Compares.
   *
   * @param earlier rows of {@link Refresh#QUALITY_TREND} of the nights before this one
   */
  Changes between(ComparedNight then, ComparedNight now, Dataset<Row> earlier) {
    LakeChanges nights = new LakeChanges(then.lake(), now.lake(), close);
    String centers = IngestStep.centersSql(plan);
    Optional<Dataset<Row>> changed = ComparedPatients.between(nights, centers, settle);
    LakeChanges.Sides whole = new LakeChanges.Sides(then.tables(plan), now.tables(plan));
    Tables gone = changed.isPresent() ? changes(nights, -1) : whole.then();
    Tables come = changed.isPresent() ? changes(nights, 1) : whole.now();
    LakeChanges.Sides near = changed.map(some -> near(nights, some)).orElse(whole);
    LakeChanges.Sides subjects =
        changed.map(some -> nights.ofSubjects(centers, settle)).orElse(whole);
    SideBySide parts = new SideBySide();
    Supplier<Optional<Dataset<Row>>> patients =
        parts.find(() -> patients(then, now, near, gone, come));
    Supplier<Moved> moved = parts.find(() -> moved(then, now, subjects));
    Supplier<List<Row>> trend = parts.find(() -> trend(now, earlier));
    parts.run();
    List<Row> known = new ArrayList<>(nights(then, now));
    known.addAll(moved.get().told());
    Dataset<Row> all =
        Stream.of(Optional.of(rows(known)), patients.get(), moved.get().drivers())
            .flatMap(Optional::stream)
            .reduce(Dataset::union)
            .orElseThrow();
    Dataset<Row> changes = settle.apply("changes", all);
    Map<String, Double> counts = counts(changes, now, moved.get().results(), trend.get());
    return new Changes(changes, counts, raised(counts), trend.get());
  }

  /** Tables with the rows of some patients alone. */
  private LakeChanges.Sides near(LakeChanges nights, Dataset<Row> patients) {
    LakeChanges.Sides around = nights.around(patients);
    return new LakeChanges.Sides(
        ChangedPatients.only(DeriveStep.ofCenters(plan, around.then()), patients),
        ChangedPatients.only(DeriveStep.ofCenters(plan, around.now()), patients));
  }

  /** Rows that went or that came, as {@link ChangeFeed#CHANGE} has it, in the place of tables. */
  private Tables changes(LakeChanges nights, int change) {
    return DeriveStep.ofCenters(
        plan,
        table ->
            nights.of(table).where(col(ChangeFeed.CHANGE).equalTo(change)).drop(ChangeFeed.CHANGE));
  }

  /**
   * @param gone rows among which are those that are no longer the same
   * @param come likewise what they are now
   */
  private Optional<Dataset<Row>> patients(
      ComparedNight then, ComparedNight now, LakeChanges.Sides near, Tables gone, Tables come) {
    List<ComparedTable> tables =
        ComparedTable.ALL.stream()
            .filter(
                each -> !then.lake().version(each.table()).equals(now.lake().version(each.table())))
            .toList();
    if (tables.isEmpty()) {
      return Optional.empty();
    }
    Dataset<Row> differences = settle.apply("differences", RowDifferences.of(gone, come, tables));
    Dataset<Row> changes = PatientChanges.of(differences);
    return Optional.of(
        ImplausibleChanges.of(differences, near.then(), near.now(), wanted.implausible())
            .map(changes::union)
            .orElse(changes));
  }

  /**
   * @param subjects those who are others as subjects, at least
   */
  private Moved moved(ComparedNight then, ComparedNight now, LakeChanges.Sides subjects) {
    Map<TableDefinition, List<Row>> resultsNow = rows(now);
    MovedResults results = MovedResults.of(rows(then), resultsNow, wanted.moved());
    if (results.told().isEmpty()) {
      return new Moved(results, List.of(), Optional.empty());
    }
    Influence.Found found =
        Influence.of(
            new Influence.Nights(subjects.then(), subjects.now(), now.cohort(plan)),
            plan.study(),
            resultsNow,
            results.told(),
            wanted.drivers(),
            moves -> settle.apply("moves", moves));
    return new Moved(results, found.moved(), Optional.of(found.drivers()));
  }

  private static Map<TableDefinition, List<Row>> rows(ComparedNight night) {
    Map<TableDefinition, Supplier<List<Row>>> found = new LinkedHashMap<>();
    SideBySide parts = new SideBySide();
    for (TableDefinition table : results()) {
      found.put(table, parts.find(() -> night.lake().collect(table)));
    }
    parts.run();
    Map<TableDefinition, List<Row>> rows = new LinkedHashMap<>();
    found.forEach((table, each) -> rows.put(table, each.get()));
    return rows;
  }

  private List<Row> trend(ComparedNight now, Dataset<Row> earlier) {
    Tables tables = now.tables(plan);
    Dataset<Row> night = QualityTrend.ofNight(tables, now.run(), now.started(), wanted.trend());
    return QualityTrend.joined(
            earlier.where(col(Operational.RUN_ID).notEqual(now.run())),
            night,
            wanted.trend().runs())
        .collectAsList();
  }

  private Map<String, Double> counts(
      Dataset<Row> changes, ComparedNight now, MovedResults moved, List<Row> trend) {
    Map<String, Double> counts = ofQuality(now, trend);
    Row ofPatients = NightCounts.ofPatients(changes).head();
    for (String name : ofPatients.schema().fieldNames()) {
      counts.put(name, ofPatients.getAs(name));
    }
    counts.put(NightCounts.RESULTS_MOVED, (double) moved.told().size());
    counts.put(NightCounts.RESULTS_MOVED_LESS, (double) moved.less());
    counts.put(NightCounts.HR_MOVED_MOST, moved.hazardRatio());
    counts.put(NightCounts.SURVIVAL_MOVED_MOST, moved.survival());
    return counts;
  }

  /** Counts that the trend has: of this night, and of the last one before it. */
  private static Map<String, Double> ofQuality(ComparedNight now, List<Row> trend) {
    Map<String, Double> own = measures(trend, now.run());
    Map<String, Double> before =
        trend.stream()
            .filter(row -> !row.getAs(Operational.RUN_ID).equals(now.run()))
            .max(Comparator.comparing((Row row) -> row.<java.sql.Timestamp>getAs("started")))
            .map(row -> measures(trend, row.getAs(Operational.RUN_ID)))
            .orElse(Map.of());
    Map<String, Double> counts = new LinkedHashMap<>();
    counts.put(NightCounts.PATIENTS, own.get(Refresh.PATIENTS));
    counts.put(NightCounts.PATIENTS_BEFORE, before.get(Refresh.PATIENTS));
    counts.put(NightCounts.QUARANTINED, own.get(Refresh.QUARANTINED));
    counts.put(NightCounts.QUARANTINED_BEFORE, before.get(Refresh.QUARANTINED));
    counts.put(NightCounts.FAILING_RULES, own.get(Refresh.FAILING_RULES));
    counts.put(NightCounts.FAILING_RULES_BEFORE, before.get(Refresh.FAILING_RULES));
    return counts;
  }

  private static Map<String, Double> measures(List<Row> trend, String run) {
    Map<String, Double> measures = new LinkedHashMap<>();
    trend.stream()
        .filter(row -> row.getAs(Operational.RUN_ID).equals(run))
        .forEach(row -> measures.put(row.getAs(Refresh.MEASURE), row.getAs(Refresh.NUMBER)));
    return measures;
  }

  private List<Row> raised(Map<String, Double> counts) {
    if (wanted.alerts().isEmpty()) {
      return List.of();
    }
    Dataset<Row> one =
        spark.createDataFrame(List.of(NightCounts.row(counts)), NightCounts.schema());
    return NightCounts.raised(one, wanted.alerts()).collectAsList();
  }

  /** Which nights these are, and what beside the data differs between them. */
  private static List<Row> nights(ComparedNight then, ComparedNight now) {
    List<Row> rows = new ArrayList<>();
    rows.add(row(Refresh.COMPARED, null, then.run(), now.run()));
    if (!then.code().equals(now.code())) {
      rows.add(row(Refresh.SETTING_CHANGED, "code", then.code(), now.code()));
    }
    if (!then.configuration().equals(now.configuration())) {
      rows.add(
          row(Refresh.SETTING_CHANGED, "configuration", then.configuration(), now.configuration()));
    }
    return rows;
  }

  private static Row row(String kind, String column, String before, String after) {
    return RowFactory.create(
        kind, null, null, null, null, column, before, after, null, null, null, null);
  }

  private Dataset<Row> rows(List<Row> rows) {
    return spark.createDataFrame(rows, Refresh.CHANGE.schema()).coalesce(1);
  }
}
