package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.protocol.Center;
import org.hepatica.quality.Shrinkage;
import org.hepatica.source.DeliveredFile;
import org.hepatica.source.IdentifierKey;
import org.hepatica.source.Landing;
import org.hepatica.source.Records;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.ingest.RegistryIngest;

/**
 * Takes deliveries of some centres into bronze, and what they make of these centres into silver. A
 * centre that cannot be believed is refused: its bronze stays apart, its silver as it was.
 */
final class Intake {

  private static final String[] BRONZE_LAYOUT = {
    Registry.CENTER, Registry.DELIVERY, Operational.EXPORT
  };

  private final Run run;
  private final Map<String, Center> centers = new LinkedHashMap<>();
  private final List<DeliveredFile> files;
  private final Landing.Listing listing;
  private final KnownDeliveries known;

  /**
   * @param centers those whose deliveries or conf changed
   */
  Intake(Run run, List<Center> centers, Landing.Listing listing, KnownDeliveries known) {
    this.run = run;
    this.listing = listing;
    this.known = known;
    centers.forEach(center -> this.centers.put(center.name(), center));
    files = listing.files().stream().filter(f -> this.centers.containsKey(f.center())).toList();
  }

  /** Takes them; what is refused is noted with the run. */
  void take() {
    IdentifierKey key = LakeKey.load(run);
    Dataset<Row> delivered = Records.read(run.spark(), List.copyOf(centers.values()), files, key);
    SideBySide bronze = new SideBySide();
    bronze.add(() -> run.lake().replace(Operational.RECORD, delivered, exports(), BRONZE_LAYOUT));
    bronze.add(
        () -> run.lake().replace(Operational.DELIVERY_FILE, fileRows(), exports(), BRONZE_LAYOUT));
    bronze.run();
    refuseChanged();
    RegistryIngest.Result result = judge();
    List<Row> extents = result.extents().collectAsList();
    refuseShrunk(extents);
    Set<String> good = new TreeSet<>(centers.keySet());
    good.removeAll(run.refusals().keySet());
    if (!good.isEmpty()) {
      writeSilver(result, extents, good);
    }
    run.lake().clearStaging();
  }

  /** The deliveries taken now count for the moment, also those refused by a run before. */
  private RegistryIngest.Result judge() {
    String taken = DeliveryLedger.parts(listing, centers.keySet());
    Dataset<Row> others = run.lake().read(Operational.DELIVERIES).where("not (" + taken + ")");
    Dataset<Row> records =
        CurrentRecords.of(run.lake(), others)
            .where(col(Registry.CENTER).isInCollection(centers.keySet()));
    return RegistryIngest.run(
        records,
        centers,
        run.plan().rules(),
        judged -> run.lake().settle("judged", judged, Operational.TABLE));
  }

  /** SQL of the parts of bronze that are taken: centre, delivery and export of each file. */
  private String exports() {
    return files.stream()
        .map(
            file ->
                "(center = '%s' and delivery = '%s' and export = '%s')"
                    .formatted(file.center(), file.delivery(), file.export()))
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private Dataset<Row> fileRows() {
    List<Row> rows =
        files.stream()
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

  private void refuseChanged() {
    for (String center : centers.keySet()) {
      boolean still = listing.files(center).stream().allMatch(DeliveredFile::isStill);
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
      boolean isNew =
          listing.files(center.name()).stream()
              .anyMatch(file -> !known.isAccepted(file.center(), file.delivery()));
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
