package org.hepatica.lake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.functions;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;

/**
 * The Delta tables of one lake folder, seen by one study. Tables of the gold and result layers lie
 * in a folder of the study's own; the others are shared by all studies.
 */
public final class Lake implements Tables {

  private static final String ALL = "true";

  private final SparkSession spark;
  private final Path root;
  private final String study;
  private final LakeTerms terms;
  private final Staging staging;
  private final Map<Path, Kept> keptRows = new ConcurrentHashMap<>();
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

  private OptionalLong newest(TableDefinition table) {
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
    Lake holding = holding(table);
    if (holding != this) {
      return holding.read(table);
    }
    OptionalLong version = version(table);
    if (version.isEmpty()) {
      return spark.createDataFrame(List.of(), table.schema());
    }
    Optional<List<Row>> atHand = atHand(table, version.getAsLong());
    if (atHand.isPresent()) {
      return spark.createDataFrame(atHand.get(), table.schema());
    }
    boolean isNewest = versions == null && !goneOnFrom.containsKey(table.fullName());
    return new TableReading(spark, table, path(table), snapshot(table))
        .at(version.getAsLong(), isNewest);
  }

  /** Rows of that version that the driver made, if it did. */
  private Optional<List<Row>> atHand(TableDefinition table, long version) {
    return Optional.ofNullable(keptRows.get(path(table)))
        .filter(kept -> kept.version == version)
        .map(Kept::rows);
  }

