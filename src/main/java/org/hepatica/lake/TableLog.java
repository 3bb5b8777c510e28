package org.hepatica.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.DeletionVectorDescriptor;
import org.apache.spark.sql.delta.actions.RemoveFile;
import scala.Option;

/**
 * The files of a table at its versions, from one reading of its log: Delta would read the log anew
 * for each version.
 */
final class TableLog {

  private static final String COMMIT = "\\d{20}\\.json";

  private final DeltaLog log;
  private final Path folder;
  private final NavigableSet<Long> commits = new TreeSet<>();
  private final Map<String, AddFile> files = new HashMap<>();
  private final Map<String, Long> removed = new HashMap<>();
  private final Map<Long, Set<String>> named = new TreeMap<>();

  /**
   * Reads the log.
   *
   * @param table the folder of the table
   * @param versions those whose files are wanted; the newest is known anyway
   */
  TableLog(DeltaLog log, Path table, Collection<Long> versions) {
    this.log = log;
    folder = table.resolve("_delta_log");
    try (Stream<Path> all = Files.list(folder)) {
      all.map(path -> path.getFileName().toString())
          .filter(name -> name.matches(COMMIT))
          .forEach(name -> commits.add(Long.valueOf(name.substring(0, 20))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    long first = begin(versions);
    for (long version : commits.tailSet(first)) {
      apply(version);
      if (versions.contains(version)) {
        named.put(version, names());
      }
    }
  }

  /** The first commit to apply; what was there before it is known. */
  private long begin(Collection<Long> versions) {
    if (commits.first() == 0) {
      return 0;
    }
    long start = commits.first();
    log.getSnapshotAt(start, Option.empty(), Option.empty(), false)
        .allFiles()
        .collectAsList()
        .forEach(this::add);
    if (versions.contains(start)) {
      named.put(start, names());
    }
    return start + 1;
  }

  private void apply(long version) {
    Path commit = folder.resolve("%020d.json".formatted(version));
    try (Stream<String> lines = Files.lines(commit)) {
      List<Action> actions =
          lines
              .filter(line -> line.startsWith("{\"add\"") || line.startsWith("{\"remove\""))
              .map(Action::fromJson)
              .toList();
      actions.stream().filter(RemoveFile.class::isInstance).forEach(a -> remove((RemoveFile) a));
      actions.stream().filter(AddFile.class::isInstance).forEach(a -> add((AddFile) a));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + commit, e);
    }
  }

  private void add(AddFile file) {
    files.put(path(file), file);
    removed.remove(path(file));
  }

  private void remove(RemoveFile file) {
    String path = local(file.absolutePath(log));
    AddFile gone = files.remove(path);
    removed.put(path, file.delTimestamp());
    if (gone != null) {
      vector(gone).forEach(vector -> removed.put(vector, file.delTimestamp()));
    }
  }

  private Set<String> names() {
    Set<String> names = new HashSet<>(files.keySet());
    files.values().forEach(file -> names.addAll(vector(file)));
    return names;
  }

  private String path(AddFile file) {
    return local(file.absolutePath(log));
  }

  /** The file of its deletion vector, if it has one of its own. */
  private List<String> vector(AddFile file) {
    DeletionVectorDescriptor vector = file.deletionVector();
    return vector == null || !vector.isOnDisk()
        ? List.of()
        : List.of(local(vector.absolutePath(log.dataPath())));
  }

  private static String local(org.apache.hadoop.fs.Path path) {
    return path.toUri().getPath();
  }

  /** The newest version. */
  long newest() {
    return commits.last();
  }

  /** The commits whose files are there. */
  NavigableSet<Long> commits() {
    return commits;
  }

  /** The files of the newest version, with those of their deletion vectors. */
  Set<String> current() {
    return names();
  }

  /** The newest version's data files as they were added. */
  List<AddFile> added() {
    return new ArrayList<>(files.values());
  }

  /** The files of a version that was wanted; empty when its commit is no longer there. */
  Set<String> files(long version) {
    return named.getOrDefault(version, Set.of());
  }

  /** Files that were removed from the table, by what a predicate says of the instant, in ms. */
  Set<String> removed(Predicate<Long> when) {
    Set<String> found = new HashSet<>(removed.keySet());
    found.removeIf(path -> !when.test(removed.get(path)));
    return found;
  }
}
