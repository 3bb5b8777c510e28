package org.hepatica.job;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.ChangeFeed;
import org.hepatica.lake.Lake;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;
import org.hepatica.transform.history.ChangedPatients;

/**
 * What changed between two states of a lake, by the tables' change feeds.
 *
 * @param then the earlier state
 * @param now the later one
 * @param close rows that went and came between the two, where the night itself noted them; of other
 *     tables the feeds tell
 */
record LakeChanges(Lake then, Lake now, List<CloseTables> close) {

  /** What tells of the analyses' subjects. */
  static final List<TableDefinition> SUBJECTS = List.of(Gold.SUBJECT, Gold.TIME_TO_EVENT);

  /** Two states of tables. */
  record Sides(Tables then, Tables now) {}

  /**
   * Of two states.
   *
   * @param close what this night's steps noted; it counts as far as these two states differ by it
   */
  LakeChanges {
    close = close.stream().filter(tables -> tables.isBetween(then, now)).toList();
  }

  private Optional<CloseTables> close(TableDefinition table) {
    return close.stream().filter(each -> each.tables().contains(table)).findFirst();
  }

  /**
   * All records of those whose records changed, as far as ingestion looks at them; empty when it is
   * not known whose did.
   */
  Optional<Dataset<Row>> records() {
    return close(Registry.PATIENT).flatMap(CloseTables::records);
  }

  /** Why the changes of some of these tables cannot be told; empty when all can. */
  Optional<String> whyNot(Collection<TableDefinition> tables) {
    return tables.stream()
        .flatMap(
            table ->
                feed(table).flatMap(ChangeFeed::whyNot).stream()
                    .map(why -> "of " + table.fullName() + " " + why))
        .findFirst();
  }

  private Optional<ChangeFeed> feed(TableDefinition table) {
    OptionalLong since = then.version(table);
    return since.isPresent()
        ? Optional.of(now.changes(table, since.getAsLong()))
        : Optional.empty();
  }

  /** Rows that came and rows that went, as {@link ChangeFeed#rows}; all of a table new since. */
  Dataset<Row> of(TableDefinition table) {
    return close(table).map(tables -> tables.changes(table)).orElseGet(() -> ofFeed(table));
  }

  private Dataset<Row> ofFeed(TableDefinition table) {
    return feed(table)
        .map(ChangeFeed::rows)
        .orElseGet(() -> now.read(table).withColumn(ChangeFeed.CHANGE, lit(1)));
  }

  /**
   * Centre and patient, each once, of whom the registry or the gene's status says something else.
   *
   * @param centers SQL of the rows of the centres that are meant
   * @param settle gives an intermediate of a name written down; the name tells which two states
   */
  Dataset<Row> patients(String centers, BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    List<TableDefinition> tables = new ArrayList<>(Registry.ALL);
    tables.add(Genomic.GENE_STATUS);
    return patients("changed-patients", tables, centers, settle);
  }

  /** The same of patients who are others as subjects of the analyses. */
  Dataset<Row> subjects(String centers, BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    return patients("changed-subjects", SUBJECTS, centers, settle);
  }

  /**
   * Tables in which some patients are found as they were and as they are, among others: the
   * registry's are as small as may be.
   *
   * @param patients centre and patient, each once
   */
  Sides around(Dataset<Row> patients) {
    return close(Registry.PATIENT)
        .filter(silver -> silver.hasAll(patients))
        .map(silver -> new Sides(silver.wasAmong(then), silver.isAmong(now)))
        .orElseGet(() -> new Sides(then, now));
  }

  /**
   * {@link #SUBJECTS} with the changed ones, and perhaps some others, as they were and as they are;
   * settled.
   */
  Sides ofSubjects(String centers, BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    Optional<CloseTables> gold = close(Gold.SUBJECT);
    if (gold.isPresent()) {
      return new Sides(gold.get().wasAmong(then), gold.get().isAmong(now));
    }
    Dataset<Row> patients = subjects(centers, settle);
    SideBySide parts = new SideBySide();
    String states = Run.hash(versions(SUBJECTS).toString(), centers);
    Supplier<Tables> were = settled(parts, then, patients, "were-" + states, settle);
    Supplier<Tables> are = settled(parts, now, patients, "are-" + states, settle);
    parts.run();
    return new Sides(were.get(), are.get());
  }

  /** A state with {@link #SUBJECTS} of some patients alone; to be had once the parts have run. */
  private static Supplier<Tables> settled(
      SideBySide parts,
      Lake lake,
      Dataset<Row> patients,
      String name,
      BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    Tables only = ChangedPatients.only(lake, patients);
    Map<TableDefinition, Supplier<Dataset<Row>>> rows = new LinkedHashMap<>();
    for (TableDefinition table : SUBJECTS) {
      rows.put(table, parts.find(() -> settle.apply(table.name() + "-" + name, only.read(table))));
    }
    return () -> {
      Tables tables = lake;
      for (TableDefinition table : SUBJECTS) {
        tables = tables.with(table, rows.get(table).get());
      }
      return tables;
    };
  }

  private List<String> versions(Collection<TableDefinition> tables) {
    return tables.stream()
        .map(table -> table.fullName() + then.version(table) + now.version(table))
        .toList();
  }

  private Dataset<Row> patients(
      String name,
      Collection<TableDefinition> tables,
      String centers,
      BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    List<TableDefinition> written =
        tables.stream().filter(table -> !now.version(table).equals(then.version(table))).toList();
    List<TableDefinition> others =
        written.stream().filter(table -> close(table).isEmpty()).toList();
    List<Dataset<Row>> parts = new ArrayList<>();
    close.stream()
        .filter(each -> each.tables().stream().anyMatch(written::contains))
        .forEach(each -> parts.add(each.changed()));
    if (!others.isEmpty()) {
      parts.add(new ChangedPatients(ChangeFeed.CHANGE).of(others, this::identified));
    }
    if (parts.isEmpty()) {
      return now.rows(Gold.SUBJECT, List.of()).select(Registry.CENTER, Registry.PATIENT_ID);
    }
    return settle.apply(
        name + "-" + Run.hash(versions(written).toString(), centers),
        parts.stream().reduce(Dataset::union).orElseThrow().where(centers).distinct());
  }

  private Dataset<Row> identified(TableDefinition table) {
    return identified(of(table));
  }

  /** With the patient under the registry's name. */
  static Dataset<Row> identified(Dataset<Row> rows) {
    return rows.withColumnRenamed(Gold.USUBJID, Registry.PATIENT_ID);
  }
}
