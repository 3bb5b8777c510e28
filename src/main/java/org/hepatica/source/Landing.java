package org.hepatica.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hepatica.protocol.Center;

/**
 * What lies in the landing folder: {@code <landing>/<center>/<yyyy-MM-dd>/files}, or the files of
 * one centre's one delivery directly.
 */
public final class Landing {

  /**
   * The files to take.
   *
   * @param files of each export the newest delivery's, in the order of centres, exports and names
   * @param unmatched files of the newest deliveries that belong to no export
   */
  public record Listing(List<DeliveredFile> files, List<String> unmatched) {}

  private Landing() {}

  /**
   * Lists, hashes and checks the files that count. Every byte is read once here, so that what would
   * refuse a file, such as a quote that is never closed, does so before any table is touched.
   *
   * @param landing the landing folder
   * @param centers the centres to take deliveries from
   * @param runDate date of a delivery that lies directly in the folder and is new
   * @param knownDelivery the delivery under which the lake knows a file, by SHA-256
   * @throws DeliveryException with every problem: no folder, no delivery, no file of an export that
   *     a table needs, a file that cannot be taken
   */
  public static Listing list(
      Path landing,
      List<Center> centers,
      LocalDate runDate,
      Function<String, Optional<String>> knownDelivery) {
    if (!Files.isDirectory(landing)) {
      throw new DeliveryException(
          landing + ": there is no such folder; make it or set landing to where deliveries lie");
    }
    List<String> problems = new ArrayList<>();
    List<DeliveredFile> files = new ArrayList<>();
    List<String> unmatched = new ArrayList<>();
    for (Center center : centers) {
      try {
        Deliveries found = deliveries(landing, center, centers.size() == 1, runDate);
        Selection selection = Selection.of(center, found.byDate(), problems);
        List<DeliveredFile> hashed = FileCheck.hash(selection.candidates(), center, problems);
        files.addAll(found.direct() ? dated(hashed, runDate, knownDelivery) : hashed);
        unmatched.addAll(selection.unmatched());
      } catch (DeliveryException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new DeliveryException(problems);
    }
    return new Listing(List.copyOf(files), List.copyOf(unmatched));
  }

  private record Deliveries(TreeMap<String, List<Found>> byDate, boolean direct) {}

  /** A file and its path inside its delivery. */
  record Found(Path path, String file) {}

  private static Deliveries deliveries(
      Path landing, Center center, boolean only, LocalDate runDate) {
    TreeMap<String, List<Found>> byDate = new TreeMap<>(Comparator.reverseOrder());
    Path folder = landing.resolve(center.name());
    if (!Files.isDirectory(folder)) {
      List<Found> direct = only ? inside(landing) : List.of();
      if (direct.stream().noneMatch(found -> Selection.matchesAny(center, found.file()))) {
        throw new DeliveryException(
            "%s: centre %s has no folder here; put its files into %s/<yyyy-MM-dd>/"
                .formatted(landing, center.name(), folder));
      }
      byDate.put(runDate.toString(), direct);
      return new Deliveries(byDate, true);
    }
    for (Path delivery : folders(folder)) {
      byDate.put(delivery.getFileName().toString(), inside(delivery));
    }
    if (byDate.isEmpty()) {
      throw new DeliveryException(
          "%s: centre %s has no delivery; put its files into a folder named by the date, such as %s/%s/"
              .formatted(folder, center.name(), folder, runDate));
    }
    return new Deliveries(byDate, false);
  }

  private static List<Path> folders(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).filter(Landing::isDate).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isDate(Path folder) {
    try {
      LocalDate.parse(folder.getFileName().toString());
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static List<Found> inside(Path delivery) {
    try (Stream<Path> tree = Files.walk(delivery, FileVisitOption.FOLLOW_LINKS)) {
      return tree.filter(Files::isRegularFile)
          .map(path -> new Found(path, slashed(delivery.relativize(path))))
          .filter(found -> !found.file().startsWith(".") && !found.file().contains("/."))
          .sorted(Comparator.comparing(Found::file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String slashed(Path relative) {
    return relative.toString().replace('\\', '/');
  }

  /** A direct delivery is the one that the lake knows when it knows every file of it. */
  private static List<DeliveredFile> dated(
      List<DeliveredFile> files,
      LocalDate runDate,
      Function<String, Optional<String>> knownDelivery) {
    List<String> known =
        files.stream().flatMap(file -> knownDelivery.apply(file.sha256()).stream()).toList();
    String date =
        known.size() == files.size() && !known.isEmpty()
            ? known.stream().max(Comparator.naturalOrder()).orElseThrow()
            : runDate.toString();
    return files.stream().map(file -> file.deliveredOn(date)).toList();
  }
}
