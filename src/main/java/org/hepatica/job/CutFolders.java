package org.hepatica.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The folders in landing out of whose files persons are cut, by centre. As long as an erasure has
 * not ended they stand in a file beside the layers of the lake, so that the next attempt knows that
 * what changed there is no new delivery.
 */
record CutFolders(Map<String, Set<String>> folders) {

  private static final String FILE = "erasure.unfinished";

  /** Those of an erasure that has not ended; none when all have. */
  static CutFolders unfinished(Path lake) {
    Map<String, Set<String>> folders = new TreeMap<>();
    try {
      List<String> lines = isUnfinished(lake) ? Files.readAllLines(file(lake)) : List.of();
      for (String line : lines) {
        String[] words = line.split(" ", 2);
        Set<String> own = folders.computeIfAbsent(words[0], center -> new TreeSet<>());
        if (words.length > 1) {
          own.add(words[1]);
        }
      }
      return new CutFolders(folders);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file(lake), e);
    }
  }

  /** Whether an erasure has not ended. */
  static boolean isUnfinished(Path lake) {
    return Files.exists(file(lake));
  }

  /** These and some of a centre. */
  CutFolders and(String center, Set<String> more) {
    Map<String, Set<String>> all = new LinkedHashMap<>(folders);
    Set<String> own = new TreeSet<>(of(center));
    own.addAll(more);
    all.put(center, own);
    return new CutFolders(all);
  }

  /** The folders of a centre. */
  Set<String> of(String center) {
    return folders.getOrDefault(center, Set.of());
  }

  /** Whether persons of a centre are erased. */
  boolean isOf(String center) {
    return folders.containsKey(center);
  }

  /** Writes them down until {@link #end}. */
  void begin(Path lake) {
    List<String> lines = new ArrayList<>();
    folders.forEach(
        (center, own) -> {
          lines.add(center);
          own.forEach(folder -> lines.add(center + " " + folder));
        });
    Path beside = file(lake).resolveSibling(FILE + ".new");
    try {
      Files.createDirectories(lake);
      Files.write(beside, lines);
      Files.move(
          beside,
          file(lake),
          java.nio.file.StandardCopyOption.ATOMIC_MOVE,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file(lake), e);
    }
  }

  /** The erasure has ended. */
  static void end(Path lake) {
    try {
      Files.deleteIfExists(file(lake));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file(lake), e);
    }
  }

  private static Path file(Path lake) {
    return lake.resolve(FILE);
  }
}
