package org.hepatica.ml.file;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;

/**
 * A column's cells with the places they stand at, which Spark does not know. Reads the text once
 * more, so only a message is worth it.
 */
final class ColumnCells {

  private static final String QUOTE = "\"";

  private final Path path;
  private final TextFormat format;
  private final List<String> missing;

  ColumnCells(Path path, TextFormat format, List<String> missing) {
    this.path = path;
    this.format = format;
    this.missing = missing;
  }

  /**
   * A cell that is not missing.
   *
   * @param file it stands in
   * @param line in which its row begins, from 1
   * @param text trimmed
   */
  record Cell(Path file, long line, String text) {}

  /** Takes cells one after the other. */
  @FunctionalInterface
  interface Visitor {
    /** Takes a cell; false when it wants no more. */
    boolean wantsMore(Cell cell);
  }

  /** Goes through a column from the first row on, missing cells passed over. */
  void visit(int place, Visitor visitor) throws IOException {
    boolean more = true;
    for (Path file : DataFile.files(path)) {
      more = more && visit(file, place, visitor);
    }
  }

  private boolean visit(Path file, int place, Visitor visitor) throws IOException {
    try (Reader text = new InputStreamReader(TextCheck.open(file), format.encoding());
        CsvReader<CsvRecord> records = reader().ofCsvRecord(text)) {
      boolean header = true;
      for (CsvRecord row : records) {
        String cell = header || place >= row.getFieldCount() ? "" : cell(row.getField(place));
        header = false;
        boolean present = !cell.isEmpty() && !missing.contains(cell);
        if (present && !visitor.wantsMore(new Cell(file, row.getStartingLineNumber(), cell))) {
          return false;
        }
      }
    }
    return true;
  }

  private CsvReader.CsvReaderBuilder reader() {
    CsvReader.CsvReaderBuilder builder = CsvReader.builder().fieldSeparator(format.separator());
    return format.hasComments()
        ? builder.commentStrategy(CommentStrategy.SKIP).commentCharacter((char) format.comment())
        : builder;
  }

  /** Spaces before a quote are none of the cell for Spark. */
  private static String cell(String field) {
    String cell = field.strip();
    boolean quoted = cell.length() > 1 && cell.startsWith(QUOTE) && cell.endsWith(QUOTE);
    return quoted ? cell.substring(1, cell.length() - 1).strip() : cell;
  }
}
