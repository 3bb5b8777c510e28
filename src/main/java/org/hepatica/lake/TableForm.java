package org.hepatica.lake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Metadata;
import org.hepatica.table.TableDefinition;
import scala.jdk.javaapi.CollectionConverters;

/** Gives a table that is there already the properties that one made today would have. */
final class TableForm {

  private final SparkSession spark;
  private final LakeTerms terms;

  TableForm(SparkSession spark, LakeTerms terms) {
    this.spark = spark;
    this.terms = terms;
  }

  /** Alters a table in one commit that moves no row; none when it is as it should be. */
  void renew(TableDefinition table, Path path) {
    DeltaLog log = DeltaLog.forTable(spark, path.toString());
    Metadata metadata = log.unsafeVolatileSnapshot().metadata();
    Map<String, String> has = CollectionConverters.asJava(metadata.configuration());
    Map<String, String> lacks = new TreeMap<>(TableProperties.of(table, terms));
    lacks.entrySet().removeIf(each -> each.getValue().equals(has.get(each.getKey())));
    if (lacks.isEmpty()) {
      return;
    }
    alter(log, lacks);
    terms.announce().accept("%s is altered: %s".formatted(table.fullName(), lacks));
  }

  /** By SQL it would be a commit for each constraint. */
  private static void alter(DeltaLog log, Map<String, String> properties) {
    OptimisticTransaction transaction = log.startTransaction();
    Metadata old = transaction.metadata();
    Map<String, String> all = new TreeMap<>(CollectionConverters.asJava(old.configuration()));
    all.putAll(properties);
    transaction.updateMetadata(
        old.copy(
            old.id(),
            old.name(),
            old.description(),
            old.format(),
            old.schemaString(),
            old.partitionColumns(),
            scala(all),
            old.createdTime()),
        false);
    transaction.commit(
        CollectionConverters.asScala(List.<Action>of()).toSeq(),
        new DeltaOperations.SetTableProperties(scala(properties)));
  }

  private static scala.collection.immutable.Map<String, String> scala(Map<String, String> map) {
    return scala.collection.immutable.Map.from(CollectionConverters.asScala(map));
  }
}
