package org.hepatica.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The fingerprint of the key that hashed a lake's identifiers: a file of one line beside the
 * layers, so that it goes wherever the lake goes and anybody can read it.
 */
public final class KeyFingerprint {

  private static final String FILE = "identifier-key.fingerprint";

  private final Path file;

  /** Of the lake under a folder, which need not exist yet. */
  public KeyFingerprint(Path lake) {
    this.file = lake.resolve(FILE);
  }

  /** The fingerprint; empty when no ingest has kept one yet. */
  public Optional<String> kept() {
    return lines().stream().findFirst();
  }

  /** By centre, the fingerprint of the rules by which its identifiers were made alike. */
  public Map<String, String> spellings() {
    return lines().stream()
        .skip(1)
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (a, b) -> b, TreeMap::new));
  }

  private List<String> lines() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().map(String::strip).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * Keeps the fingerprints.
   *
   * @param fingerprint of the key
   * @param spellings of rules, by centre
   */
  public void keep(String fingerprint, Map<String, String> spellings) {
    List<String> lines = new ArrayList<>(List.of(fingerprint));
    new TreeMap<>(spellings).forEach((center, rules) -> lines.add(center + " " + rules));
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
