package org.hepatica.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.hepatica.transform.ingest.TwoOutcomes;

/**
 * Silver of some centres with the changes of their records followed: what is tied to a changed
 * record is made anew, all its history; the rest stays. Counts are those that were, less what the
 * tied records gave before, with what they give now.
 */
final class FollowedSilver implements SilverPart {

  private final Run run;
  private final Set<String> centers;
  private final Dataset<Row> records;
  private final RegistryIngest.Result before;
  private final RegistryIngest.Result now;
  private final Dataset<Row> differing;
  private final RegistryIngest.Result went;
  private final RegistryIngest.Result came;
  private final List<Row> extents;
  private final Map<String, OptionalLong> found;

  /**
   * @param taken by centre, the deliveries that were taken in this run, oldest first
   * @param tied the records that are tied to theirs, where that is known; settled
   * @param continued whether they say nothing of the times before them
   */
  FollowedSilver(
      Run run,
      Map<String, Center> centers,
      Map<String, List<String>> taken,
      Optional<Dataset<Row>> tied,
      boolean continued) {
    this.run = run;
    this.centers = centers.keySet();
    found = CloseTables.versions(run.lake(), Registry.ALL);
    records = tied.orElseGet(() -> tied(run, centers, changed(taken)));
    RegistryIngest.Result after = ingest(records, centers, "now");
    RegistryIngest.Result until =
        continued
            ? after.before(firstDates(taken))
            : ingest(
                earlier(records, isOf(Registry.DELIVERY, taken), isOf(Operational.UNTIL, taken)),
                centers,
                "before");
    SideBySide sides = new SideBySide();
    Supplier<RegistryIngest.Result> isNow = sides.find(() -> settled(after, "now"));
    Supplier<RegistryIngest.Result> wasBefore = sides.find(() -> settled(until, "before"));
    sides.run();
    now = isNow.get();
    before = wasBefore.get();
    differing =
        run.lake()
            .settle(
                "differing",
                DifferingLines.of(before.said(), now.said(), RegistryIngest.Result.SAID),
                Operational.TABLE);
    SideBySide differences = new SideBySide();
    Supplier<RegistryIngest.Result> goes =
        differences.find(() -> settled(before.only(differing), "went"));
    Supplier<RegistryIngest.Result> comes =
        differences.find(() -> settled(now.only(differing), "came"));
    differences.run();
    went = goes.get();
    came = comes.get();
    // Rows that stay as they were count as often before as now.
    List<Row> changes = new TwoOutcomes(went, came).extents().collectAsList();
    extents = present(tally(Operational.EXTENT, Operational.VALUES).addBoth(changes).rows());
  }

  /**
   * Holds of records that began or ended with deliveries.
   *
   * @param taken by centre, the deliveries
   */
  static Column changed(Map<String, List<String>> taken) {
    return isOf(Registry.DELIVERY, taken).or(isOf(Operational.UNTIL, taken));
  }

  /** What changed, and what ingestion looks at that is tied to it. */
  private static Dataset<Row> tied(Run run, Map<String, Center> centers, Column changed) {
    Dataset<Row> records =
        run.lake()
            .read(Operational.RECORD)
            .where(col(Registry.CENTER).isInCollection(centers.keySet()))
            .drop(Operational.CONTENT);
    Column taken = RegistryIngest.isTaken(centers.values());
    Column ties = Ties.among(centers.values(), PatientColumns::identifying);
    Ties all = new Ties(ties, run.lake()::settle);
    return run.lake().settle("tied", all.of(records, changed, taken));
  }

  /** Tied records are all that says who they are, before as now. */
  private RegistryIngest.Result ingest(
      Dataset<Row> records, Map<String, Center> centers, String name) {
    Dataset<Row> keyed = Identities.applied(records, records, centers.values());
    return RegistryIngest.run(
            new Times((part, rows) -> run.lake().settle(name + "-" + part, rows)).of(keyed),
            centers,
            run.plan().rules(),
            judged -> run.lake().settle("judged-" + name, judged))
        .counting(Times.own(keyed));
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
        .add(
            run.lake().small().read(table).where(IngestStep.centersSql(centers)).collectAsList(),
            1);
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

  @Override
  public Optional<CloseTables> close() {
    return Optional.of(
        new CloseTables(
            Registry.ALL,
            found,
            CloseTables.versions(run.lake(), Registry.ALL),
            before::table,
            now::table,
            went::table,
            came::table,
            run.lake().settle("changed-silver", new TwoOutcomes(went, came).changedPatients()),
            Optional.of(records)));
  }

  private List<Row> reconciliation() {
    return Tally.ofFiles(
        Operational.RECONCILIATION,
        run.lake().small().read(Operational.RECONCILIATION).where(IngestStep.centersSql(centers)),
        new TwoOutcomes(before, now).reconciliation());
  }

  private List<Row> quality() {
    return tally(Operational.QUALITY, Operational.FAILING, Operational.CHECKED)
        .addBoth(new TwoOutcomes(before, now).quality().collectAsList())
        .rows();
  }

  /**
   * What came of the tied records goes where it is no longer the same, and what comes of them now
   * takes its place. A table of which nothing changed gets no commit, and nobody looks at it.
   */
  private void amend(SideBySide writes, String part) {
    Dataset<Row> own = differing.where(part);
    Set<String> names =
        own.select(Operational.TABLE).distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    List<Amendment> amendments =
        Stream.concat(Registry.ALL.stream(), Stream.of(Operational.QUARANTINE))
            .filter(table -> names.contains(table.name()))
            .map(
                table -> {
                  Dataset<Row> lines = own.where(col(Operational.TABLE).equalTo(table.name()));
                  return amendment(table, lines.drop(Operational.TABLE), part);
                })
            .toList();
    run.lake().amending(amendments).forEach(writes::add);
  }

  private Amendment amendment(TableDefinition table, Dataset<Row> lines, String part) {
    List<String> key = List.of(DifferingLines.LINE);
    Amendment amendment =
        table.equals(Operational.QUARANTINE)
            ? Amendment.of(table, key, lines, withheld(now, lines)).knowing(withheld(before, lines))
            : Amendment.of(table, key, lines, came.table(table).where(part))
                .knowing(went.table(table).where(part));
    return amendment.within(part, Registry.CENTER);
  }

  private static Dataset<Row> withheld(RegistryIngest.Result result, Dataset<Row> lines) {
    return result.quarantine().join(broadcast(lines), DifferingLines.LINE, "left_semi");
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
          run.lake().replace(table, own, part, Registry.CENTER);
        });
  }
}
