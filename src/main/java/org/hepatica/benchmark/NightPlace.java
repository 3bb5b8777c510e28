package org.hepatica.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Where a night reads and writes.
 *
 * @param hospital folder of the configuration, the deliveries and the key, which many nights share
 * @param folder of the lake and of what comes out
 */
public record NightPlace(Path hospital, Path folder) {

  /** The folder of the conf files. */
  public Path conf() {
    return hospital.resolve("conf");
  }

  /** The folder of deliveries. */
  public Path landing() {
    return hospital.resolve("landing");
  }

  /** The file of the identifiers' key. */
  public Path key() {
    return hospital.resolve("identifiers.key");
  }

  /** The lake. */
  public Path lake() {
    return folder.resolve("lake");
  }

  /** Report and results. */
  public Path out() {
    return folder.resolve("out");
  }

  /** Another lake of the same hospital, empty. */
  NightPlace beside(String name) {
    return new NightPlace(hospital, hospital.resolve(name));
  }

  /** A copy of lake and report under another name. */
  NightPlace copy(String name) {
    NightPlace copy = beside(name);
    try {
      FolderTree.copy(lake(), copy.lake());
      FolderTree.copy(out(), copy.out());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy " + folder, e);
    }
    return copy;
  }
}
