package org.hepatica.lake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hepatica.table.TableDefinition;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows in the place of those of a table of which all files are known, so that those that go need
 * not be found: for a small table Delta's jobs over its log take longer than the rows. What is
 * written obeys the table's rules as ever, and is one commit.
 */
final class Rewriting {

  private final SparkSession spark;
  private final Path path;
  private final long version;
  private final List<AddFile> there;

  private final String part;

  private Rewriting(SparkSession spark, Path path, long version, List<AddFile> there, String part) {
    this.spark = spark;
    this.path = path;
    this.version = version;
    this.there = there;
    this.part = part;
  }

  /**
   * Of a table's newest version; empty when its files are not told beside it, or the part is not
   * one of folders, so that Delta has to find the files.
   *
   * @param part SQL of rows that go, in whose place others come; the others stay
   */
  static Optional<Rewriting> of(
      SparkSession spark, TableDefinition table, Path path, long version, String part) {
    List<String> by =
        partitions(DeltaLog.forTable(spark, path.toString()).unsafeVolatileSnapshot());
    return isOfFolders(table, by, part)
        ? new Commit(path, version)
            .tableFiles()
            .map(there -> new Rewriting(spark, path, version, there, part))
        : Optional.empty();
  }

  /** Whether nothing but the folders that it is laid out in tells which rows are of a part. */
  static boolean isOfFolders(TableDefinition table, List<String> by, String part) {
    return Stream.of(table.schema().fieldNames())
        .filter(name -> !by.contains(name))
        .noneMatch(name -> Pattern.compile("\\b" + name + "\\b").matcher(part).find());
  }

  private static List<String> partitions(Snapshot snapshot) {
    return CollectionConverters.asJava(snapshot.metadata().partitionColumns());
  }

  /** Writes rows of the part in the table's columns. */
  void write(Dataset<Row> rows) {
    OptimisticTransaction transaction =
        DeltaLog.forTable(spark, path.toString()).startTransaction();
    if (transaction.readVersion() != version) {
      throw new IllegalStateException(
          "the table %s was written by somebody else at the same time: run again".formatted(path));
    }
    List<String> by = CollectionConverters.asJava(transaction.metadata().partitionColumns());
    List<Action> actions =
        new ArrayList<>(CollectionConverters.asJava(transaction.writeFiles(rows)));
    List<AddFile> come =
        actions.stream().filter(AddFile.class::isInstance).map(AddFile.class::cast).toList();
    Set<List<String>> own = own(by, come);
    if (!own.containsAll(come.stream().map(file -> partition(by, file)).toList())) {
      throw new IllegalStateException("rows are not of the part %s".formatted(part));
    }
    there.stream()
        .filter(file -> own.contains(partition(by, file)))
        .forEach(file -> actions.add(file.remove()));
    transaction.commit(CollectionConverters.asScala(actions).toSeq(), written(SaveMode.Overwrite));
  }

  /** The partitions that are of a part, among those that there are. */
  private Set<List<String>> own(List<String> by, List<AddFile> come) {
    Set<List<String>> all =
        Stream.concat(there.stream(), come.stream())
            .map(file -> partition(by, file))
            .collect(Collectors.toSet());
    if (by.isEmpty()) {
      return all;
    }
    StructType schema = new StructType();
    for (String name : by) {
      schema = schema.add(name, DataTypes.StringType);
    }
    List<Row> rows = all.stream().map(values -> RowFactory.create(values.toArray())).toList();
    return spark.createDataFrame(rows, schema).where(part).collectAsList().stream()
        .map(row -> by.stream().map(name -> row.<String>getAs(name)).toList())
        .collect(Collectors.toSet());
  }

  private static List<String> partition(List<String> by, AddFile file) {
    return by.stream().map(name -> file.partitionValues().apply(name)).toList();
  }

  /** What a table's history says of a commit of our own. */
  static DeltaOperations.Write written(SaveMode mode) {
    return new DeltaOperations.Write(
        mode,
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty());
  }
}
