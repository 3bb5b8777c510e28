package org.hepatica.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
   * @param files of each export the newest complete delivery's, in the order of centres, exports
   *     and names; none of a refused centre
   * @param unmatched files of the newest deliveries that belong to no export
   * @param refused by centre, every problem for which nothing of it can be taken
   * @param lastSeen by centre, the date of its newest complete delivery; of one that lies directly
   *     in landing, when its newest file was written
   * @param waiting deliveries that are not complete yet, a line each
   */
  public record Listing(
      List<DeliveredFile> files,
      List<String> unmatched,
      Map<String, List<String>> refused,
      Map<String, LocalDate> lastSeen,
      List<String> waiting) {

    /**
     * The same, all or nothing.
     *
     * @throws DeliveryException with every problem, if any centre is refused
     */
    public Listing whole() {
      if (!refused.isEmpty()) {
        throw new DeliveryException(refused.values().stream().flatMap(List::stream).toList());
      }
      return this;
    }

    /** The files of one centre. */
    public List<DeliveredFile> files(String center) {
      return files.stream().filter(file -> file.center().equals(center)).toList();
    }

    /** The same without a centre that is refused for what its files hold. */
    public Listing without(String center, List<String> problems) {
      Map<String, List<String>> more = new LinkedHashMap<>(refused);
      more.put(center, List.copyOf(problems));
      return new Listing(
          files.stream().filter(file -> !file.center().equals(center)).toList(),
          unmatched,
          more,
          lastSeen,
          waiting);
    }
  }

  /** What a delivery is called. */
  public interface Naming {

    /** By the date of its folder; what lies directly in landing by that of the run. */
    Naming AS_DATED = (center, date, direct, files) -> date;

    /**
     * The name of a delivery.
     *
     * @param date its date, ISO
     * @param direct whether it lies directly in landing, so that the date is that of the run
     * @param files those of it that count, of one centre
     */
    String of(String center, String date, boolean direct, List<DeliveredFile> files);
  }

  private Landing() {}

  /**
   * Lists, hashes and checks the files that count. Every byte is read once here, so that what would
   * refuse a file, such as a quote that is never closed, does so before any table is touched.
   *
   * @param landing the landing folder
   * @param centers the centres to take deliveries from
   * @param runDate date of a delivery that lies directly in the folder
   * @param earlier landing as it was at the begin of the run: what changed since is not complete
   * @param naming what deliveries are called
   * @return with the problems of centres that cannot be taken: no delivery, no file of an export
   *     that a table needs, a file that cannot be read
   * @throws DeliveryException if there is no such folder
   */
  public static Listing list(
      Path landing, List<Center> centers, LocalDate runDate, Glance earlier, Naming naming) {
    if (!Files.isDirectory(landing)) {
      throw new DeliveryException(
          landing + ": there is no such folder; make it or set landing to where deliveries lie");
    }
    List<DeliveredFile> files = new ArrayList<>();
    List<String> unmatched = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    Map<String, List<String>> refused = new LinkedHashMap<>();
    Map<String, LocalDate> lastSeen = new HashMap<>();
    for (Center center : centers) {
      List<String> problems = new ArrayList<>();
      try {
        Completeness completeness = new Completeness(center.arrival(), earlier);
        Deliveries found = deliveries(landing, center, centers.size() == 1, runDate);
        Selection selection = complete(center, found, completeness, problems, waiting);
        List<DeliveredFile> hashed = FileCheck.hash(selection.candidates(), center, problems);
        if (problems.isEmpty()) {
          files.addAll(named(hashed, found.direct(), naming));
          unmatched.addAll(selection.unmatched());
          lastSeen.put(center.name(), lastSeen(hashed, found.direct()));
        }
      } catch (DeliveryException e) {
        problems.addAll(e.problems());
      }
      if (!problems.isEmpty()) {
        refused.put(center.name(), problems);
      }
    }
    return new Listing(
        List.copyOf(files), List.copyOf(unmatched), refused, lastSeen, List.copyOf(waiting));
  }

  /** Selects again and again until all deliveries that files are taken of are complete. */
  private static Selection complete(
      Center center,
      Deliveries found,
      Completeness completeness,
      List<String> problems,
      List<String> waiting) {
    Set<String> checked = new HashSet<>();
    while (true) {
      List<String> own = new ArrayList<>();
      Selection selection = Selection.of(center, found.byDate(), completeness::isSign, own);
      Optional<String> incomplete = Optional.empty();
      for (String date : selection.dates()) {
        if (checked.add(date)) {
          Optional<String> lacks =
              completeness.lacks(found.folders().get(date), found.byDate().get(date));
          lacks.ifPresent(
              what ->
                  waiting.add(
                      "%s/%s is not complete, %s: it is taken when it is"
                          .formatted(center.name(), date, what)));
          incomplete = lacks.isPresent() ? Optional.of(date) : incomplete;
          lacks.ifPresent(what -> found.byDate().remove(date));
        }
      }
      if (incomplete.isEmpty() || found.byDate().isEmpty()) {
        problems.addAll(found.byDate().isEmpty() ? List.of(waiting.get(waiting.size() - 1)) : own);
        return selection;
      }
    }
  }

  /**
   * Deliveries of a centre, newest first.
   *
   * @param direct whether it is one, directly in landing
   */
  private record Deliveries(
      TreeMap<String, List<Found>> byDate, Map<String, Path> folders, boolean direct) {}

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
      return new Deliveries(byDate, Map.of(runDate.toString(), landing), true);
    }
    Map<String, Path> folders = new HashMap<>();
    for (Path delivery : folders(folder)) {
      byDate.put(delivery.getFileName().toString(), inside(delivery));
      folders.put(delivery.getFileName().toString(), delivery);
    }
    if (byDate.isEmpty()) {
      throw new DeliveryException(
          "%s: centre %s has no delivery; put its files into a folder named by the date, such as %s/%s/"
              .formatted(folder, center.name(), folder, runDate));
    }
    return new Deliveries(byDate, folders, false);
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

  private static LocalDate lastSeen(List<DeliveredFile> files, boolean direct) {
    return files.stream()
        .map(
            file ->
                direct
                    ? LocalDate.ofInstant(Instant.ofEpochMilli(file.modified()), ZoneOffset.UTC)
                    : LocalDate.parse(file.delivery()))
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.EPOCH);
  }

  private static List<DeliveredFile> named(
      List<DeliveredFile> files, boolean direct, Naming naming) {
    Map<String, List<DeliveredFile>> byDate =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    DeliveredFile::delivery, LinkedHashMap::new, Collectors.toList()));
    Map<String, String> names = new HashMap<>();
    byDate.forEach(
        (date, own) -> names.put(date, naming.of(own.get(0).center(), date, direct, own)));
    return files.stream().map(file -> file.deliveredAs(names.get(file.delivery()))).toList();
  }
}
