package org.hepatica.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.Amendment;
import org.hepatica.protocol.Center;
import org.hepatica.source.KnownDelivery;
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
  private final RegistryIngest.Result before;
  private final RegistryIngest.Result now;
  private final List<Row> extents;

  /**
   * @param taken by centre, the deliveries that were taken in this run, oldest first
   * @param continued whether they say nothing of the times before them
   */
  FollowedSilver(
      Run run, Map<String, Center> centers, Map<String, List<String>> taken, boolean continued) {
    this.run = run;
    this.centers = centers.keySet();
    Dataset<Row> records =
        run.lake()
            .read(Operational.RECORD)
            .where(col(Registry.CENTER).isInCollection(centers.keySet()))
            .drop(Operational.CONTENT);
    Column began = isOf(Registry.DELIVERY, taken);
    Column ended = isOf(Operational.UNTIL, taken);
    Dataset<Row> tied = run.lake().settle("tied", tied(run, records, centers, began.or(ended)));
    RegistryIngest.Result after = ingest(tied, centers, "now");
    RegistryIngest.Result until =
        continued
            ? after.before(firstDates(taken))
            : ingest(earlier(tied, began, ended), centers, "before");
    SideBySide parts = new SideBySide();
    Supplier<RegistryIngest.Result> isNow = parts.find(() -> settled(after, "now"));
    Supplier<RegistryIngest.Result> wasBefore = parts.find(() -> settled(until, "before"));
    Supplier<List<Row>> more = parts.find(() -> after.extents().collectAsList());
    Supplier<List<Row>> less = parts.find(() -> until.extents().collectAsList());
    parts.run();
    now = isNow.get();
    before = wasBefore.get();
    extents =
        present(
            tally(Operational.EXTENT, Operational.VALUES)
                .add(less.get(), -1)
                .add(more.get(), 1)
                .rows());
  }

  /** What changed, and what ingestion looks at that is tied to it. */
  private static Dataset<Row> tied(
      Run run, Dataset<Row> records, Map<String, Center> centers, Column changed) {
    Column taken = RegistryIngest.isTaken(centers.values());
    Column ties = Ties.among(centers.values(), PatientColumns::identifying);
    return new Ties(ties, run.lake()::settle).of(records, changed, taken);
  }

  /** Tied records are all that says who they are, before as now. */
  private RegistryIngest.Result ingest(
      Dataset<Row> records, Map<String, Center> centers, String name) {
    Dataset<Row> keyed = Identities.applied(records, records, centers.values());
    return RegistryIngest.run(
        new Times((part, rows) -> run.lake().settle(name + "-" + part, rows)).of(keyed),
        centers,
        run.plan().rules(),
        judged -> run.lake().settle("judged-" + name, judged));
  }

  private RegistryIngest.Result settled(RegistryIngest.Result result, String name) {
    return result.settled(rows -> run.lake().settle("standing-" + name, rows, Operational.TABLE));
  }

  /** The records as they were before the deliveries. */
  private static Dataset<Row> earlier(Dataset<Row> tied, Column began, Column ended) {
    Column until = when(ended, lit(null).cast("string")).otherwise(col(Operational.UNTIL));
    return tied.where(not(began)).withColumn(Operational.UNTIL, until);
  }

  private static Map<String, LocalDate> firstDates(Map<String, List<String>> taken) {
    return taken.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, each -> KnownDelivery.date(each.getValue().get(0))));
  }

  /** Said so that parts of files of which it cannot hold need not be read. */
  private static Column isOf(String delivery, Map<String, List<String>> taken) {
    Column isOf = lit(false);
    for (Map.Entry<String, List<String>> each : taken.entrySet()) {
      Column isHere = col(Registry.CENTER).equalTo(each.getKey());
      Column isOne = col(delivery).isNotNull().and(col(delivery).isInCollection(each.getValue()));
      isOf = isOf.or(isHere.and(isOne));
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
    amend(writes, part);
    counts(writes, Operational.RECONCILIATION, this::reconciliation, good);
    if (run.lake().version(Operational.QUALITY).isPresent()) {
      counts(writes, Operational.QUALITY, this::quality, good);
    }
    counts(writes, Operational.EXTENT, () -> extents, good);
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
  private void amend(SideBySide writes, String part) {
    Dataset<Row> differing =
        run.lake()
            .settle(
                "differing",
                DifferingLines.of(before.said(), now.said(), RegistryIngest.Result.SAID),
                Operational.TABLE)
            .where(part);
    Set<String> names =
        differing.select(Operational.TABLE).distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    Stream.concat(Registry.ALL.stream(), Stream.of(Operational.QUARANTINE))
        .filter(table -> names.contains(table.name()))
        .forEach(
            table -> {
              Dataset<Row> lines =
                  differing
                      .where(col(Operational.TABLE).equalTo(table.name()))
                      .drop(Operational.TABLE);
              writes.add(() -> amend(table, lines, part));
            });
  }

  private void amend(TableDefinition table, Dataset<Row> lines, String part) {
    run.lake()
        .amend(
            Amendment.of(table, List.of(DifferingLines.LINE), lines, of(now, table, lines))
                .knowing(of(before, table, lines))
                .within(part, Registry.CENTER));
  }

  private static Dataset<Row> of(
      RegistryIngest.Result result, TableDefinition table, Dataset<Row> lines) {
    Dataset<Row> rows =
        table.equals(Operational.QUARANTINE) ? result.quarantine() : result.table(table);
    return rows.join(broadcast(lines), DifferingLines.LINE, "left_semi");
  }

  private void counts(
      SideBySide writes, TableDefinition table, Supplier<List<Row>> rows, Set<String> good) {
    String part = IngestStep.centersSql(good);
    writes.add(
        () -> {
          List<Row> own =
              rows.get().stream()
                  .filter(row -> good.contains(row.<String>getAs(Registry.CENTER)))
                  .toList();
          run.lake().replace(table, run.lake().rows(table, own), part, Registry.CENTER);
        });
  }
}
