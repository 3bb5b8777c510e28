package org.hepatica.source.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.hepatica.protocol.Center.Export;

/**
 * The extracts of one export in landing: {@code <center>/<date>/<export>.parquet}. One that a later
 * one of the same date replaced is kept beside it under a hidden name, as evidence.
 */
final class Extracts {

  /** The watermark up to which an extract has its rows, in the file's own notes. */
  static final String WATERMARK = "hepatica.watermark";

  /** Which query made it. */
  static final String QUERY = "hepatica.query";

  private final Path center;
  private final Export export;

  Extracts(Path center, Export export) {
    this.center = center;
    this.export = export;
  }

  /**
   * The watermark of the newest extract of the same query that was accepted, of the days before
   * one: an extract that replaces another of its day has the rows of both.
   *
   * @return empty when there is none: then all rows are wanted
   */
  Optional<String> watermark(String query, LocalDate day, Extraction.Accepted accepted)
      throws IOException {
    for (LocalDate date : datesBefore(day)) {
      Path file = center.resolve(date.toString()).resolve(export.files());
      if (Files.isRegularFile(file)) {
        Map<String, String> notes = notes(file);
        boolean same = query.equals(notes.get(QUERY)) && notes.containsKey(WATERMARK);
        if (same && accepted.is(export, date, file)) {
          return Optional.of(notes.get(WATERMARK));
        }
      }
    }
    return Optional.empty();
  }

  /** Where to write an extract before it is whole. */
  Path unfinished(LocalDate day) throws IOException {
    Path folder = Files.createDirectories(center.resolve(day.toString()));
    return folder.resolve("." + export.files() + ".unfinished");
  }

  /** Puts a whole extract in its place, unless the one that is there is the same. */
  void put(Path whole) throws IOException {
    Path place = whole.resolveSibling(export.files());
    if (Files.exists(place)) {
      if (Files.mismatch(whole, place) < 0) {
        Files.delete(whole);
        return;
      }
      Files.move(place, replaced(place), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path replaced(Path place) {
    int number = 1;
    Path free = place.resolveSibling("." + number + "." + export.files());
    while (Files.exists(free)) {
      number++;
      free = place.resolveSibling("." + number + "." + export.files());
    }
    return free;
  }

  private List<LocalDate> datesBefore(LocalDate day) throws IOException {
    if (!Files.isDirectory(center)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(center)) {
      return folders
          .flatMap(folder -> date(folder).stream())
          .filter(day::isAfter)
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  private static Optional<LocalDate> date(Path folder) {
    try {
      return Optional.of(LocalDate.parse(folder.getFileName().toString()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What a file says of itself; nothing when it is none that was written here. */
  private static Map<String, String> notes(Path file) {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      return reader.getFileMetaData().getKeyValueMetaData();
    } catch (IOException | RuntimeException e) {
      return Map.of();
    }
  }
}
