package org.hepatica.source;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Export;
import org.hepatica.protocol.Center.TableMapping;

/**
 * Which files of a centre's deliveries count: of each export all files of the newest delivery that
 * has any.
 *
 * @param candidates the files, not yet hashed
 * @param unmatched files of the newest delivery that belong to no export
 */
record Selection(List<Candidate> candidates, List<String> unmatched) {

  /** A file that counts for an export. */
  record Candidate(Export export, String delivery, Landing.Found found) {}

  /**
   * Selects, adding what is wrong to the problems.
   *
   * @param isSign holds of files that are no data and belong to no export
   */
  static Selection of(
      Center center,
      SortedMap<String, List<Landing.Found>> newestFirst,
      Predicate<Landing.Found> isSign,
      List<String> problems) {
    List<Candidate> candidates = new ArrayList<>();
    for (Export export : center.exports().values()) {
      List<Candidate> own = newest(export, newestFirst);
      if (own.isEmpty() && isNeeded(center, export)) {
        problems.add(lacks(center, export));
      }
      candidates.addAll(own);
    }
    refuseSharedFiles(center, candidates, problems);
    return new Selection(
        candidates,
        unmatched(center, newestFirst)
            .filter(isSign.negate())
            .map(Landing.Found::file)
            .map(file -> center.name() + "/" + newestFirst.firstKey() + "/" + file)
            .toList());
  }

  /** The files of each export in one folder, adding what is wrong to the problems. */
  static List<Candidate> inFolder(Center center, Folder folder, List<String> problems) {
    List<Candidate> candidates = new ArrayList<>();
    for (Export export : center.exports().values()) {
      folder.files().stream()
          .filter(found -> matches(export, found.file()))
          .map(found -> new Candidate(export, folder.date().toString(), found))
          .forEach(candidates::add);
    }
    refuseSharedFiles(center, candidates, problems);
    return candidates;
  }

  /** The files of a folder that belong to no export and are no sign. */
  static List<String> unmatched(Center center, Folder folder, Predicate<Landing.Found> isSign) {
    return folder.files().stream()
        .filter(found -> !matchesAny(center, found.file()))
        .filter(isSign.negate())
        .map(found -> center.name() + "/" + folder.date() + "/" + found.file())
        .toList();
  }

  /** What is wrong when only some exports have a file. */
  static List<String> lacking(Center center, Set<String> exports) {
    return center.exports().values().stream()
        .filter(export -> !exports.contains(export.name()) && isNeeded(center, export))
        .map(export -> lacks(center, export))
        .toList();
  }

  private static String lacks(Center center, Export export) {
    return "centre %s: export %s has no file like '%s' in any delivery, and a table needs it; deliver it or correct 'files'"
        .formatted(center.name(), export.name(), export.files());
  }

  /** The deliveries that files are taken of. */
  List<String> dates() {
    return candidates.stream().map(Candidate::delivery).distinct().toList();
  }

  static boolean matchesAny(Center center, String file) {
    return center.exports().values().stream().anyMatch(export -> matches(export, file));
  }

  private static List<Candidate> newest(
      Export export, SortedMap<String, List<Landing.Found>> newestFirst) {
    for (Map.Entry<String, List<Landing.Found>> delivery : newestFirst.entrySet()) {
      List<Candidate> files =
          delivery.getValue().stream()
              .filter(found -> matches(export, found.file()))
              .map(found -> new Candidate(export, delivery.getKey(), found))
              .toList();
      if (!files.isEmpty()) {
        return files;
      }
    }
    return List.of();
  }

  private static boolean matches(Export export, String file) {
    return FileSystems.getDefault().getPathMatcher("glob:" + export.files()).matches(Path.of(file));
  }

  private static boolean isNeeded(Center center, Export export) {
    return !Formats.reader(export.format()).optional()
        && center.tables().stream().anyMatch(table -> reads(table, export.name()));
  }

  private static boolean reads(TableMapping table, String export) {
    return table.from().equals(export)
        || table.joins().stream().anyMatch(join -> join.export().equals(export));
  }

  private static void refuseSharedFiles(
      Center center, List<Candidate> candidates, List<String> problems) {
    Map<Path, Export> owners = new HashMap<>();
    for (Candidate candidate : candidates) {
      Export owner = owners.putIfAbsent(candidate.found().path(), candidate.export());
      if (owner != null) {
        problems.add(
            "centre %s: the file %s belongs to export %s ('%s') and to export %s ('%s'); make the patterns exclude each other"
                .formatted(
                    center.name(),
                    candidate.found().file(),
                    owner.name(),
                    owner.files(),
                    candidate.export().name(),
                    candidate.export().files()));
      }
    }
  }

  private static Stream<Landing.Found> unmatched(
      Center center, SortedMap<String, List<Landing.Found>> newestFirst) {
    return newestFirst.get(newestFirst.firstKey()).stream()
        .filter(found -> !matchesAny(center, found.file()));
  }
}
