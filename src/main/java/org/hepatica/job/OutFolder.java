package org.hepatica.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hepatica.source.IdentifierKey;

/** Whether what a night leaves for people still names somebody. */
final class OutFolder {

  private final Path folder;

  OutFolder(Path folder) {
    this.folder = folder;
  }

  /** Tells of each file that has the beginning of an identifier's hash; whether there is none. */
  boolean tell(Set<String> identifiers, Progress progress) {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    List<String> shown =
        identifiers.stream().map(hash -> IdentifierKey.shown(hash).substring(1)).toList();
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> found =
          tree.filter(Files::isRegularFile).filter(file -> hasAny(file, shown)).toList();
      found.forEach(
          file ->
              progress.say(
                  "%s still names the person, and no night writes it: remove it".formatted(file)));
      return found.isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static boolean hasAny(Path file, List<String> shown) {
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      return shown.stream().anyMatch(text::contains);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
