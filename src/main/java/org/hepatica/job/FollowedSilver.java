package org.hepatica.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.history.DifferingLines;
import org.hepatica.transform.history.Identities;
import org.hepatica.transform.history.Ties;
import org.hepatica.transform.history.Times;
import org.hepatica.transform.ingest.RegistryIngest;

/**
 * Silver of some centres with the changes of their records followed: what is tied to a changed
 * record is made anew, all its history; the rest stays. Counts are those that were, less what the
 * tied records gave before, with what they give now.
 */
final class FollowedSilver implements SilverPart {

  private final Run run;
  private final Set<String> centers;
  private final Dataset<Row> lines;
  private final RegistryIngest.Result before;
  private final RegistryIngest.Result now;
  private final List<Row> extents;

  /**
   * @param taken by centre, the deliveries that were taken in this run
   */
  FollowedSilver(Run run, Map<String, Center> centers, Map<String, List<String>> taken) {
    this.run = run;
    this.centers = centers.keySet();
    Dataset<Row> records =
        run.lake()
            .read(Operational.RECORD)
            .where(col(Registry.CENTER).isInCollection(centers.keySet()));
    Column began = isOf(Registry.DELIVERY, taken);
    Column ended = isOf(Operational.UNTIL, taken);
    Dataset<Row> tied =
        run.lake().settle("tied", new Ties(run.lake()::settle).of(records, began.or(ended)));
    lines =
        run.lake()
            .settle(
                "tied-lines",
                tied.select(Stream.of(DifferingLines.LINE).map(n -> col(n)).toArray(Column[]::new))
                    .distinct());
    Dataset<Row> countedBefore =
        tied.where(not(began).and(col(Operational.UNTIL).isNull().or(ended)))
            .withColumn(Operational.UNTIL, lit(null).cast("string"));
    // Tied records are all that says who they are, before as now.
    before =
        ingest(
            Identities.applied(countedBefore, countedBefore, centers.values()),
            centers,
            "judged-before");
    Dataset<Row> keyed = Identities.applied(tied, tied, centers.values());
    now = ingest(new Times(run.lake()::settle).of(keyed), centers, "judged-now");
    extents =
        present(
            tally(Operational.EXTENT, Operational.VALUES)
                .add(before.extents().collectAsList(), -1)
                .add(now.extents().collectAsList(), 1)
                .rows());
  }

  private RegistryIngest.Result ingest(
      Dataset<Row> records, Map<String, Center> centers, String name) {
    return RegistryIngest.run(
        records,
        centers,
        run.plan().rules(),
        judged -> run.lake().settle(name, judged, Operational.TABLE));
  }

  private static Column isOf(String delivery, Map<String, List<String>> taken) {
    Column isOf = lit(false);
    for (Map.Entry<String, List<String>> each : taken.entrySet()) {
      isOf =
          when(
                  col(Registry.CENTER).equalTo(each.getKey()),
                  col(delivery).isNotNull().and(col(delivery).isInCollection(each.getValue())))
              .otherwise(isOf);
    }
    return isOf;
  }

  private Tally tally(TableDefinition table, String... counts) {
    return new Tally(table, counts)
        .add(run.lake().read(table).where(IngestStep.centersSql(centers)).collectAsList(), 1);
  }

  /** Without what there is nothing of: a table without a row has no columns either. */
  private static List<Row> present(List<Row> extents) {
    ToLongFunction<Row> values = row -> row.<Long>getAs(Operational.VALUES);
    Set<List<Object>> gone =
        extents.stream()
            .filter(row -> isWhole(row) && values.applyAsLong(row) == 0)
            .map(FollowedSilver::table)
            .collect(Collectors.toSet());
    return extents.stream()
        .filter(row -> !gone.contains(table(row)))
        .filter(row -> !isOfRecords(row) || values.applyAsLong(row) > 0)
        .toList();
  }

  private static boolean isWhole(Row row) {
    return row.getAs(Operational.COLUMN) == null;
  }

  private static boolean isOfRecords(Row row) {
    return row.<String>getAs(Operational.TABLE).equals(Operational.RECORD.name());
  }

  private static List<Object> table(Row row) {
    return List.of(row.getAs(Registry.CENTER), row.getAs(Operational.TABLE));
  }

  @Override
  public List<Row> extents() {
    return extents;
  }

  @Override
  public void write(Set<String> good) {
    String part = IngestStep.centersSql(good);
    SideBySide writes = new SideBySide();
    Map<TableDefinition, Dataset<Row>> come = new LinkedHashMap<>();
    Registry.ALL.stream()
        .filter(table -> run.lake().version(table).isPresent())
        .forEach(table -> come.put(table, now.table(table)));
    come.put(Operational.QUARANTINE, now.quarantine());
    amend(writes, come, part);
    counts(writes, Operational.RECONCILIATION, reconciliation(), good);
    if (run.lake().version(Operational.QUALITY).isPresent()) {
      counts(writes, Operational.QUALITY, quality(), good);
    }
    counts(writes, Operational.EXTENT, extents, good);
    writes.run();
  }

  private List<Row> reconciliation() {
    return Tally.ofFiles(
        Operational.RECONCILIATION,
        run.lake().read(Operational.RECONCILIATION).where(IngestStep.centersSql(centers)),
        before.reconciliation(),
        now.reconciliation());
  }

  private List<Row> quality() {
    return tally(Operational.QUALITY, Operational.FAILING, Operational.CHECKED)
        .add(before.quality().collectAsList(), -1)
        .add(now.quality().collectAsList(), 1)
        .rows();
  }

  /**
   * What came of the tied records goes where it is no longer the same, and what comes of them now
   * takes its place. A table of which nothing changed gets no commit, and nobody looks at it.
   */
  private void amend(SideBySide writes, Map<TableDefinition, Dataset<Row>> come, String part) {
    Map<TableDefinition, Dataset<Row>> there = new LinkedHashMap<>();
    Map<TableDefinition, Dataset<Row>> now = new LinkedHashMap<>();
    come.forEach(
        (table, rows) -> {
          there.put(table, there(table, part));
          now.put(table, rows.where(part));
        });
    Dataset<Row> differing = run.lake().settle("differing", DifferingLines.of(there, now));
    Set<String> names =
        differing.select(Operational.TABLE).distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    come.forEach(
        (table, rows) -> {
          if (names.contains(table.name())) {
            Dataset<Row> own =
                differing
                    .where(col(Operational.TABLE).equalTo(table.name()))
                    .drop(Operational.TABLE);
            writes.add(() -> amend(table, own, rows.where(part), part));
          }
        });
  }

  private void amend(TableDefinition table, Dataset<Row> own, Dataset<Row> come, String part) {
    run.lake()
        .amend(
            table,
            own,
            come.join(own, DifferingLines.LINE, "left_semi"),
            List.of(DifferingLines.LINE),
            part,
            Registry.CENTER);
  }

  private Dataset<Row> there(TableDefinition table, String part) {
    return run.lake().read(table).where(part).join(lines, DifferingLines.LINE, "left_semi");
  }

  private void counts(SideBySide writes, TableDefinition table, List<Row> rows, Set<String> good) {
    List<Row> own =
        rows.stream().filter(row -> good.contains(row.<String>getAs(Registry.CENTER))).toList();
    writes.add(
        () ->
            run.lake()
                .replace(
                    table,
                    run.lake().rows(table, own),
                    IngestStep.centersSql(good),
                    Registry.CENTER));
  }
}
