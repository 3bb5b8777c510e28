package org.hepatica.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.hepatica.table.TableDefinition;
import scala.Option;

/**
 * Rows that came to a table and rows that went from one version to a later one, by Delta's change
 * data feed. A row that went and came again, as it does where a small table is written anew, is
 * there with both: what is told is at least what changed.
 */
public final class ChangeFeed {

  /** 1 for a row that came, -1 for one that went. */
  public static final String CHANGE = "change";

  private static final String ENABLED = "delta.enableChangeDataFeed";
  private static final String TYPE = "_change_type";

  private final SparkSession spark;
  private final TableDefinition table;
  private final Path path;
  private final long since;
  private final long until;

  /**
   * Of a table.
   *
   * @param since the version before the first change
   * @param until the version of the last change; the same for none
   */
  ChangeFeed(SparkSession spark, TableDefinition table, Path path, long since, long until) {
    this.spark = spark;
    this.table = table;
    this.path = path;
    this.since = since;
    this.until = until;
  }

  /** Whether no commit lies between. */
  public boolean isEmpty() {
    return since == until;
  }

  /** Why the changes cannot be told; empty when they can. */
  public Optional<String> whyNot() {
    if (isEmpty()) {
      return Optional.empty();
    }
    if (since > until) {
      return Optional.of("version " + since + " is the later one");
    }
    if (LongStream.rangeClosed(since + 1, until).anyMatch(v -> !commit(v).isWhole())) {
      return Optional.of("files of its changes since version " + since + " are gone");
    }
    boolean altered =
        LongStream.rangeClosed(since + 1, until).anyMatch(v -> commit(v).altersTheTable());
    DeltaLog log = DeltaLog.forTable(spark, path.toString());
    Snapshot now = log.unsafeVolatileSnapshot();
    if (!isKept(now) || altered && !isKept(at(log, since)) && !isKept(at(log, since + 1))) {
      return Optional.of("its changes were not kept at version " + since);
    }
    if (altered && !at(log, since).schema().equals(now.schema())) {
      return Optional.of("its columns have changed since version " + since);
    }
    return Optional.empty();
  }

  private static Snapshot at(DeltaLog log, long version) {
    return log.getSnapshotAt(version, Option.empty(), Option.empty(), false);
  }

  private static boolean isKept(Snapshot snapshot) {
    return snapshot.metadata().configuration().get(ENABLED).contains("true");
  }

  private Commit commit(long version) {
    return new Commit(path, version);
  }

  /** The rows in the table's schema, with {@link #CHANGE}. */
  public Dataset<Row> rows() {
    Stream<Column> columns = Arrays.stream(table.schema().fieldNames()).map(name -> col(name));
    if (isEmpty()) {
      return spark.createDataFrame(List.of(), table.schema().add(CHANGE, "int"));
    }
    Vectors.read(spark, path);
    Column came = col(TYPE).isin("insert", "update_postimage");
    return spark
        .read()
        .format("delta")
        .option("readChangeFeed", true)
        .option("startingVersion", since + 1)
        .option("endingVersion", until)
        .load(path.toString())
        .select(
            Stream.concat(columns, Stream.of(when(came, lit(1)).otherwise(lit(-1)).as(CHANGE)))
                .toArray(Column[]::new));
  }
}
