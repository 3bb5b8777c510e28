package org.hepatica.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Sizes and times of the files in landing at one moment. Immutable. */
public final class Glance {

  private final Map<Path, Stamp> stamps;

  private Glance(Map<Path, Stamp> stamps) {
    this.stamps = Map.copyOf(stamps);
  }

  /**
   * What changes when a file does.
   *
   * @param bytes size
   * @param modified milliseconds since 1970, UTC
   * @param key the file system's own of a file, by which another of that size and time is told from
   *     it; empty where there is none
   */
  record Stamp(long bytes, long modified, String key) {

    static Stamp of(Path file) throws IOException {
      BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(
          is.size(), is.lastModifiedTime().toMillis(), Objects.toString(is.fileKey(), ""));
    }
  }

  /** Looks at all files under a folder; a folder that is not there has none. */
  public static Glance at(Path landing) {
    Map<Path, Stamp> stamps = new HashMap<>();
    if (Files.isDirectory(landing)) {
      try (Stream<Path> tree = Files.walk(landing, FileVisitOption.FOLLOW_LINKS)) {
        for (Path file : tree.filter(Files::isRegularFile).toList()) {
          stamps.put(file, Stamp.of(file));
        }
      } catch (NoSuchFileException e) {
        // A file that goes while it is looked at is one that still changes: it has no stamp.
      } catch (IOException e) {
        throw new UncheckedIOException("cannot list " + landing, e);
      }
    }
    return new Glance(stamps);
  }

  /** Whether a file is still as it was. */
  boolean isStill(Path file) {
    try {
      return Stamp.of(file).equals(stamps.get(file));
    } catch (IOException e) {
      return false;
    }
  }
}
