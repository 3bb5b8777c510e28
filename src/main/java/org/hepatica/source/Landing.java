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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
   * @param files of each export the newest complete delivery's, in the order of centres, exports
   *     and names; none of a refused centre
   * @param unmatched files of the newest deliveries that belong to no export
   * @param refused by centre, every problem for which nothing of it can be taken
   * @param waiting deliveries that are not complete yet, a line each
   */
  public record Listing(
      List<DeliveredFile> files,
      List<String> unmatched,
      Map<String, List<String>> refused,
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
          waiting);
    }
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
   * @return with the problems of centres that cannot be taken: no delivery, no file of an export
   *     that a table needs, a file that cannot be read
   * @throws DeliveryException if there is no such folder
   */
  public static Listing list(
      Path landing, List<Center> centers, LocalDate runDate, Glance earlier) {
    if (!Files.isDirectory(landing)) {
      throw new DeliveryException(
          landing + ": there is no such folder; make it or set landing to where deliveries lie");
    }
    List<DeliveredFile> files = new ArrayList<>();
    List<String> unmatched = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    Map<String, List<String>> refused = new LinkedHashMap<>();
    for (Center center : centers) {
      List<String> problems = new ArrayList<>();
      try {
        Completeness completeness = new Completeness(center, earlier);
        Deliveries found = deliveries(landing, center, centers.size() == 1, runDate);
        Selection selection = complete(center, found, completeness, problems, waiting);
        List<DeliveredFile> hashed = FileCheck.hash(selection.candidates(), center, problems);
        if (problems.isEmpty()) {
          files.addAll(hashed);
          unmatched.addAll(selection.unmatched());
        }
      } catch (DeliveryException e) {
        problems.addAll(e.problems());
      }
      if (!problems.isEmpty()) {
        refused.put(center.name(), problems);
      }
    }
    return new Listing(List.copyOf(files), List.copyOf(unmatched), refused, List.copyOf(waiting));
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

  /**
   * All folders of a centre's deliveries, whatever became of them; none when it has none.
   *
   * @param only whether it is the only centre, whose files may lie directly in landing
   */
  static List<Folder> all(Path landing, Center center, boolean only, LocalDate runDate) {
    try {
      Deliveries found = deliveries(landing, center, only, runDate);
      return byDate(found).values().stream().toList();
    } catch (DeliveryException e) {
      return List.of();
    }
  }

  private static TreeMap<LocalDate, Folder> byDate(Deliveries found) {
    TreeMap<LocalDate, Folder> folders = new TreeMap<>();
    found
        .byDate()
        .forEach(
            (date, files) ->
                folders.put(
                    LocalDate.parse(date),
                    new Folder(
                        LocalDate.parse(date), found.folders().get(date), files, found.direct())));
    return folders;
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

  /**
   * What lies in landing of a centre and is not yet in the lake. Folders that are as they were are
   * not opened; of the others every byte is read once here.
   *
   * @param landing the landing folder
   * @param center the centre
   * @param only whether it is the only one, whose files may lie directly in landing
   * @param runDate date of a delivery that does
   * @param earlier landing as it was at the begin of the run: what changed since is not complete
   * @param known what the lake has judged of the centre
   * @param anew the date from which on all are taken again, whatever the lake has; null for none
   * @param check what is wrong with the columns of a delivery's files, a line each
   * @param cut folders out of whose files persons were cut, as {@link LandingCut#folders} names
   *     them
   */
  public static Arrivals arrivals(
      Path landing,
      Center center,
      boolean only,
      LocalDate runDate,
      Glance earlier,
      KnownDeliveries known,
      LocalDate anew,
      Function<List<DeliveredFile>, List<String>> check,
      Set<String> cut) {
    try {
      Deliveries found = deliveries(landing, center, only, known.notBefore(runDate));
      Completeness completeness = new Completeness(center, earlier);
      return new Chain(center, byDate(found), known, completeness, check, cut).arrivals(anew);
    } catch (DeliveryException e) {
      return Arrivals.refused(center.name(), e.problems());
    }
  }
}
