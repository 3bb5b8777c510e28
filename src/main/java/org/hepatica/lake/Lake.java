package org.hepatica.lake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;

/**
 * The Delta tables of one lake folder, seen by one study. Tables of the gold and result layers lie
 * in a folder of the study's own; the others are shared by all studies.
 */
public final class Lake implements Tables {

  /** So few that to read them takes less than to make a good plan. */
  private static final long FEW_BYTES = 1 << 20;

  private final SparkSession spark;
  private final Path root;
  private final String study;
  private final LakeTerms terms;
  private final Staging staging;
  private final LightSession light;
  private final KeptRows keptRows = new KeptRows();
  private final CommitTimes commits = new CommitTimes();

  /** By table's full name, the version to read; null for the newest of all. */
  private final Map<String, Long> versions;

  /** By table's full name, the version to read until the table is written; the newest of others. */
  private final Map<String, Long> goneOnFrom = new ConcurrentHashMap<>();

  /** What is read of tables that this one has not written; null when it is a lake of its own. */
  private final Lake base;

  private Lake(
      SparkSession spark,
      Path root,
      String study,
      LakeTerms terms,
      Map<String, Long> versions,
      Lake base) {
    this.spark = spark;
    this.root = root.toAbsolutePath().normalize();
    this.study = study;
    this.terms = terms;
    this.versions = versions;
    this.base = base;
    staging = new Staging(spark, this.root.resolve("staging"));
    light = LightSession.ofDriver(spark);
  }

  /** The lake under a folder, which need not exist yet, on the usual terms. */
  public static Lake open(SparkSession spark, Path root, String study) {
    return open(spark, root, study, LakeTerms.withDefaults());
  }

  /** The same on terms of its own. */
  public static Lake open(SparkSession spark, Path root, String study, LakeTerms terms) {
    return new Lake(spark, root, study, terms, null, null);
  }

  /**
   * The same lake as a run left it.
   *
   * @param run versions by {@linkplain TableDefinition#fullName full name}; tables that it does not
   *     name are not there
   */
  public Lake at(Map<String, Long> run) {
    return new Lake(spark, root, study, terms, Map.copyOf(run), null);
  }

  /**
   * The same tables, to be written to without being touched: what is written lies under another
   * folder, and is read from there.
   */
  public Lake branch(Path folder) {
    return new Lake(spark, folder, study, terms, null, this);
  }

  /** The commits that were made through this. */
  public CommitTimes commits() {
    return commits;
  }

  /** The lake that a table is read from. */
  private Lake holding(TableDefinition table) {
    return base == null || newest(table).isPresent() ? this : base.holding(table);
  }

  /** Where a table lies, whether or not it exists. */
  public Path path(TableDefinition table) {
    Path layer = root.resolve(table.layer().folder());
    return (table.layer().ofStudy() ? layer.resolve(study) : layer).resolve(table.name());
  }

  /** The version that is read: of a table's newest commit; empty when it was never written. */
  public OptionalLong version(TableDefinition table) {
    Lake holding = holding(table);
    if (holding != this) {
      return holding.version(table);
    }
    if (versions != null) {
      Long version = versions.get(table.fullName());
      return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }
    Long earlier = goneOnFrom.get(table.fullName());
    return earlier == null ? newest(table) : OptionalLong.of(earlier);
  }

  OptionalLong newest(TableDefinition table) {
    if (!Files.isDirectory(path(table).resolve("_delta_log"))) {
      return OptionalLong.empty();
    }
    long version = snapshot(table).version();
    return version < 0 ? OptionalLong.empty() : OptionalLong.of(version);
  }

  /** The size of a table's files; 0 when it was never written. */
  public long bytes(TableDefinition table) {
    Lake holding = holding(table);
    if (holding != this) {
      return holding.bytes(table);
    }
    OptionalLong version = version(table);
    if (version.isEmpty()) {
      return 0;
    }
    return new Commit(path(table), version.getAsLong())
        .tableBytes()
        .orElseGet(() -> snapshot(table).sizeInBytes());
  }

  private Snapshot snapshot(TableDefinition table) {
    return log(table).snapshot();
  }

  /** A table's log as the files that it is. */
  public LogFolder log(TableDefinition table) {
    return new LogFolder(spark, table, path(table));
  }

  /** Rows that a table's newest commit wrote, as that commit tells; empty when it does not. */
  public OptionalLong rowsOfLastCommit(TableDefinition table) {
    OptionalLong version = version(table);
    return version.isEmpty()
        ? OptionalLong.empty()
        : new Commit(path(table), version.getAsLong()).outputRows();
  }

