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
import java.util.function.Function;
import java.util.function.UnaryOperator;
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

  ExportContents(Collection<Center> centers) {
    exports =
        centers.stream()
            .flatMap(c -> c.exports().values().stream().map(export -> new Of(c.name(), export)))
            .filter(each -> !each.export().content().equals(Center.Content.SNAPSHOT))
            .toList();
  }

  /** Whether a record replaces the one of its key. */
  Column isKeyed() {
    return isChanges().and(col(Operational.DEFECT).isNull());
  }

  private Column isChanges() {
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

  /**
   * Of counting records those that a delivery can end: all, but for exports that bring changes
   * alone, of which it ends those whose key it has, or that have none. Export by export, as one
   * expression for all of them is more than Java compiles; and settled, as what follows would be.
   */
  Dataset<Row> concerned(
      Dataset<Row> delivered, Dataset<Row> counting, UnaryOperator<Dataset<Row>> settle) {
    String hash = "key_hash";
    Dataset<Row> concerned = counting.where(isChanges().and(col(Operational.DEFECT).isNotNull()));
    for (Of each : changes().toList()) {
      Column keyed = each.isHere().and(col(Operational.DEFECT).isNull());
      Column hashed = xxhash64(cells(each)).as(hash);
      concerned =
          concerned.union(
              counting
                  .where(keyed)
                  .withColumn(hash, hashed)
                  .join(delivered.where(keyed).select(hashed), hash, "left_semi")
                  .drop(hash));
    }
    return settle.apply(concerned).union(counting.where(not(isChanges())));
  }

  /** The cells that {@link #identity} needs. */
  Column keyCells() {
    return when(isChanges(), col(Operational.CELLS)).otherwise(lit(null));
  }

  /** The same records, those of changes that lack a part of their key with a defect. */
  Dataset<Row> keysChecked(Dataset<Row> delivered) {
    if (changes().findAny().isEmpty()) {
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
