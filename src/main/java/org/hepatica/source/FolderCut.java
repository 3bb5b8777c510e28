package org.hepatica.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hepatica.protocol.Center;
import org.hepatica.source.LandingCut.Piece;

/**
 * Changes the files of one folder. What is left of each is written beside it, then the list of
 * files says what they will be, then they take their places: a list that a killed run has left
 * ahead of the files is what it will be again.
 */
final class FolderCut {

  private static final String UNFINISHED = ".erasing";

  private final Center center;
  private final Folder folder;

  FolderCut(Center center, Folder folder) {
    this.center = center;
    this.folder = folder;
  }

  void apply(List<Piece> pieces) {
    try {
      removeLeftBehind();
      if (pieces.isEmpty()) {
        return;
      }
      Map<Path, Path> written = new LinkedHashMap<>();
      for (Piece piece : pieces) {
        if (!piece.cutting().deletes()) {
          // What a link names is what holds the person.
          Path file = piece.path().toRealPath();
          written.put(file, write(piece, file));
        }
      }
      rewriteManifest(pieces);
      for (Map.Entry<Path, Path> file : written.entrySet()) {
        Files.move(
            file.getValue(),
            file.getKey(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
      for (Piece piece : pieces) {
        if (piece.cutting().deletes()) {
          Path file = piece.path().toRealPath();
          Files.deleteIfExists(piece.path());
          Files.deleteIfExists(file);
        }
      }
      settle(folder.path());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot cut out of the files in " + folder.path(), e);
    }
  }

  /** What runs that were killed had not finished; of an extraction it may hold anybody. */
  private void removeLeftBehind() throws IOException {
    try (Stream<Path> tree = Files.walk(folder.path())) {
      for (Path path : tree.filter(Files::isRegularFile).toList()) {
        String name = path.getFileName().toString();
        if (name.startsWith(".") && (name.endsWith(UNFINISHED) || isUnfinishedExtract(name))) {
          Files.delete(path);
        }
      }
    }
  }

  private boolean isUnfinishedExtract(String name) {
    return center.exports().values().stream()
        .filter(export -> export.database().isPresent())
        .anyMatch(export -> name.equals("." + export.files() + ".unfinished"));
  }

  private static Path write(Piece piece, Path file) throws IOException {
    Path target = file.resolveSibling("." + file.getFileName() + UNFINISHED);
    piece.cutting().writing().to(target);
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
    }
    Files.setLastModifiedTime(target, Files.getLastModifiedTime(file));
    settle(target);
    return target;
  }

  private static void settle(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private void rewriteManifest(List<Piece> pieces) throws IOException {
    Path manifest = center.arrival().manifest().map(folder.path()::resolve).orElse(null);
    if (manifest == null || !Files.isRegularFile(manifest)) {
      return;
    }
    Map<String, Piece> byFile = new HashMap<>();
    pieces.forEach(piece -> byFile.put(piece.file(), piece));
    StringBuilder text = new StringBuilder();
    // Bytes stay what they are, whatever encoding names are in.
    for (String line :
        Files.readString(manifest, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)) {
      text.append(rewritten(line, byFile));
    }
    Path beside = manifest.resolveSibling("." + manifest.getFileName() + UNFINISHED);
    Files.writeString(beside, text, StandardCharsets.ISO_8859_1);
    settle(beside);
    Files.move(
        beside, manifest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A line that names a file as it is now; one that does not names a delivery not yet there. */
  private String rewritten(String line, Map<String, Piece> byFile) throws IOException {
    String[] parts = line.strip().split("[ *]+", 2);
    Piece piece =
        parts.length < 2 ? null : byFile.get(Path.of(utf8(parts[1])).normalize().toString());
    if (piece == null) {
      return line;
    }
    if (piece.cutting().deletes()) {
      return "";
    }
    Path file = piece.path().toRealPath();
    String before = Content.hash(file);
    String after = Content.hash(file.resolveSibling("." + file.getFileName() + UNFINISHED));
    return Set.of(before, after).contains(parts[0].toLowerCase(java.util.Locale.ROOT))
        ? line.replace(parts[0], after)
        : line;
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
