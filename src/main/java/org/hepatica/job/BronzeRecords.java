package org.hepatica.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.Amendment;
import org.hepatica.lake.Lake;
import org.hepatica.protocol.Center;
import org.hepatica.quality.Copies;
import org.hepatica.source.DeliveredFile;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.transform.history.ConcernedRecords;
import org.hepatica.transform.history.RecordChanges;

/** The records of bronze, as deliveries are taken one after the other. */
final class BronzeRecords {

  private static final String[] LAYOUT = {Registry.CENTER, Operational.EXPORT};

  private static final String[] LINEAGE = {
    Registry.CENTER,
    Operational.EXPORT,
    Registry.DELIVERY,
    Registry.SOURCE_FILE,
    Registry.SOURCE_LINE
  };

  private final Lake lake;
  private final OptionalLong before;

  BronzeRecords(Lake lake) {
    this.lake = lake;
    before = lake.version(Operational.RECORD);
  }

  /**
   * Takes one delivery of each of some centres.
   *
   * @param records as they are read of the files
   * @param files whose exports change; a snapshot without a record ends all
   */
  void take(Dataset<Row> records, Collection<Center> centers, List<DeliveredFile> files) {
    String part = parts(files);
    Dataset<Row> there = lake.located(Operational.RECORD).where(part);
    if (before.isEmpty() && lake.version(Operational.RECORD).isEmpty() && isPlain(centers, files)) {
      replace(Copies.numbered(records), part);
      return;
    }
    Dataset<Row> counting = there.where(col(Operational.UNTIL).isNull());
    if (lake.isFollowed(List.of(Operational.RECORD)) && !counting.isEmpty()) {
      take(lake.settle("delivered", records), counting, centers, files);
    } else {
      lake.amend(amendment(changes(records, counting, centers, files), files));
    }
  }

  /**
   * Takes one delivery of each of some centres. Of many records, those that can begin or end are
   * picked before the two sides meet.
   *
   * @param delivered its records, settled
   * @param counting records that count, as {@link Lake#located} gives them: of the delivered
   *     exports all that may end, and others
   * @return what it changes
   */
  Amendment take(
      Dataset<Row> delivered,
      Dataset<Row> counting,
      Collection<Center> centers,
      List<DeliveredFile> files) {
    Set<String> exports = exports(files);
    ConcernedRecords concerned =
        ConcernedRecords.of(
            delivered,
            counting.where(parts(files)),
            centers,
            (center, export) -> exports.contains(center + "/" + export),
            lake::settle);
    Dataset<Row> changes = changes(concerned.delivered(), concerned.counting(), centers, files);
    Amendment amendment = amendment(changes, files);
    lake.amend(amendment.knowing(concerned.counting()));
    return amendment;
  }

  private Dataset<Row> changes(
      Dataset<Row> records,
      Dataset<Row> counting,
      Collection<Center> centers,
      List<DeliveredFile> files) {
    Map<String, String> deliveries =
        files.stream()
            .collect(
                Collectors.toMap(
                    DeliveredFile::center, DeliveredFile::delivery, (one, two) -> one));
    return lake.settle(
        "record-changes",
        RecordChanges.of(records, counting, centers, deliveries),
        RecordChanges.BEGINS);
  }

  private static Amendment amendment(Dataset<Row> changes, List<DeliveredFile> files) {
    Dataset<Row> begin = changes.where(col(RecordChanges.BEGINS)).drop(RecordChanges.BEGINS);
    Dataset<Row> ends = changes.where(not(col(RecordChanges.BEGINS)));
    return Amendment.of(Operational.RECORD, List.of(LINEAGE), ends, begin)
        .within(parts(files), LAYOUT)
        .changing(Operational.UNTIL);
  }

  private static Set<String> exports(List<DeliveredFile> files) {
    return files.stream()
        .map(file -> file.center() + "/" + file.export())
        .collect(Collectors.toSet());
  }

  /** Whether all records that are delivered begin, whatever they are. */
  private static boolean isPlain(Collection<Center> centers, List<DeliveredFile> files) {
    Set<String> delivered = exports(files);
    return centers.stream()
        .flatMap(
            center ->
                center.exports().values().stream()
                    .filter(export -> delivered.contains(center.name() + "/" + export.name())))
        .allMatch(export -> export.content().equals(Center.Content.SNAPSHOT));
  }

  /** Makes a centre's records again what they were before a date. */
  void backTo(String center, LocalDate date) {
    String part = "center = '%s'".formatted(center);
    Column open = col(Operational.UNTIL).isNull().or(col(Operational.UNTIL).geq(date.toString()));
    replace(
        lake.read(Operational.RECORD)
            .where(part)
            .where(col(Registry.DELIVERY).lt(date.toString()))
            .withColumn(
                Operational.UNTIL,
                when(open, lit(null).cast("string")).otherwise(col(Operational.UNTIL))),
        part);
  }

  /**
   * Writes a centre's records anew without some: not even as deleted are they in a file then.
   *
   * @param gone holds of those that go
   */
  void without(String center, Column gone) {
    if (lake.version(Operational.RECORD).isPresent()) {
      String part = "center = '%s'".formatted(center);
      replace(lake.read(Operational.RECORD).where(part).where(not(gone)), part);
    }
  }

  /** The version that was there before this run; empty when there was none. */
  OptionalLong before() {
    return before;
  }

  /** Makes centres' records again what they were before this run. */
  void undo(Set<String> centers) {
    String part = IngestStep.centersSql(centers);
    Map<String, Long> version =
        before.isEmpty() ? Map.of() : Map.of(Operational.RECORD.fullName(), before.getAsLong());
    replace(lake.at(version).read(Operational.RECORD).where(part), part);
  }

  private void replace(Dataset<Row> rows, String part) {
    lake.replace(Operational.RECORD, rows, part, LAYOUT);
  }

  /** SQL of the parts of bronze that files are of: centre and export of each. */
  private static String parts(List<DeliveredFile> files) {
    return files.stream()
        .map(file -> "(center = '%s' and export = '%s')".formatted(file.center(), file.export()))
        .distinct()
        .collect(Collectors.joining(" or "));
  }
}
