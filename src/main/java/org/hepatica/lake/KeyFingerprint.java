package org.hepatica.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Keeps the fingerprint. */
  public void keep(String fingerprint) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, fingerprint + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
