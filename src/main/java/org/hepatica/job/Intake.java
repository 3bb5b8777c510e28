package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.quality.Shrinkage;
import org.hepatica.source.Arrival;
import org.hepatica.source.Arrivals;
import org.hepatica.source.DeliveredFile;
import org.hepatica.source.IdentifierKey;
import org.hepatica.source.KnownDelivery;
import org.hepatica.source.Records;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.history.Times;
import org.hepatica.transform.ingest.RegistryIngest;

/**
 * Takes deliveries of some centres into bronze, and what they make of these centres into silver. A
 * centre that cannot be believed is refused: its bronze stays apart, its silver as it was.
 */
final class Intake {

  private final Run run;
  private final Map<String, Center> centers = new LinkedHashMap<>();
  private final Map<String, Arrivals> found = new LinkedHashMap<>();
  private final DeliveryLedger ledger;
  private final BronzeRecords bronze;

  /**
   * @param centers those whose deliveries or conf changed
   * @param found by centre, what lies in landing and is not yet in the lake
   * @param ledger as it was before
   */
  Intake(Run run, List<Center> centers, Map<String, Arrivals> found, DeliveryLedger ledger) {
    this.run = run;
    this.ledger = ledger;
    for (Center center : centers) {
      this.centers.put(center.name(), center);
      this.found.put(center.name(), found.get(center.name()));
    }
    bronze = new BronzeRecords(run.lake());
  }

  /** Takes them; what is refused is noted with the run. */
  void take() {
    takeRecords();
    DeliveryLedger.writeFiles(run, found.values());
    refuseChanged();
    RegistryIngest.Result result = judge();
    List<Row> extents = result.extents().collectAsList();
    refuseShrunk(extents);
    Set<String> good = new TreeSet<>(centers.keySet());
    good.removeAll(run.refusals().keySet());
    if (!good.isEmpty()) {
      writeSilver(result, extents, good);
    }
    Set<String> refused = new TreeSet<>(centers.keySet());
    refused.removeAll(good);
    if (!refused.isEmpty()) {
      bronze.undo(refused);
    }
    run.lake().clearStaging();
  }

  /** Delivery after delivery, of all centres at once. */
  private void takeRecords() {
    IdentifierKey key = LakeKey.load(run);
    found.forEach((center, own) -> own.backTo().ifPresent(date -> bronze.backTo(center, date)));
    int most = found.values().stream().mapToInt(own -> own.taken().size()).max().orElse(0);
    for (int i = 0; i < most; i++) {
      int place = i;
      List<DeliveredFile> files =
          found.values().stream()
              .filter(own -> place < own.taken().size())
              .flatMap(own -> own.taken().get(place).read().stream())
              .toList();
      List<Center> all = List.copyOf(centers.values());
      bronze.take(Records.read(run.spark(), all, files, key), all, files);
    }
  }

  private RegistryIngest.Result judge() {
    Dataset<Row> records =
        run.lake()
            .read(Operational.RECORD)
            .where(col(Registry.CENTER).isInCollection(centers.keySet()));
    boolean once = centers.keySet().stream().allMatch(this::isOfOneDate);
    RegistryIngest.Result result =
        RegistryIngest.run(
            once ? Times.ofOne(records) : new Times(run.lake()::settle).of(records),
            centers,
            run.plan().rules(),
            judged -> run.lake().settle("judged", judged, Operational.TABLE));
    return once ? result.ofOneTime() : result;
  }

  private boolean isOfOneDate(String center) {
    Stream<String> taken = found.get(center).taken().stream().map(Arrival::id);
    Stream<String> before =
        ledger.of(center).counting().stream()
            .filter(each -> each.state().equals(Operational.ACCEPTED))
            .map(KnownDelivery::id);
    return Stream.concat(taken, before).map(KnownDelivery::date).distinct().count() <= 1;
  }

  private void refuseChanged() {
    for (String center : centers.keySet()) {
      boolean still =
          found.get(center).taken().stream()
              .flatMap(each -> each.read().stream())
              .allMatch(DeliveredFile::isStill);
      if (!still) {
        run.refuse(
            center,
            List.of(
                "centre %s: a file changed while it was read; it is taken when it is complete"
                    .formatted(center)));
      }
    }
  }

  /** Of centres whose content is new: what the program or a conf file changes is no loss. */
  private void refuseShrunk(List<Row> extents) {
    List<Row> before =
        run.lake()
            .read(Operational.EXTENT)
            .where(col(Registry.CENTER).isInCollection(centers.keySet()))
            .collectAsList();
    for (Center center : centers.values()) {
      boolean isNew = !found.get(center.name()).taken().isEmpty();
      if (isNew && !run.plan().acceptsShrink(center.name())) {
        List<String> problems =
            Shrinkage.problems(center.name(), before, extents, center.arrival().mostLost());
        if (!problems.isEmpty()) {
          run.refuse(center.name(), problems);
        }
      }
    }
  }

  private void writeSilver(RegistryIngest.Result result, List<Row> extents, Set<String> good) {
    String part = IngestStep.centersSql(good);
    List<Row> own =
        extents.stream().filter(row -> good.contains(row.<String>getAs(Registry.CENTER))).toList();
    SideBySide writes = new SideBySide();
    for (TableDefinition table : Registry.ALL) {
      add(writes, table, result.table(table).where(part), part);
    }
    add(writes, Operational.QUARANTINE, result.quarantine().where(part), part);
    add(writes, Operational.RECONCILIATION, result.reconciliation().where(part), part);
    if (!run.plan().rules().isEmpty() || run.lake().version(Operational.QUALITY).isPresent()) {
      add(writes, Operational.QUALITY, result.quality().where(part), part);
    }
    add(writes, Operational.EXTENT, run.lake().rows(Operational.EXTENT, own), part);
    writes.run();
  }

  private void add(SideBySide writes, TableDefinition table, Dataset<Row> rows, String part) {
    writes.add(() -> run.lake().replace(table, rows, part, Registry.CENTER));
  }
}
