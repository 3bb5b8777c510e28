package org.hepatica.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hepatica.protocol.Center;

/** Whether a delivery has arrived whole. */
final class Completeness {

  private final Center.Arrival arrival;
  private final Glance earlier;

  private final Set<String> extracts;

  /**
   * By a centre's rules.
   *
   * @param earlier landing at the begin of the run
   */
  Completeness(Center center, Glance earlier) {
    this.arrival = center.arrival();
    this.earlier = earlier;
    this.extracts =
        center.exports().values().stream()
            .filter(export -> export.database().isPresent())
            .map(Center.Export::files)
            .collect(Collectors.toSet());
  }

  /** Whether a file says something of its delivery, and is no data. */
  boolean isSign(Landing.Found found) {
    return arrival.marker().filter(found.file()::equals).isPresent()
        || arrival.manifest().filter(found.file()::equals).isPresent();
  }

  /**
   * What a delivery still lacks; empty when it is complete, as what was extracted of a database
   * always is. Names of files are not told, which a sample may have given.
   *
   * @param delivery its folder
   * @param files all that is in it
   */
  Optional<String> lacks(Path delivery, List<Landing.Found> files) {
    List<Landing.Found> delivered =
        files.stream().filter(found -> !extracts.contains(found.file())).toList();
    if (delivered.isEmpty() && !files.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> sign = arrival.marker().isPresent() ? arrival.marker() : arrival.manifest();
    if (sign.isPresent() && !Files.isRegularFile(delivery.resolve(sign.get()))) {
      return Optional.of("there is no " + sign.get() + " yet");
    }
    if (arrival.manifest().isPresent()) {
      return ofManifest(delivery, arrival.manifest().get());
    }
    boolean settled =
        sign.isPresent() || delivered.stream().allMatch(f -> earlier.isStill(f.path()));
    return settled ? Optional.empty() : Optional.of("its files still change");
  }

  private static Optional<String> ofManifest(Path delivery, String manifest) {
    try {
      int number = 0;
      for (String line : Files.readAllLines(delivery.resolve(manifest))) {
        number++;
        if (!line.isBlank() && !agrees(delivery, line)) {
          return Optional.of(
              "the file that line %d of %s names is not there as it says"
                  .formatted(number, manifest));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + delivery.resolve(manifest), e);
    }
  }

  /** A line as sha256sum writes it: hash, blanks or a star, path. */
  private static boolean agrees(Path delivery, String line) throws IOException {
    String[] parts = line.strip().split("[ *]+", 2);
    Path file = parts.length < 2 ? delivery : delivery.resolve(parts[1]).normalize();
    return file.startsWith(delivery)
        && Files.isRegularFile(file)
        && Content.hash(file).equalsIgnoreCase(parts[0]);
  }
}
