package org.hepatica.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Set;

/** The commits of a table's log that no version which is wanted needs. */
final class OldCommits {

  private static final String CHECKPOINT = "%020d.checkpoint.parquet";
  private static final String COMMIT = "%020d.json";
  private static final String CHECKSUM = "%020d.crc";

  private final Path log;
  private final NavigableSet<Long> commits;

  /**
   * Of a log.
   *
   * @param commits the versions whose commits are there, not empty
   */
  OldCommits(Path log, NavigableSet<Long> commits) {
    this.log = log;
    this.commits = commits;
  }

  /**
   * Removes them: those of before the newest checkpoint from which all that is wanted can be read.
   *
   * @param wanted versions that must be readable
   * @param since from when on all must be readable
   * @return how many are gone
   */
  long forget(Set<Long> wanted, Instant since) {
    long oldest = wanted.stream().mapToLong(v -> v).min().orElse(commits.last());
    OptionalLong from = checkpoint(Math.min(oldest, versionAt(since)));
    return from.isEmpty() ? 0 : forget(from.getAsLong());
  }

  /** The version that was the newest then; the oldest when none was there yet. */
  private long versionAt(Instant since) {
    for (long version : commits.descendingSet()) {
      if (Upkeep.modified(file(COMMIT, version)) < since.toEpochMilli()) {
        return version;
      }
    }
    return commits.first();
  }

  private OptionalLong checkpoint(long atMost) {
    return commits.headSet(atMost, true).descendingSet().stream()
        .filter(version -> Files.exists(file(CHECKPOINT, version)))
        .mapToLong(version -> version)
        .findFirst();
  }

  /** Oldest first, so that what is left is always without a gap. */
  private long forget(long from) {
    List<Long> gone = List.copyOf(commits.headSet(from));
    for (long version : gone) {
      for (String name : List.of(CHECKPOINT, COMMIT, CHECKSUM)) {
        Path file = file(name, version);
        delete(file);
        delete(file.resolveSibling("." + file.getFileName() + ".crc"));
      }
    }
    return gone.size();
  }

  private Path file(String name, long version) {
    return log.resolve(name.formatted(version));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }
}
