package org.hepatica.lake;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.hepatica.table.TableDefinition;

/** Writes one table of a lake: each time one commit, of a table that is renewed before. */
final class TableWriter {

  private static final String ALL = "true";

  private final SparkSession spark;
  private final Lake lake;
  private final TableDefinition table;
  private final LakeTerms terms;
  private final Path path;

  TableWriter(SparkSession spark, Lake lake, TableDefinition table, LakeTerms terms) {
    this.spark = spark;
    this.lake = lake;
    this.table = table;
    this.terms = terms;
    path = lake.path(table);
  }

  /** The same whose rows are of another session: so must be those that stay. */
  TableWriter in(SparkSession session) {
    return new TableWriter(session, lake, table, terms);
  }

  TableForm form() {
    return new TableForm(spark, table, path, terms);
  }

  /** Whether all rows have to be written, as they change their form. */
  boolean rewrites() {
    return lake.newest(table).isPresent() && form().evolution().rewrites();
  }

  /** In a commit that changes no row. */
  void renew() {
    if (lake.newest(table).isPresent() && !rewrites()) {
      form().renew(Optional.of(this::there));
    }
  }

  private Dataset<Row> there() {
    return lake.read(spark, table);
  }

  /** Replaces all rows. */
  void overwrite(Dataset<Row> rows) {
    Dataset<Row> own = inSchema(rows);
    DataFrameWriter<Row> writer = writer(own).mode(mode());
    if (rewrites()) {
      writer.option("overwriteSchema", "true");
    }
    commit(Optional.empty(), () -> write(own, ALL, writer));
  }

  /**
   * Whether rows that stay are written, too. What was committed since the version gone on from has
   * to go, so all rows are written; as they are where all change their form. Of a small table it
   * takes less than to find the part.
   */
  boolean writesAll(String part, String... partitions) {
    return lake.isGoneOnFrom(table)
        || rewrites()
        || lake.version(table).isPresent()
            && lake.bytes(table) < terms.mergedFrom()
            && !Rewriting.isOfFolders(table, List.of(partitions), part);
  }

  /** Replaces a part. */
  void replace(Dataset<Row> come, String part, String... partitions) {
    Dataset<Row> own = inSchema(come);
    Supplier<Dataset<Row>> rest = () -> there().where("not coalesce(" + part + ", false)");
    boolean writesAll = writesAll(part, partitions);
    Dataset<Row> rows = writesAll ? own.unionByName(rest.get()) : own;
    DataFrameWriter<Row> writer = writer(rows).mode(mode()).partitionBy(partitions);
    if (writesAll) {
      writer.option("overwriteSchema", rewrites());
    } else if (lake.version(table).isPresent()) {
      writer.option("replaceWhere", part);
    }
    commit(
        writesAll ? Optional.empty() : Optional.of(rest),
        () -> write(rows, writesAll ? ALL : part, writer));
  }

  /** Adds rows. */
  void append(Dataset<Row> rows) {
    if (lake.isGoneOnFrom(table)) {
      throw new IllegalStateException(
          "nothing is appended to an earlier version of " + table.fullName());
    }
    Dataset<Row> own = inSchema(rows);
    if (rewrites()) {
      overwrite(there().unionByName(own));
      return;
    }
    DataFrameWriter<Row> writer = writer(own).mode("append");
    commit(Optional.of(this::there), () -> writer.save(path.toString()));
  }

  /** Marks rows that go, and writes those that come. */
  void mark(Marking marking, Places places) {
    commit(Optional.of(this::there), () -> marking.write(places));
  }

  /** Writes the part that is amended, or the table. */
  void rewrite(Amendment amendment) {
    Dataset<Row> left = amendment.left(there().where(amendment.part()));
    Dataset<Row> rows = inSchema(left).unionByName(inSchema(amendment.come()));
    if (amendment.partitions().isEmpty()) {
      overwrite(rows);
    } else {
      replace(rows, amendment.part(), amendment.partitions().toArray(String[]::new));
    }
  }

  /** The properties count where this makes the table; one that is there is renewed before. */
  private DataFrameWriter<Row> writer(Dataset<Row> rows) {
    return rows.write().format("delta").options(TableProperties.of(table, terms));
  }

  /** To overwrite what is not there yet Delta would look for files to remove. */
  private String mode() {
    return lake.version(table).isPresent() ? "overwrite" : "append";
  }

  /** By the shortest way: where a table's files are known, those that go need not be found. */
  private void write(Dataset<Row> rows, String part, DataFrameWriter<Row> writer) {
    OptionalLong newest = lake.newest(table);
    Optional<Rewriting> rewriting =
        newest.isEmpty() || lake.isGoneOnFrom(table) || rewrites()
            ? Optional.empty()
            : Rewriting.of(spark, table, path, newest.getAsLong(), part);
    rewriting.ifPresentOrElse(
        rewritten -> rewritten.write(rows), () -> writer.save(path.toString()));
  }

  /**
   * Every commit: the table that is there is renewed first.
   *
   * @param staying rows that the commit leaves as they are; empty when it writes all
   */
  private void commit(Optional<Supplier<Dataset<Row>>> staying, Runnable write) {
    FaultPoint.at("before " + table.fullName());
    OptionalLong before = lake.newest(table);
    if (before.isPresent()) {
      form().renew(staying);
    }
    DiskFailure.telling(
        e -> Rule.told(table, e).or(() -> DiskFailure.told(table.fullName(), path, e)),
        () -> {
          write.run();
          return null;
        });
    lake.written(table, before);
    FaultPoint.at("after " + table.fullName());
  }

  /** The table's columns in its order; a missing one is an error that Spark names. */
  private Dataset<Row> inSchema(Dataset<Row> rows) {
    Column[] columns =
        Arrays.stream(table.schema().fields())
            .map(field -> functions.col(field.name()).cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new);
    return rows.select(columns);
  }
}
