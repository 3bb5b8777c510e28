package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.history.Identities;
import org.hepatica.transform.history.Times;
import org.hepatica.transform.ingest.RegistryIngest;

/** Silver of some centres made of all their records. */
final class WholeSilver implements SilverPart {

  private final Run run;
  private final RegistryIngest.Result result;
  private final List<Row> extents;

  /**
   * @param once whether all records of each centre are of one date
   */
  WholeSilver(Run run, Map<String, Center> centers, boolean once) {
    this.run = run;
    Dataset<Row> records =
        run.lake()
            .read(Operational.RECORD)
            .where(col(Registry.CENTER).isInCollection(centers.keySet()));
    Dataset<Row> keyed = Identities.applied(records, records, centers.values());
    RegistryIngest.Result all =
        RegistryIngest.run(
                once ? Times.ofOne(keyed) : new Times(run.lake()::settle).of(keyed),
                centers,
                run.plan().rules(),
                judged -> run.lake().settle("judged", judged, Operational.TABLE))
            .counting(Times.own(keyed));
    result = once ? all.ofOneTime() : all;
    extents = result.extents().collectAsList();
  }

  @Override
  public List<Row> extents() {
    return extents;
  }

  @Override
  public void write(Set<String> good) {
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
    writes.add(() -> run.lake().replace(Operational.EXTENT, own, part, Registry.CENTER));
    writes.run();
  }

  private void add(SideBySide writes, TableDefinition table, Dataset<Row> rows, String part) {
    writes.add(() -> run.lake().replace(table, rows, part, Registry.CENTER));
  }

  @Override
  public Optional<CloseTables> close() {
    return Optional.empty();
  }
}
