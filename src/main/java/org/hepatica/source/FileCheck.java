package org.hepatica.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Export;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RecordReader;
import org.hepatica.source.format.RefusedFileException;

/** What must be right with delivered files before any table is touched. */
public final class FileCheck {

  private FileCheck() {}

  /**
   * Reads the first record of every file and refuses those that lack a column.
   *
   * @param mentioned columns by export that a centre's mappings name
   * @return the columns that every file of an export has, by centre and export; formats without a
   *     header are absent
   * @throws DeliveryException with every missing column, what there is instead, and the remedy
   */
  public static Map<String, Map<String, Set<String>>> headers(
      List<Center> centers,
      List<DeliveredFile> files,
      Function<Center, Map<String, Set<String>>> mentioned) {
    Map<String, Center> byName =
        centers.stream().collect(Collectors.toMap(Center::name, Function.identity()));
    List<String> problems = new ArrayList<>();
    Map<String, Map<String, Set<String>>> columns = new TreeMap<>();
    for (DeliveredFile file : files) {
      Center center = byName.get(file.center());
      Export export = center.exports().get(file.export());
      Optional<Set<String>> found = columns(file, export, problems);
      found.ifPresent(
          names -> {
            Set<String> wanted = wanted(export, mentioned.apply(center).get(export.name()));
            missing(file, wanted, names, problems);
            columns
                .computeIfAbsent(file.center(), c -> new TreeMap<>())
                .merge(file.export(), names, FileCheck::inBoth);
          });
    }
    if (!problems.isEmpty()) {
      throw new DeliveryException(problems);
    }
    return columns;
  }

  /** Hashes and checks files, two at a time and more on a larger machine. */
  static List<DeliveredFile> hash(
      List<Selection.Candidate> candidates, Center center, List<String> problems) {
    List<String> found = Collections.synchronizedList(new ArrayList<>());
    List<DeliveredFile> files =
        candidates.parallelStream()
            .map(candidate -> hash(candidate, center, found))
            .filter(Objects::nonNull)
            .toList();
    found.stream().sorted().forEach(problems::add);
    return files;
  }

  private static DeliveredFile hash(
      Selection.Candidate candidate, Center center, List<String> problems) {
    var path = candidate.found().path();
    RecordReader reader = Formats.reader(candidate.export().format());
    FileContext context =
        context(center.name(), candidate.delivery(), candidate.found().file(), candidate.export());
    try {
      String hash = Content.checkedHash(path, reader, context);
      String file = candidate.found().file();
      return new DeliveredFile(
          center.name(),
          candidate.delivery(),
          candidate.export().name(),
          file,
          path,
          reader.namedBySample() ? DeliveredFile.withoutName(file, hash) : file,
          Files.size(path),
          hash);
    } catch (RefusedFileException e) {
      problems.add(path + ": " + e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      problems.add("%s: cannot be read to its end (%s); deliver the file again".formatted(path, e));
    }
    return null;
  }

  static FileContext context(String center, String delivery, String file, Export export) {
    return new FileContext(
        center, export.name(), delivery, file, export.separator(), export.encoding());
  }

  private static Optional<Set<String>> columns(
      DeliveredFile file, Export export, List<String> problems) {
    try (InputStream in = Content.open(file.path())) {
      return Formats.reader(export.format())
          .columns(in, context(file.center(), file.delivery(), file.file(), export))
          .map(LinkedHashSet::new);
    } catch (IOException | UncheckedIOException e) {
      problems.add(file.path() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Set<String> wanted(Export export, Set<String> mentioned) {
    Set<String> wanted = new LinkedHashSet<>(export.required());
    wanted.addAll(export.identifying());
    wanted.addAll(mentioned == null ? Set.of() : mentioned);
    return wanted;
  }

  private static void missing(
      DeliveredFile file, Set<String> wanted, Set<String> names, List<String> problems) {
    wanted.stream()
        .filter(column -> !names.contains(column))
        .map(
            column ->
                "%s: export %s needs the column '%s'; the file has %s; deliver the column or take it out of the centre's file"
                    .formatted(file.path(), file.export(), column, names))
        .forEach(problems::add);
  }

  private static Set<String> inBoth(Set<String> first, Set<String> second) {
    Set<String> both = new LinkedHashSet<>(first);
    both.retainAll(second);
    return both;
  }
}
