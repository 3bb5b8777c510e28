package org.hepatica.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hepatica.protocol.Center;

/**
 * A folder of a centre's landing.
 *
 * @param date its name; of files directly in landing the date of the run
 * @param path the folder
 * @param files all that is in it
 * @param direct whether it is landing itself
 */
record Folder(LocalDate date, Path path, List<Landing.Found> files, boolean direct) {

  private static final int STAMP = 16;

  /** Which files are in it, as far as names, sizes and times tell; and how they are read. */
  String stamp(Center center) {
    String listing =
        files.stream()
            .map(found -> found.file() + "|" + glance(found))
            .sorted()
            .collect(Collectors.joining("\n"));
    return hash(listing) + " " + hash(reading(center));
  }

  /** Whether two stamps say that the files are the same, as far as names, sizes and times tell. */
  static boolean isSame(String stamp, String other) {
    return stamp != null && other != null && listing(stamp).equals(listing(other));
  }

  private static String listing(String stamp) {
    return stamp.substring(0, stamp.indexOf(' '));
  }

  /** Whether two stamps say that files are read alike. */
  static boolean readAlike(String stamp, String other) {
    return stamp != null && other != null && reading(stamp).equals(reading(other));
  }

  private static String reading(String stamp) {
    return stamp.substring(stamp.indexOf(' ') + 1);
  }

  private static String reading(Center center) {
    return center.exports().values().stream()
        .map(Center.Export::toString)
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** A file that is gone by now has another stamp than any that was there. */
  private static String glance(Landing.Found found) {
    try {
      Glance.Stamp stamp = Glance.Stamp.of(found.path());
      return stamp.bytes() + "|" + stamp.modified();
    } catch (IOException e) {
      return "gone";
    }
  }

  /** When it was delivered, by its name or, directly in landing, by its newest file. */
  LocalDate seen(List<DeliveredFile> hashed) {
    return !direct
        ? date
        : hashed.stream()
            .map(file -> day(file.modified()))
            .max(Comparator.naturalOrder())
            .orElse(date);
  }

  private static LocalDate day(long millis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }

  /** The hashes of each export's files. */
  static Map<String, Set<String>> content(List<DeliveredFile> files) {
    return files.stream()
        .collect(
            Collectors.groupingBy(
                DeliveredFile::export,
                Collectors.mapping(DeliveredFile::sha256, Collectors.toSet())));
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, STAMP);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The files of exports, hashed and checked; what is wrong is added to the problems. */
  List<DeliveredFile> hashed(Center center, List<String> problems) {
    List<Selection.Candidate> candidates = Selection.inFolder(center, this, problems);
    try {
      return FileCheck.hash(candidates, center, problems);
    } catch (UncheckedIOException e) {
      problems.add("%s: cannot be read (%s); deliver it again".formatted(path, e.getMessage()));
      return List.of();
    }
  }
}
