package org.hepatica;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * Makes Delta tables look as if all had happened earlier: its files' times, and what its log says.
 */
public final class LongAgo {

  /** A table's own createdTime stays: Delta holds it against the checksum of each version. */
  private static final Pattern TIME =
      Pattern.compile("\"(deletionTimestamp|modificationTime|timestamp)\":(\\d{13})");

  private LongAgo() {}

  /** Moves all tables under a folder. */
  public static void move(Path folder, Duration by) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> files = tree.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        Instant was = Files.getLastModifiedTime(file).toInstant();
        if (file.toString().matches(".*/_delta_log/\\d+\\.json")) {
          say(file, by.toMillis());
        }
        Files.setLastModifiedTime(file, FileTime.from(was.minus(by)));
      }
      for (Path file : files) {
        if (file.toString().matches(".*/_delta_log/\\.\\d+\\.json\\.crc")) {
          Files.delete(file);
        }
      }
    }
    DeltaLog.clearCache();
  }

  private static void say(Path commit, long milliseconds) throws IOException {
    String text = Files.readString(commit);
    Files.writeString(
        commit,
        TIME.matcher(text)
            .replaceAll(
                m -> "\"%s\":%d".formatted(m.group(1), Long.parseLong(m.group(2)) - milliseconds)));
  }
}