  @Override
  public Dataset<Row> read(TableDefinition table) {
    return read(spark, table);
  }

  /**
   * The same tables for what is made of few rows, such as counts, and of no other tables: plans are
   * run as they are, without code that is generated for them.
   */
  public Tables small() {
    return table -> read(light.get(), table);
  }

  Dataset<Row> read(SparkSession session, TableDefinition table) {
    Lake holding = holding(table);
    if (holding != this) {
      return holding.read(session, table);
    }
    OptionalLong version = version(table);
    if (version.isEmpty()) {
      return session.createDataFrame(List.of(), table.schema());
    }
    Optional<List<Row>> atHand = keptRows.of(path(table), version.getAsLong());
    if (atHand.isPresent()) {
      return session.createDataFrame(atHand.get(), table.schema());
    }
    boolean isNewest = versions == null && !goneOnFrom.containsKey(table.fullName());
    return new TableReading(session, table, path(table), snapshot(table))
        .at(version.getAsLong(), isNewest);
  }

  /** The session for rows that the driver makes or wants of a table. */
  private SparkSession session(TableDefinition table, boolean ofRowsAlone) {
    return ofRowsAlone || bytes(table) <= FEW_BYTES ? light.get() : spark;
  }

  /** All rows of a table that is small: as they were made, where they are still at hand. */
  public List<Row> collect(TableDefinition table) {
    Lake holding = holding(table);
    if (holding != this) {
      return holding.collect(table);
    }
    OptionalLong version = version(table);
    return version.isPresent()
        ? keptRows
            .of(path(table), version.getAsLong())
            .orElseGet(() -> read(session(table, false), table).collectAsList())
        : List.of();
  }

  /**
   * What changed in a table up to the version that is read.
   *
   * @param since a version that it has had
   */
  public ChangeFeed changes(TableDefinition table, long since) {
    long until = version(table).orElse(since);
    // Until it is written again, what was committed after a version gone on from is no change.
    return new ChangeFeed(spark, table, path(table), since, until);
  }

  /**
   * Whether tables together are so large that to follow changes is less work than to look at all.
   */
  public boolean isFollowed(Collection<TableDefinition> tables) {
    return tables.stream().mapToLong(this::bytes).sum() >= terms.mergedFrom();
  }

  /** Whether what is written stays beside the tables that are read. */
  public boolean isBranch() {
    return base != null;
  }

  /** Whether a session has to plan for deletion vectors, which small nights would leave out. */
  public static boolean hasVectors(SparkSession spark) {
    return spark.conf().get(Vectors.IN_USE, "false").equals("true");
  }

  /**
   * Refuses tables of which this version of the program would lose a column or change its type.
   *
   * @throws TableException with every such column, unless the lake's terms let it go
   */
  public void refuseLoss(Collection<TableDefinition> tables) {
    List<String> problems = new ArrayList<>();
    for (TableDefinition table : tables) {
      if (newest(table).isPresent()) {
        problems.addAll(writer(table).form().evolution().problems(terms.evolve()));
      }
    }
    if (!problems.isEmpty()) {
      throw new TableException(String.join("\n", problems));
    }
  }

  /** Replaces all rows of a table in one commit. */
  public void overwrite(TableDefinition table, Dataset<Row> rows) {
    writer(table).overwrite(rows);
  }

  /** Replaces all rows of a table by rows made on the driver, and keeps them at hand. */
  public void overwrite(TableDefinition table, List<Row> rows) {
    writer(table).overwrite(rows(light.get(), table, rows));
    version(table).ifPresent(v -> keptRows.keep(path(table), v, rows, table.schema()));
  }

  /**
   * Replaces a part of a table in one commit; the rest stays.
   *
   * @param table the table
   * @param come rows of that part only
   * @param part SQL over the partition columns
   * @param partitions columns by whose values the table is laid out in folders
   */
  public void replace(TableDefinition table, Dataset<Row> come, String part, String... partitions) {
    writer(table).replace(come, part, partitions);
  }

  /** The same with rows made on the driver. */
  public void replace(TableDefinition table, List<Row> come, String part, String... partitions) {
    TableWriter writer = writer(table);
    SparkSession session = session(table, !writer.writesAll(part, partitions));
    writer.in(session).replace(rows(session, table, come), part, partitions);
  }

  /**
   * Adds rows in one commit.
   *
   * @throws IllegalStateException if an earlier version was gone on from: rows since would stay
   */
  public void append(TableDefinition table, Dataset<Row> rows) {
    writer(table).append(rows);
  }

