package org.hepatica.lake;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructType;
import org.hepatica.table.TableDefinition;

/** Keeps the tables of a lake small and quick to read, and what is wanted of their past. */
public final class Upkeep {

  private static final long SMALL_BYTES = 16L << 20;
  private static final int MANY = 8;

  /** As Delta asks for it. */
  private static final StructType INVENTORY =
      new StructType()
          .add("path", StringType)
          .add("length", LongType)
          .add("isDir", BooleanType)
          .add("modificationTime", LongType);

  /**
   * For the time of a VACUUM: it takes the age that it is given, and leaves no commit, which no
   * manifest would name.
   */
  private static final Map<String, String> OF_VACUUM =
      Map.of(
          "spark.databricks.delta.retentionDurationCheck.enabled", "false",
          "spark.databricks.delta.vacuum.retentionWindowIgnore.enabled", "false",
          "spark.databricks.delta.vacuum.logging.enabled", "false");

  private final SparkSession spark;
  private final Lake lake;

  /** Of a lake's tables. */
  public Upkeep(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /**
   * The small files that {@link #compact} would bring together: of each partition that has many of
   * them; 0 where it would not help.
   */
  public long smallFiles(TableDefinition table) {
    Map<Object, Long> partitions =
        log(table, Set.of()).added().stream()
            .filter(file -> file.size() < SMALL_BYTES)
            .collect(Collectors.groupingBy(AddFile::partitionValues, Collectors.counting()));
    return partitions.values().stream().filter(n -> n >= MANY).mapToLong(n -> n).sum();
  }

  /** Brings small files together by Delta's OPTIMIZE, in a commit that changes no row. */
  public void compact(TableDefinition table) {
    FaultPoint.at("before optimize " + table.fullName());
    spark.sql("optimize delta.`%s`".formatted(lake.path(table)));
    FaultPoint.at("after optimize " + table.fullName());
  }

  /**
   * Finds what is no longer needed of a table: no file of its newest version, of a version that is
   * spared, or that left the table within the time that is retained.
   *
   * @param spared versions that must be readable
   * @param named versions that past runs left and that may go
   * @param retain for how long everything is kept
   */
  public Sweep sweep(TableDefinition table, Set<Long> spared, Set<Long> named, Duration retain) {
    Set<Long> versions = new HashSet<>(spared);
    versions.addAll(named);
    TableLog log = log(table, versions);
    long cutoff = Instant.now().minus(retain).toEpochMilli();
    Set<String> needed = log.removed(at -> at > cutoff);
    needed.addAll(log.current());
    spared.forEach(version -> needed.addAll(log.files(version)));
    List<Path> files = new ArrayList<>();
    long bytes = 0;
    for (Path file : filesOf(table)) {
      if (!needed.contains(file.toString()) && modified(file) < cutoff) {
        files.add(file);
        bytes += file.toFile().length();
      }
    }
    Set<String> gone = files.stream().map(Path::toString).collect(Collectors.toSet());
    Set<Long> lost = new HashSet<>(named);
    lost.removeIf(version -> log.files(version).stream().noneMatch(gone::contains));
    return new Sweep(table, files, bytes, lost);
  }

  /**
   * Deletes what was found by Delta's VACUUM, which is given these files to choose from and itself
   * leaves those of the newest version and those that left it within the time that is retained.
   */
  public void run(Sweep sweep, Duration retain) {
    if (sweep.files().isEmpty()) {
      return;
    }
    FaultPoint.at("before vacuum " + sweep.table().fullName());
    String view = "inventory_" + UUID.randomUUID().toString().replace('-', '_');
    spark.createDataFrame(inventory(sweep), INVENTORY).createOrReplaceTempView(view);
    Map<String, String> before = set(OF_VACUUM);
    try {
      spark.sql(
          "vacuum delta.`%s` using inventory (select * from %s) retain %d hours"
              .formatted(lake.path(sweep.table()), view, retain.toHours()));
    } finally {
      set(before);
      spark.catalog().dropTempView(view);
    }
    FaultPoint.at("after vacuum " + sweep.table().fullName());
  }

  private static List<Row> inventory(Sweep sweep) {
    return sweep.files().stream()
        .map(
            file ->
                RowFactory.create("file:" + file, file.toFile().length(), false, modified(file)))
        .toList();
  }

  /** Sets keys of the session; gives what they were, null for one that was not set. */
  private Map<String, String> set(Map<String, String> keys) {
    Map<String, String> before = new LinkedHashMap<>();
    keys.forEach(
        (key, value) -> {
          before.put(key, spark.conf().contains(key) ? spark.conf().get(key, null) : null);
          if (value == null) {
            spark.conf().unset(key);
          } else {
            spark.conf().set(key, value);
          }
        });
    return before;
  }

  /**
   * Removes commits of before the newest checkpoint from which all that is wanted can be read.
   *
   * @param wanted the versions that must be readable, beside all since the time that is retained
   * @return how many commits are gone
   */
  public long forget(TableDefinition table, Set<Long> wanted, Duration retain) {
    Path folder = lake.path(table).resolve("_delta_log");
    return new OldCommits(folder, log(table, Set.of()).commits())
        .forget(wanted, Instant.now().minus(retain));
  }

  private TableLog log(TableDefinition table, Set<Long> versions) {
    Path path = lake.path(table);
    return new TableLog(DeltaLog.forTable(spark, path.toString()), path, versions);
  }

  /** All but the log and what is hidden; of a folder that is hidden too, but the feed's. */
  private List<Path> filesOf(TableDefinition table) {
    Path root = lake.path(table);
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(Files::isRegularFile)
          .filter(file -> isData(root.relativize(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + root, e);
    }
  }

  private static boolean isData(Path file) {
    for (Path part : file) {
      String name = part.toString();
      if (name.startsWith(".") || name.startsWith("_") && !name.equals("_change_data")) {
        return false;
      }
    }
    return true;
  }

  static long modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the time of " + file, e);
    }
  }
}
