package org.hepatica.synthetic.write;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The centres' folders in the landing area, as far as the generator made them: it marks each with a
 * file and touches no folder without that mark. A delivery is written beside its place and moved
 * there when it is whole.
 */
final class OwnLanding {

  /** In a centre's folder: what the generator was asked for. */
  static final String MARKER = ".synthetic";

  private static final String WRITING = ".writing";
  private static final String NAME = "synthetic(-[0-9]+)?";

  private final Path landing;

  OwnLanding(Path landing) {
    this.landing = landing;
  }

  /** The landing area. */
  Path root() {
    return landing;
  }

  /** Where a centre's delivery is being written. */
  Path writing(String center) {
    return landing.resolve(center).resolve(WRITING);
  }

  /** Refuses foreign folders, then takes what earlier runs made away. */
  void prepare(List<String> centers, String delivery, String request) throws IOException {
    for (String center : centers) {
      refuseForeign(landing.resolve(center));
    }
    for (Path earlier : own()) {
      delete(earlier.resolve(delivery));
      delete(earlier.resolve(WRITING));
      Files.delete(earlier.resolve(MARKER));
      deleteIfEmpty(earlier);
    }
    for (String center : centers) {
      Path folder = Files.createDirectories(landing.resolve(center));
      Files.writeString(folder.resolve(MARKER), request);
      Files.createDirectories(writing(center));
    }
  }

  /** Shows a whole delivery. */
  Path publish(String center, String delivery) throws IOException {
    Path target = landing.resolve(center).resolve(delivery);
    return Files.move(writing(center), target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void refuseForeign(Path folder) throws IOException {
    if (!Files.exists(folder) || Files.exists(folder.resolve(MARKER))) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new FileAlreadyExistsException(
            folder.toString(),
            null,
            "holds files that the generator did not make (no "
                + MARKER
                + " in it); choose another landing folder or move these files away");
      }
    }
  }

  private List<Path> own() throws IOException {
    if (!Files.isDirectory(landing)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(landing)) {
      return folders
          .filter(folder -> folder.getFileName().toString().matches(NAME))
          .filter(folder -> Files.isRegularFile(folder.resolve(MARKER)))
          .toList();
    }
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        return;
      }
    }
    Files.delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