  /** The same with rows made on the driver. */
  public void append(TableDefinition table, List<Row> rows) {
    TableWriter writer = writer(table);
    SparkSession session = session(table, !writer.rewrites());
    writer.in(session).append(rows(session, table, rows));
  }

  /**
   * Takes rows out of a table, or changes them, and adds others. Of a large table only these rows
   * are written, what goes being marked where it lies; else the part is.
   */
  public void amend(Amendment amendment) {
    amending(List.of(amendment)).forEach(Runnable::run);
  }

  /**
   * The same of several tables, which are to be written by what is returned, in any order or side
   * by side. Where rows of large tables lie is found at once, for all of them together.
   */
  public List<Runnable> amending(List<Amendment> amendments) {
    Map<TableDefinition, Marking> large = new LinkedHashMap<>();
    Places places =
        DiskFailure.telling(
            e -> DiskFailure.told("tables that are amended", root, e),
            () -> {
              amendments.stream()
                  .filter(each -> merges(each.table()))
                  .forEach(each -> large.put(each.table(), marking(each)));
              return Marking.places(List.copyOf(large.values()));
            });
    return amendments.stream()
        .map(each -> amending(each, Optional.ofNullable(large.get(each.table())), places))
        .toList();
  }

  private Marking marking(Amendment amendment) {
    return new Marking(spark, path(amendment.table()), amendment, staging);
  }

  private Runnable amending(Amendment amendment, Optional<Marking> marking, Places places) {
    TableWriter writer = writer(amendment.table());
    return marking
        .<Runnable>map(rows -> () -> writer.mark(rows, places))
        .orElse(() -> writer.rewrite(amendment));
  }

  /**
   * The rows that are read, as the next {@link #amend} of the table may be told of them: of a large
   * table with where they lie, in further columns.
   */
  public Dataset<Row> located(TableDefinition table) {
    return base == null && versions == null && merges(table)
        ? Located.rows(spark, table, path(table))
        : read(table);
  }

  private boolean merges(TableDefinition table) {
    return version(table).isPresent()
        && bytes(table) >= terms.mergedFrom()
        && !isGoneOnFrom(table)
        && !writer(table).rewrites();
  }

  /**
   * Gives a table that is there the properties and new columns that the next write would give it,
   * in a commit that changes no row; none when it is as it should be.
   */
  public void renew(TableDefinition table) {
    writer(table).renew();
  }

  private TableWriter writer(TableDefinition table) {
    return new TableWriter(spark, this, table, terms);
  }

  /** Rows made on the driver, as a Dataset of a table's schema. */
  public Dataset<Row> rows(TableDefinition table, List<Row> rows) {
    return rows(spark, table, rows);
  }

  private static Dataset<Row> rows(SparkSession session, TableDefinition table, List<Row> rows) {
    return session.createDataFrame(rows, table.schema()).coalesce(1);
  }

  /** Whether what is read is not the newest, but an earlier version that is gone on from. */
  boolean isGoneOnFrom(TableDefinition table) {
    return goneOnFrom.containsKey(table.fullName());
  }

  /** Notes what a write of a table came to: its newest version is what is read from now on. */
  void written(TableDefinition table, OptionalLong before) {
    newest(table).stream()
        .filter(after -> after > before.orElse(-1))
        .forEach(after -> commits.note(new Commit(path(table), after)));
    goneOnFrom.remove(table.fullName());
  }

  /**
   * Goes on from an earlier version of a table: what was committed since is read no more, and is
   * not part of what is written next. This costs nothing until then, and moves no rows.
   *
   * @param version one that the table has had
   */
  public void goOnFrom(TableDefinition table, long version) {
    goneOnFrom.put(table.fullName(), version);
  }

  /** Removes a table that no run has shown to anybody. */
  public void remove(TableDefinition table) {
    Folders.delete(path(table));
    DeltaLog.invalidateCache(spark, new org.apache.hadoop.fs.Path(path(table).toUri()));
  }

  /**
   * Writes an intermediate dataset down and reads it back, so that many can read it without its
   * plan running again; {@link #clearStaging} removes it.
   *
   * @param name of the intermediate, unique in the run
   * @param rows what to settle
   * @param by columns by whose values it is laid out in folders
   */
  public Dataset<Row> settle(String name, Dataset<Row> rows, String... by) {
    return staging.settle(name, rows, by);
  }

  /** Removes what {@link #settle} wrote. */
  public void clearStaging() {
    staging.clear();
  }

  /** Removes a branch with all that was written to it. */
  public void discard() {
    if (base == null) {
      throw new IllegalStateException("only a branch is discarded");
    }
    Folders.delete(root);
  }
}
