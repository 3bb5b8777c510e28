package org.hepatica.source.cut;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RecordReader;
import org.hepatica.source.format.RefusedFileException;

/** Finds what of a delivered file is a person's, and how it is cut out. Nothing is written here. */
public final class FileCutter {

  private final String format;
  private final RecordReader reader;
  private final Set<String> identifying;
  private final Whose whose;

  /**
   * Of an export's files.
   *
   * @param format as a centre's configuration names it
   * @param reader of that format
   * @param identifying columns that identify, the format's own among them
   */
  public FileCutter(String format, RecordReader reader, Set<String> identifying, Whose whose) {
    this.format = format;
    this.reader = reader;
    this.identifying = Set.copyOf(identifying);
    this.whose = whose;
  }

  /**
   * Looks at a file.
   *
   * @throws RefusedFileException when it cannot be read, or what is the person's cannot be cut out
   */
  public Cutting find(Path path, FileContext file) throws IOException {
    Cutting found =
        switch (format) {
          case "vcf" -> new SampleColumns(whose).find(path, file);
          case "case-list" -> new CaseNames(whose).find(path, file);
          case "gene-panel" -> Cutting.NOTHING;
          case "callable-bed" -> Cutting.NOTHING;
          case "parquet", "jdbc" ->
              new ParquetRows(whose, identifying).find(path, reader.open(path, file));
          default -> new TextRecords(reader, whose, identifying).find(path, file);
        };
    return whose.isNamed(file.file()) && !found.deletes() ? named(path, file, found) : found;
  }

  /** A name that is an identifier of the person cannot stay. */
  private Cutting named(Path path, FileContext file, Cutting found) throws IOException {
    if (reader.namedBySample() && found.writing() == null || isEmptied(path, file, found)) {
      return Cutting.whole(Math.max(1, found.records()), found.tied());
    }
    throw new RefusedFileException(
        "its name is an identifier of the person, but it has records of others; give it another name");
  }

  private boolean isEmptied(Path path, FileContext file, Cutting found) throws IOException {
    if (reader.namedBySample()) {
      return false;
    }
    long records = 0;
    try (var open = reader.open(path, file)) {
      while (open.records().hasNext()) {
        open.records().next();
        records++;
      }
    }
    return records <= found.records();
  }

  /** Adds identifiers of a record of the person. */
  static void tie(
      Map<String, Set<String>> tied,
      Map<String, String> cells,
      Set<String> identifying,
      Whose whose) {
    for (String column : identifying) {
      String cell = cells.get(column);
      if (whose.isGiven(cell)) {
        tied.computeIfAbsent(column, c -> new java.util.HashSet<>()).add(whose.hash().apply(cell));
      }
    }
  }
}
