package org.hepatica.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.DeletionVectorDescriptor;
import org.hepatica.table.TableDefinition;

/**
 * Leaves nothing of a table but its newest version: no file that is not of it, no feed of changes,
 * no commit before its own, and a checkpoint from which alone it is read. Delta's VACUUM spares
 * what is young and knows nothing of what may not be kept.
 */
public final class Purge {

  private static final String LOG = "_delta_log";
  private static final Pattern OF_VERSION = Pattern.compile("\\.?(\\d{20})\\..+");

  private final SparkSession spark;
  private final Lake lake;

  /** Of a lake's tables. */
  public Purge(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /**
   * Purges a table, which may have been purged half way before.
   *
   * @return how many files are gone
   */
  public long run(TableDefinition table) {
    FaultPoint.at("before purge " + table.fullName());
    Path folder = lake.path(table);
    DeltaLog log = DeltaLog.forTable(spark, folder.toString());
    Snapshot newest = log.unsafeVolatileSnapshot();
    long version = newest.version();
    Path checkpoint = folder.resolve(LOG).resolve("%020d.checkpoint.parquet".formatted(version));
    if (!Files.exists(checkpoint)) {
      log.checkpoint(newest, scala.Option.empty());
    }
    if (!Files.exists(checkpoint)) {
      throw new TableException(
          "%s: there is no checkpoint of version %d to purge up to; run the command again"
              .formatted(table.fullName(), version));
    }
    Set<String> needed = new HashSet<>();
    for (AddFile file : newest.allFiles().collectAsList()) {
      needed.add(local(file.absolutePath(log)));
      DeletionVectorDescriptor vector = file.deletionVector();
      if (vector != null && vector.isOnDisk()) {
        needed.add(local(vector.absolutePath(log.dataPath())));
      }
    }
    long gone = 0;
    for (Path file : files(folder)) {
      if (!isNeeded(folder.relativize(file), file, needed, version)) {
        delete(file);
        gone++;
      }
    }
    deleteEmptyFolders(folder);
    DeltaLog.invalidateCache(spark, new org.apache.hadoop.fs.Path(folder.toUri()));
    FaultPoint.at("after purge " + table.fullName());
    return gone;
  }

  /** Removes a table as a whole, which no run names any more. */
  public void remove(TableDefinition table) {
    lake.remove(table);
  }

  private static String local(org.apache.hadoop.fs.Path path) {
    return path.toUri().getPath();
  }

  private static boolean isNeeded(Path relative, Path file, Set<String> needed, long version) {
    if (!relative.startsWith(LOG)) {
      String name = file.getFileName().toString();
      // Hadoop's checksum of a file lies beside it.
      String of =
          name.startsWith(".") && name.endsWith(".crc")
              ? file.resolveSibling(name.substring(1, name.length() - 4)).toString()
              : file.toString();
      return needed.contains(of);
    }
    Matcher name = OF_VERSION.matcher(file.getFileName().toString());
    return relative.getNameCount() == 2
        && (name.matches()
            ? Long.parseLong(name.group(1)) >= version
            : file.getFileName().toString().matches("\\.?_last_checkpoint(\\.crc)?"));
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      // Commits go last and oldest first, so that what a killed purge leaves can be read.
      return tree.filter(Files::isRegularFile)
          .sorted(
              Comparator.comparing((Path file) -> folder.relativize(file).startsWith(LOG))
                  .thenComparing(Path::toString))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static void deleteEmptyFolders(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      Set<Path> kept = new HashSet<>(Set.of(folder, folder.resolve(LOG)));
      for (Path path : tree.sorted(Comparator.reverseOrder()).filter(Files::isDirectory).toList()) {
        if (!kept.contains(path) && path.toFile().list().length == 0) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tidy " + folder, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }
}
