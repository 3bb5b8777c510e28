package org.hepatica.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.hepatica.table.Operational;
import org.hepatica.table.TableDefinition;

/** The log of a table as the files that it is, for when Delta cannot read it. */
public final class LogFolder {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAME = "_delta_log";

  /** Commits, checkpoints and checksums of Delta, with those that Hadoop puts beside each. */
  private static final Pattern OF_VERSION = Pattern.compile("\\.?(\\d{20})\\.(.+)");

  private static final String COMMIT = "json";

  /** How Spark and Hadoop name a commit that they could not read. */
  private static final Pattern READ = Pattern.compile("file:/+(\\S+/_delta_log/\\d{20}\\.json)");

  private static final String RUNS =
      Operational.RUN.layer().folder() + "/" + Operational.RUN.name() + "/" + NAME;

  private final SparkSession spark;
  private final TableDefinition table;
  private final Path folder;

  LogFolder(SparkSession spark, TableDefinition table, Path path) {
    this.spark = spark;
    this.table = table;
    folder = path.resolve(NAME);
  }

  /**
   * The table as Delta reads it.
   *
   * @throws TableException if it cannot
   */
  Snapshot snapshot() {
    try {
      return DeltaLog.forTable(spark, folder.getParent().toString()).unsafeVolatileSnapshot();
    } catch (Exception e) {
      // Spark and Delta throw exceptions that Java holds for checked ones.
      throw unreadable(e);
    }
  }

  /** Whether Delta can read it to its end, which it does as late as it can. */
  public boolean isReadable() {
    try {
      return snapshot().stateDS().count() > 0;
    } catch (Exception e) {
      return false;
    }
  }

  /** Where a commit lies. */
  public Path commit(long version) {
    return folder.resolve("%020d.%s".formatted(version, COMMIT));
  }

  /** The version of the newest commit that there is a file of, whatever is in it. */
  public OptionalLong newest() {
    return commits().stream().mapToLong(LogFolder::version).max();
  }

  /**
   * Removes all commits after one, which no run has shown to anybody, with what was written beside
   * them.
   *
   * @throws UncheckedIOException if a file cannot be removed
   */
  public void cutOff(long last) {
    try {
      for (Path file : files()) {
        Matcher name = OF_VERSION.matcher(file.getFileName().toString());
        if (name.matches() && Long.parseLong(name.group(1)) > last) {
          Files.delete(file);
        }
      }
      // It may name a checkpoint that is gone; without it Delta looks for itself.
      Files.deleteIfExists(folder.resolve("_last_checkpoint"));
      Files.deleteIfExists(folder.resolve("._last_checkpoint.crc"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot take commits off " + folder, e);
    }
    DeltaLog.invalidateCache(spark, new org.apache.hadoop.fs.Path(folder.getParent().toUri()));
  }

  private TableException unreadable(Exception why) {
    Optional<TableException> told = told(why);
    return told.orElseGet(
        () ->
            new TableException(
                words(
                    damaged()
                        .map(path -> path + " is damaged")
                        .orElse("a file is missing in " + folder)),
                why));
  }

  /** A failure in words for people, when it is that a commit of a table cannot be read. */
  public static Optional<TableException> told(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Matcher read = READ.matcher(Objects.toString(cause.getMessage(), ""));
      if (read.find()) {
        return Optional.of(new TableException(words("/" + read.group(1) + " is damaged"), failure));
      }
    }
    return Optional.empty();
  }

  private static String words(String what) {
    return what.contains(RUNS)
        ? "the table of the runs cannot be read: %s; put it back from a copy of the lake, or, if it is the newest there, remove it: the run that wrote it then counts as one that never ended, and the next does its work again"
            .formatted(what)
        : "a table cannot be read: %s; jobs/nightly takes it off if no good run left it, else put it back from a copy of the lake"
            .formatted(what);
  }

  /** The newest commit that is no text of JSON objects. */
  private Optional<Path> damaged() {
    return commits().stream()
        .sorted(Comparator.reverseOrder())
        .filter(commit -> !isWhole(commit))
        .findFirst();
  }

  private static boolean isWhole(Path commit) {
    try (Stream<String> lines = Files.lines(commit)) {
      List<String> actions = lines.filter(line -> !line.isBlank()).toList();
      for (String action : actions) {
        JsonNode node = JSON.readTree(action);
        if (!node.isObject()) {
          return false;
        }
      }
      return !actions.isEmpty();
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private List<Path> commits() {
    return files().stream()
        .filter(file -> file.getFileName().toString().matches("\\d{20}\\." + COMMIT))
        .toList();
  }

  private static long version(Path commit) {
    return Long.parseLong(commit.getFileName().toString().substring(0, 20));
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
