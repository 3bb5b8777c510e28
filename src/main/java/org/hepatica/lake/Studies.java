package org.hepatica.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hepatica.table.Layer;

/** The studies that have tables of their own in a lake. */
public final class Studies {

  private Studies() {}

  /** Of the lake under a folder, by their names. */
  public static Set<String> of(Path lake) {
    Set<String> studies = new TreeSet<>();
    for (Layer layer : Layer.values()) {
      Path folder = lake.resolve(layer.folder());
      if (layer.ofStudy() && Files.isDirectory(folder)) {
        try (Stream<Path> children = Files.list(folder)) {
          children
              .filter(Files::isDirectory)
              .forEach(child -> studies.add(child.getFileName().toString()));
        } catch (IOException e) {
          throw new UncheckedIOException("cannot list " + folder, e);
        }
      }
    }
    return studies;
  }
}
