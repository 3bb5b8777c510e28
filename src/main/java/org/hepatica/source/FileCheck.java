package org.hepatica.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Export;
import org.hepatica.protocol.NamedColumn;
import org.hepatica.protocol.Nearest;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RecordReader;
import org.hepatica.source.format.RefusedFileException;

/** What must be right with delivered files before any table is touched. */
public final class FileCheck {

  private FileCheck() {}

  /**
   * Reads the first record of every file and refuses those that lack a column.
   *
   * @param named the columns that a centre's conf file names
   * @throws DeliveryException with every missing column, what there is instead, and the remedy
   */
  public static void headers(
      List<Center> centers, List<DeliveredFile> files, Function<Center, List<NamedColumn>> named) {
    Map<String, Center> byName =
        centers.stream().collect(Collectors.toMap(Center::name, Function.identity()));
    Map<String, List<NamedColumn>> ofCenter = new HashMap<>();
    List<String> problems = new ArrayList<>();
    for (DeliveredFile file : files) {
      Center center = byName.get(file.center());
      Export export = center.exports().get(file.export());
      List<NamedColumn> wanted =
          ofCenter.computeIfAbsent(center.name(), name -> named.apply(center));
      columns(file, export, problems)
          .ifPresent(names -> missing(file, export, wanted, names, problems));
    }
    if (!problems.isEmpty()) {
      throw new DeliveryException(problems);
    }
  }

  /** The columns of a file that has been checked; none when its format has no header. */
  public static List<String> columns(DeliveredFile file, Export export) {
    List<String> problems = new ArrayList<>();
    Set<String> columns = columns(file, export, problems).orElse(Set.of());
    if (!problems.isEmpty()) {
      throw new DeliveryException(problems);
    }
    return List.copyOf(columns);
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
      Glance.Stamp stamp = Glance.Stamp.of(path);
      String hash = Content.checkedHash(path, reader, context);
      String file = candidate.found().file();
      return new DeliveredFile(
          center.name(),
          candidate.delivery(),
          candidate.export().name(),
          file,
          path,
          reader.namedBySample() ? DeliveredFile.withoutName(file, hash) : file,
          stamp.bytes(),
          hash,
          stamp.modified(),
          stamp.key());
    } catch (RefusedFileException e) {
      problems.add(path + ": " + e.getMessage());
    } catch (EOFException | ZipException e) {
      problems.add(
          "%s: cannot be read to its end, it is cut off or damaged (%s); deliver the file again"
              .formatted(path, e.getMessage()));
    } catch (IOException | UncheckedIOException e) {
      problems.add("%s: cannot be read to its end (%s); deliver the file again".formatted(path, e));
    }
    return null;
  }

  static FileContext context(String center, String delivery, String file, Export export) {
    Center.Text text = export.text();
    return new FileContext(
        center,
        export.name(),
        delivery,
        file,
        text.separator(),
        text.encoding(),
        text.splittable(),
        export.loci(),
        export.genes());
  }

  private static Optional<Set<String>> columns(
      DeliveredFile file, Export export, List<String> problems) {
    try {
      return Formats.reader(export.format())
          .columns(file.path(), context(file.center(), file.delivery(), file.file(), export))
          .map(LinkedHashSet::new);
    } catch (IOException | UncheckedIOException e) {
      problems.add(file.path() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private static void missing(
      DeliveredFile file,
      Export export,
      List<NamedColumn> named,
      Set<String> names,
      List<String> problems) {
    named.stream()
        .filter(each -> each.export().equals(file.export()) && !names.contains(each.column()))
        .filter(each -> !export.optional().contains(each.column()))
        .collect(
            Collectors.groupingBy(NamedColumn::column, LinkedHashMap::new, Collectors.toList()))
        .forEach((column, places) -> problems.add(lacks(file, column, places, names)));
  }

  /** Whether the file or the conf file is wrong is for people to tell: both are named. */
  private static String lacks(
      DeliveredFile file, String column, List<NamedColumn> places, Set<String> names) {
    int others = places.size() - 1;
    return "%s: there is no column '%s', which %s%s names; %sthe file has %s; deliver the column or correct the conf file"
        .formatted(
            file.path(),
            column,
            places.get(0).position().place(),
            others == 0 ? "" : " (and " + others + " more)",
            Nearest.to(column, names).map(near -> "did you mean '" + near + "'? ").orElse(""),
            names);
  }
}
