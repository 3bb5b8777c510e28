package org.hepatica.transform.history;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.quality.Rules;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** What deliveries of centres' exports are, as columns over their records. */
final class ExportContents {

  private record Of(String center, Center.Export export) {

    Column isHere() {
      return col(Registry.CENTER)
          .equalTo(center)
          .and(col(Operational.EXPORT).equalTo(export.name()));
    }

    boolean isChanges() {
      return export.content().isChanges();
    }
  }

  private final List<Of> exports;
  private final boolean allChanges;

  ExportContents(Collection<Center> centers) {
    this(centers, (center, export) -> true);
  }

  /**
   * Of some exports alone.
   *
   * @param meant holds of them, by the names of the centre and the export
   */
  ExportContents(Collection<Center> centers, BiPredicate<String, String> meant) {
    List<Of> all =
        centers.stream()
            .flatMap(c -> c.exports().values().stream().map(export -> new Of(c.name(), export)))
            .filter(each -> meant.test(each.center(), each.export().name()))
            .toList();
    allChanges = all.stream().allMatch(Of::isChanges);
    exports =
        all.stream()
            .filter(each -> !each.export().content().equals(Center.Content.SNAPSHOT))
            .toList();
  }

  /** Whether a record replaces the one of its key. */
  Column isKeyed() {
    return isChanges().and(col(Operational.DEFECT).isNull());
  }

  /** Whether a record's export brings changes alone. */
  Column isChanges() {
    return either(changes().map(Of::isHere));
  }

  private Stream<Of> changes() {
    return exports.stream().filter(Of::isChanges);
  }

  /** Whether a record stands for a deletion; null where its export has no such thing. */
  Column isTombstone() {
    return of(
        exports.stream().filter(each -> each.export().content().tombstone().isPresent()).toList(),
        each -> {
          Center.Tombstone tombstone = each.export().content().tombstone().orElseThrow();
          return trim(cell(tombstone.column())).isInCollection(tombstone.values());
        },
        lit(false));
  }

  /** By what records are told to be the same: the key's cells, or the content. */
  Column identity(Column keyed) {
    return when(keyed, of(changes().toList(), ExportContents::key, lit(null)))
        .otherwise(col(Operational.CONTENT));
  }

  /** Whether an export brings changes alone, in any of the centres. */
  boolean hasChanges() {
    return changes().findAny().isPresent();
  }

  /** Whether every export of the centres does. */
  boolean areAllChanges() {
    return allChanges;
  }

  /** By export that brings changes alone, which records are of it and have a key. */
  List<Keyed> keyed() {
    return changes()
        .map(
            each ->
                new Keyed(
                    each.isHere().and(col(Operational.DEFECT).isNull()), xxhash64(cells(each))))
        .toList();
  }

  /**
   * The records of one export that have a key.
   *
   * @param isOne whether a record is one
   * @param hash of its key
   */
  record Keyed(Column isOne, Column hash) {}

  /** The cells that {@link #identity} needs. */
  Column keyCells() {
    return when(isChanges(), col(Operational.CELLS)).otherwise(lit(null));
  }

  /** The same records, those of changes that lack a part of their key with a defect. */
  Dataset<Row> keysChecked(Dataset<Row> delivered) {
    if (!hasChanges()) {
      return delivered;
    }
    Column lacks =
        col(Operational.DEFECT)
            .isNull()
            .and(
                either(
                    changes()
                        .map(
                            each ->
                                each.isHere()
                                    .and(
                                        either(
                                            each.export().content().key().stream()
                                                .map(name -> cell(name).isNull()))))));
    Column problem =
        concat(
            lit(Rules.MISSING_VALUE + ": the key of the record, "),
            of(
                changes().toList(),
                each -> lit(String.join(", ", each.export().content().key())),
                lit(null)),
            lit(", is not whole, so that it replaces nothing; have the centre complete it"));
    return delivered
        .withColumn("lacks", lacks)
        .withColumn(
            Operational.DEFECT, when(col("lacks"), problem).otherwise(col(Operational.DEFECT)))
        .withColumn(
            Operational.CELLS,
            when(not(col("lacks")), col(Operational.CELLS))
                .otherwise(map().cast("map<string,string>")))
        .drop("lacks");
  }

  private static Column key(Of each) {
    return sha2(to_json(array(cells(each))), 256);
  }

  private static Column[] cells(Of each) {
    return each.export().content().key().stream().map(ExportContents::cell).toArray(Column[]::new);
  }

  private static Column cell(String column) {
    return col(Operational.CELLS).getItem(column);
  }

  private static Column of(List<Of> exports, Function<Of, Column> value, Column otherwise) {
    Column result = otherwise;
    for (Of each : exports) {
      result = when(each.isHere(), value.apply(each)).otherwise(result);
    }
    return result;
  }

  private static Column either(Stream<Column> conditions) {
    return conditions.reduce(Column::or).orElse(lit(false));
  }
}
