package org.hepatica.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Export;
import org.hepatica.source.cut.Cutting;
import org.hepatica.source.cut.FileCutter;
import org.hepatica.source.cut.Whose;
import org.hepatica.source.format.RecordReader;

/**
 * What of a centre's files in landing is some persons', in every folder, whether its delivery
 * counts or not; and how it goes. All is looked at before anything is written.
 */
public final class LandingCut {

  private static final String DIRECT = ".";

  /**
   * A file that is changed or goes.
   *
   * @param name for people, without a name that may be an identifier
   * @param records how many records of it go
   * @param deletes whether it goes as a whole
   */
  public record Planned(String name, long records, boolean deletes) {}

  /** A file with what is cut out of it. */
  record Piece(Folder folder, Export export, Path path, String file, Cutting cutting) {}

  private final Center center;
  private final List<Folder> all;
  private final List<Piece> pieces;

  private LandingCut(Center center, List<Folder> all, List<Piece> pieces) {
    this.center = center;
    this.all = all;
    this.pieces = pieces;
  }

  /**
   * Looks at all files of a centre.
   *
   * @param only whether it is the only centre, whose files may lie directly in landing
   * @param hash the keyed hash of an identifier of the centre
   * @param persons the hashes of the persons' identifiers
   * @throws DeliveryException with every file that cannot be read, or of which the persons' records
   *     cannot be cut out
   */
  public static LandingCut plan(
      Path landing,
      Center center,
      boolean only,
      LocalDate today,
      UnaryOperator<String> hash,
      Set<String> persons) {
    List<String> problems = Collections.synchronizedList(new ArrayList<>());
    List<Folder> folders = Landing.all(landing, center, only, today);
    List<Piece> pieces =
        folders.stream().flatMap(folder -> files(center, folder)).toList().parallelStream()
            .map(file -> looked(center, file, hash, persons, problems))
            .filter(Objects::nonNull)
            .toList();
    if (!problems.isEmpty()) {
      throw new DeliveryException(problems.stream().sorted().toList());
    }
    return new LandingCut(center, folders, pieces);
  }

  private record OfExport(Folder folder, Export export, Path path, String file) {}

  /** The files of exports, with the extracts of databases that later ones of a day replaced. */
  private static Stream<OfExport> files(Center center, Folder folder) {
    Stream<OfExport> delivered =
        Selection.inFolder(center, folder, new ArrayList<>()).stream()
            .map(c -> new OfExport(folder, c.export(), c.found().path(), c.found().file()));
    Stream<OfExport> replaced =
        center.exports().values().stream()
            .filter(export -> export.database().isPresent())
            .flatMap(
                export ->
                    hidden(folder, "\\.\\d+\\.", export.files()).stream()
                        .map(path -> new OfExport(folder, export, path, export.files())));
    return Stream.concat(delivered, replaced);
  }

  private static List<Path> hidden(Folder folder, String before, String name) {
    try (Stream<Path> children = Files.list(folder.path())) {
      return children
          .filter(
              path ->
                  path.getFileName()
                      .toString()
                      .matches(before + java.util.regex.Pattern.quote(name)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder.path(), e);
    }
  }

  private static Piece looked(
      Center center,
      OfExport file,
      UnaryOperator<String> hash,
      Set<String> persons,
      List<String> problems) {
    Export export = file.export();
    RecordReader reader = Formats.reader(export.format());
    Set<String> identifying = new TreeSet<>(reader.identifyingColumns());
    identifying.addAll(export.identifying());
    Whose whose = new Whose(hash, persons, new HashSet<>(export.missing()));
    try {
      Cutting cutting =
          new FileCutter(export.format(), reader, identifying, whose)
              .find(
                  file.path(),
                  FileCheck.context(
                          center.name(), file.folder().date().toString(), file.file(), export)
                      .ofAllGenes());
      return new Piece(file.folder(), export, file.path(), file.file(), cutting);
    } catch (IOException | RuntimeException e) {
      String reason =
          e instanceof UncheckedIOException ? e.getCause().getMessage() : e.getMessage();
      String name =
          whose.isNamed(file.file())
              ? unnamed(center, file.folder(), export)
              : shown(center, file.folder(), export, file.file());
      problems.add(
          "%s: nobody can be cut out of it: %s; correct it, deliver it again, or take it out of landing"
              .formatted(name, reason));
      return null;
    }
  }

  private static String shown(Center center, Folder folder, Export export, String file) {
    return Formats.reader(export.format()).namedBySample()
        ? unnamed(center, folder, export)
        : "%s/%s/%s".formatted(center.name(), name(folder), file);
  }

  /** Where the file's name may be an identifier. */
  private static String unnamed(Center center, Folder folder, Export export) {
    return "%s/%s/a file of export %s".formatted(center.name(), name(folder), export.name());
  }

  /** A folder's name as it is remembered. */
  static String name(Folder folder) {
    return folder.direct() ? DIRECT : folder.date().toString();
  }

  /** The files that are changed or go. */
  public List<Planned> planned() {
    return changing()
        .map(
            piece ->
                new Planned(
                    piece.cutting().deletes()
                        ? unnamed(center, piece.folder(), piece.export())
                        : shown(center, piece.folder(), piece.export(), piece.file()),
                    piece.cutting().records(),
                    piece.cutting().deletes()))
        .toList();
  }

  private Stream<Piece> changing() {
    return pieces.stream().filter(piece -> piece.cutting().changes());
  }

  /** The folders whose files change. */
  public Set<String> folders() {
    Set<String> names = new TreeSet<>();
    changing().forEach(piece -> names.add(name(piece.folder())));
    return names;
  }

  /** By export and column, the hashes of all identifiers of the persons' records. */
  public Map<String, Map<String, Set<String>>> tied() {
    Map<String, Map<String, Set<String>>> tied = new HashMap<>();
    for (Piece piece : pieces) {
      piece
          .cutting()
          .tied()
          .forEach(
              (column, hashes) ->
                  tied.computeIfAbsent(piece.export().name(), export -> new HashMap<>())
                      .computeIfAbsent(column, c -> new HashSet<>())
                      .addAll(hashes));
    }
    return tied;
  }

  /**
   * Cuts, folder by folder. Killed half way it can be done again: what is left of a file is always
   * the same.
   */
  public void apply() {
    Map<Folder, List<Piece>> byFolder = new LinkedHashMap<>();
    all.forEach(folder -> byFolder.put(folder, new ArrayList<>()));
    changing().forEach(piece -> byFolder.get(piece.folder()).add(piece));
    byFolder.forEach((folder, own) -> new FolderCut(center, folder).apply(own));
  }
}
