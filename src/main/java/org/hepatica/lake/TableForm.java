package org.hepatica.lake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.hepatica.table.TableDefinition;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The properties and columns of a table that is there already, and how it comes to those that one
 * made today would have.
 */
final class TableForm {

  private static final Column NO = functions.lit(false);

  private final TableDefinition table;
  private final LakeTerms terms;
  private final DeltaLog log;
  private final Metadata stored;

  /** Of a table as it is now. */
  TableForm(SparkSession spark, TableDefinition table, Path path, LakeTerms terms) {
    this.table = table;
    this.terms = terms;
    log = DeltaLog.forTable(spark, path.toString());
    stored = log.unsafeVolatileSnapshot().metadata();
  }

  /** How its columns differ from those of its definition. */
  Evolution evolution() {
    return Evolution.of(table, stored.schema());
  }

  /**
   * Alters the table in one commit that moves no row; none when it is as it should be. A rule that
   * rows which stay break waits until they are gone.
   *
   * @param staying rows that are not about to be written; empty when all are
   */
  void renew(Optional<Supplier<Dataset<Row>>> staying) {
    Evolution evolution = evolution();
    List<String> problems = evolution.problems(terms.evolve());
    if (!problems.isEmpty()) {
      throw new TableException(String.join("\n", problems));
    }
    Map<String, String> has = CollectionConverters.asJava(stored.configuration());
    Map<String, String> lacks = lacks(has);
    Set<String> obsolete = obsolete(has);
    boolean hasNewColumns = !evolution.added().isEmpty() && !evolution.rewrites();
    if (lacks.isEmpty() && obsolete.isEmpty() && evolution.isNone()) {
      return;
    }
    Set<String> waiting = staying.map(rows -> broken(rows, lacks)).orElse(Set.of());
    lacks.keySet().removeAll(waiting);
    if (!lacks.isEmpty() || !obsolete.isEmpty() || hasNewColumns) {
      alter(lacks, obsolete, hasNewColumns ? evolution.added() : List.of());
    }
    evolution.said().forEach(terms.announce());
    say(lacks, obsolete, waiting);
  }

  private Map<String, String> lacks(Map<String, String> has) {
    Map<String, String> lacks = new TreeMap<>(TableProperties.of(table, terms));
    lacks.entrySet().removeIf(each -> each.getValue().equals(has.get(each.getKey())));
    return lacks;
  }

  /** Rules of ours that the definition demands no more. */
  private Set<String> obsolete(Map<String, String> has) {
    Set<String> obsolete = new TreeSet<>(has.keySet());
    obsolete.removeIf(property -> !Rule.isOurs(property));
    obsolete.removeAll(TableProperties.of(table, terms).keySet());
    return obsolete;
  }

  /** The properties of new rules that not all of some rows obey. */
  private Set<String> broken(Supplier<Dataset<Row>> rows, Map<String, String> lacks) {
    List<Rule> rules =
        Rule.of(table).stream().filter(rule -> lacks.containsKey(rule.property())).toList();
    if (rules.isEmpty()) {
      return Set.of();
    }
    Column[] obeyed =
        rules.stream()
            .map(rule -> functions.min(functions.coalesce(functions.expr(rule.sql()), NO)))
            .toArray(Column[]::new);
    Column[] others = Arrays.copyOfRange(obeyed, 1, obeyed.length);
    Row all = rows.get().agg(obeyed[0], others).head();
    Set<String> broken = new HashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      if (!all.isNullAt(i) && !all.getBoolean(i)) {
        broken.add(rules.get(i).property());
      }
    }
    return broken;
  }

  private void say(Map<String, String> lacks, Set<String> obsolete, Set<String> waiting) {
    Map<String, String> settings = new TreeMap<>(lacks);
    settings.keySet().removeIf(Rule::isOurs);
    List<String> parts = new ArrayList<>();
    settings.forEach((name, value) -> parts.add(name + " = " + value));
    if (lacks.size() > settings.size()) {
      parts.add(lacks.size() - settings.size() + " rules new or changed");
    }
    if (!obsolete.isEmpty()) {
      parts.add(obsolete.size() + " rules gone");
    }
    if (!waiting.isEmpty()) {
      parts.add(waiting.size() + " rules wait until rows of before that break them are replaced");
    }
    if (!parts.isEmpty()) {
      terms.announce().accept(table.fullName() + " is altered: " + String.join(", ", parts));
    }
  }

  /** By SQL it would be a commit for each rule. */
  private void alter(
      Map<String, String> properties, Set<String> obsolete, List<StructField> columns) {
    OptimisticTransaction transaction = log.startTransaction();
    Metadata old = transaction.metadata();
    Map<String, String> all = new TreeMap<>(CollectionConverters.asJava(old.configuration()));
    all.keySet().removeAll(obsolete);
    all.putAll(properties);
    transaction.updateMetadata(
        old.copy(
            old.id(),
            old.name(),
            old.description(),
            old.format(),
            with(old.schema(), columns).json(),
            old.partitionColumns(),
            scala(all),
            old.createdTime()),
        false);
    transaction.commit(
        CollectionConverters.asScala(List.<Action>of()).toSeq(),
        new DeltaOperations.SetTableProperties(scala(properties)));
  }

  private static StructType with(StructType schema, List<StructField> columns) {
    StructType all = schema;
    for (StructField column : columns) {
      all = all.add(column.name(), column.dataType(), true);
    }
    return all;
  }

  private static scala.collection.immutable.Map<String, String> scala(Map<String, String> map) {
    return scala.collection.immutable.Map.from(CollectionConverters.asScala(map));
  }
}