  /** All rows of a table that is small: as they were made, where they are still at hand. */
  public List<Row> collect(TableDefinition table) {
    Lake holding = holding(table);
    if (holding != this) {
      return holding.collect(table);
    }
    OptionalLong version = version(table);
    return version.isPresent()
        ? atHand(table, version.getAsLong()).orElseGet(() -> read(table).collectAsList())
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
        problems.addAll(form(table).evolution().problems(terms.evolve()));
      }
    }
    if (!problems.isEmpty()) {
      throw new TableException(String.join("\n", problems));
    }
  }

  private TableForm form(TableDefinition table) {
    return new TableForm(spark, table, path(table), terms);
  }

  /** Replaces all rows of a table in one commit. */
  public void overwrite(TableDefinition table, Dataset<Row> rows) {
    overwriteInSchema(table, inSchema(table, rows));
  }

  private void overwriteInSchema(TableDefinition table, Dataset<Row> rows) {
    DataFrameWriter<Row> writer = writer(table, rows).mode(mode(table));
    if (rewrites(table)) {
      writer.option("overwriteSchema", "true");
    }
    commit(table, Optional.empty(), () -> write(table, rows, ALL, writer));
  }

  /** By the shortest way: a table that was written whole tells itself which files go. */
  private void write(
      TableDefinition table, Dataset<Row> rows, String part, DataFrameWriter<Row> writer) {
    OptionalLong newest = newest(table);
    Optional<Rewriting> rewriting =
        newest.isEmpty() || goneOnFrom.containsKey(table.fullName()) || rewrites(table)
            ? Optional.empty()
            : Rewriting.of(spark, table, path(table), newest.getAsLong(), part);
    rewriting.ifPresentOrElse(
        rewritten -> rewritten.write(rows), () -> writer.save(path(table).toString()));
  }

  /**
   * Gives a table that is there the properties and new columns that the next write would give it,
   * in a commit that changes no row; none when it is as it should be.
   */
  public void renew(TableDefinition table) {
    if (newest(table).isPresent() && !rewrites(table)) {
      form(table).renew(Optional.of(() -> read(table)));
    }
  }

  private boolean rewrites(TableDefinition table) {
    return newest(table).isPresent() && form(table).evolution().rewrites();
  }

  /** The properties count where this makes the table; one that is there is renewed before. */
  private DataFrameWriter<Row> writer(TableDefinition table, Dataset<Row> rows) {
    return rows.write().format("delta").options(TableProperties.of(table, terms));
  }

  /**
   * Every commit of a table: the table that is there is renewed first.
   *
   * @param staying rows that the commit leaves as they are; empty when it writes all
   */
  private void commit(
      TableDefinition table, Optional<Supplier<Dataset<Row>>> staying, Runnable write) {
    FaultPoint.at("before " + table.fullName());
    OptionalLong before = newest(table);
    if (before.isPresent()) {
      form(table).renew(staying);
    }
    try {
      write.run();
    } catch (Exception | FSError e) {
      // Spark throws exceptions that Java holds for checked ones; FSError is Hadoop's of the disk.
      Optional<TableException> told =
          Rule.told(table, e).or(() -> DiskFailure.told(table.fullName(), path(table), e));
      if (told.isPresent()) {
        throw told.get();
      }
      throw e;
    }
    newest(table).stream()
        .filter(after -> after > before.orElse(-1))
        .forEach(after -> commits.note(new Commit(path(table), after)));
    goneOnFrom.remove(table.fullName());
    FaultPoint.at("after " + table.fullName());
  }

  /** Replaces all rows of a table by rows made on the driver, and keeps them at hand. */
  public void overwrite(TableDefinition table, List<Row> rows) {
    overwrite(table, rows(table, rows));
    version(table).ifPresent(v -> keptRows.put(path(table), Kept.of(v, rows, table)));
  }

  /** To overwrite what is not there yet Delta would look for files to remove. */
  private String mode(TableDefinition table) {
    return version(table).isPresent() ? "overwrite" : "append";
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
    Dataset<Row> own = inSchema(table, come);
    Supplier<Dataset<Row>> rest = () -> read(table).where("not coalesce(" + part + ", false)");
    // What was committed since the version gone on from has to go, so all rows are written; as they
    // are where all change their form. Of a small table it takes less than to find the part.
    boolean writesAll =
        goneOnFrom.containsKey(table.fullName())
            || rewrites(table)
            || version(table).isPresent()
                && bytes(table) < terms.mergedFrom()
                && !Rewriting.isOfFolders(table, List.of(partitions), part);
    Dataset<Row> rows = writesAll ? own.unionByName(rest.get()) : own;
    DataFrameWriter<Row> writer = writer(table, rows).mode(mode(table)).partitionBy(partitions);
    if (writesAll) {
      writer.option("overwriteSchema", rewrites(table));
    } else if (version(table).isPresent()) {
      writer.option("replaceWhere", part);
    }
    commit(
        table,
        writesAll ? Optional.empty() : Optional.of(rest),
        () -> write(table, rows, writesAll ? ALL : part, writer));
  }

  /**
   * Takes rows out of a table, or changes them, and adds others. Of a large table only these rows
   * are written, what goes being marked where it lies; else the part is.
   */
  public void amend(Amendment amendment) {
    TableDefinition table = amendment.table();
    if (merges(table)) {
      Marking marking = new Marking(spark, path(table), amendment, staging);
      commit(table, Optional.of(() -> read(table)), marking::write);
      return;
    }
    Dataset<Row> left = amendment.left(read(table).where(amendment.part()));
    Dataset<Row> rows = inSchema(table, left).unionByName(inSchema(table, amendment.come()));
    if (amendment.partitions().isEmpty()) {
      overwriteInSchema(table, rows);
    } else {
      replace(table, rows, amendment.part(), amendment.partitions().toArray(String[]::new));
    }
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
        && !goneOnFrom.containsKey(table.fullName())
        && !rewrites(table);
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

  /**
   * Adds rows in one commit.
   *
   * @throws IllegalStateException if an earlier version was gone on from: rows since would stay
   */
  public void append(TableDefinition table, Dataset<Row> rows) {
    if (goneOnFrom.containsKey(table.fullName())) {
      throw new IllegalStateException(
          "nothing is appended to an earlier version of " + table.fullName());
    }
    Dataset<Row> own = inSchema(table, rows);
    if (rewrites(table)) {
      overwriteInSchema(table, read(table).unionByName(own));
      return;
    }
    DataFrameWriter<Row> writer = writer(table, own).mode("append");
    commit(table, Optional.of(() -> read(table)), () -> writer.save(path(table).toString()));
  }

  /** Rows made on the driver, as a Dataset of a table's schema. */
  public Dataset<Row> rows(TableDefinition table, List<Row> rows) {
    return spark.createDataFrame(rows, table.schema()).coalesce(1);
  }

  /** The table's columns in its order; a missing one is an error that Spark names. */
  private static Dataset<Row> inSchema(TableDefinition table, Dataset<Row> rows) {
    Column[] columns =
        Arrays.stream(table.schema().fields())
            .map(field -> functions.col(field.name()).cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  /** Rows of a table, as the driver made them for one of its versions. */
  private record Kept(long version, List<Row> rows) {

    /** With the names of their columns, as rows have them that are read. */
    private static Kept of(long version, List<Row> rows, TableDefinition table) {
      Stream<Row> named =
          rows.stream().map(row -> new GenericRowWithSchema(values(row), table.schema()));
      return new Kept(version, named.toList());
    }

    private static Object[] values(Row row) {
      return IntStream.range(0, row.size()).mapToObj(row::get).toArray();
    }
  }
}
