package org.hepatica.source.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.StreamReader;

/**
 * A platform's table whose columns are found by name, without regard to case or order; columns that
 * nobody uses are left out, lines with {@code #} before the header are comments.
 */
abstract class ColumnTable implements StreamReader {

  private static final long serialVersionUID = 1L;

  /** The name under which a delivered column is kept, or null when nobody uses it. */
  abstract String column(String delivered);

  /** Columns without which the file is refused. */
  abstract List<String> required();

  /** What is known of a record that cannot be read, of what of it can. */
  Map<String, String> whose(Map<String, String> cells) {
    return cells;
  }

  /** A record that puts its sample in doubt: of a few columns, if they are there, and no more. */
  static Map<String, String> unreadable(Map<String, String> cells, List<String> columns) {
    Map<String, String> known = new LinkedHashMap<>();
    known.put(SourceRecord.KIND, SourceRecord.UNREADABLE);
    for (String column : columns) {
      if (cells.containsKey(column)) {
        known.put(column, cells.get(column));
      }
    }
    return known;
  }

  /** Adds what must be known of a record before its identifiers are hashed. */
  void complete(Map<String, String> cells) {}

  /** Which rows of a file are kept. */
  RowFilter filter(FileContext file, List<String> names) {
    return RowFilter.ALL;
  }

  /** Whether lines before the header may be something else than comments. */
  boolean hasPreamble() {
    return false;
  }

  @Override
  public abstract Set<String> identifyingColumns();

  @Override
  public final Iterator<SourceRecord> read(InputStream in, FileContext file) throws IOException {
    return new Rows(in, file);
  }

  @Override
  public final Optional<List<String>> columns(InputStream in, FileContext file) throws IOException {
    return Optional.of(new Rows(in, file).kept());
  }

  private final class Rows extends TextLines {
    private final char separator;
    private final List<String> names;
    private final RowFilter filter;

    Rows(InputStream in, FileContext file) throws IOException {
      super(in, file);
      String header = advance();
      while (header != null && !isHeader(header)) {
        header = advance();
      }
      if (header == null) {
        throw new RefusedFileException(
            "there is no header line with " + required() + "; deliver the file with its columns");
      }
      this.separator = separator(header);
      this.names = names(header);
      requireColumns();
      this.filter = filter(file, names);
    }

    private boolean isHeader(String line) {
      if (line.isBlank() || line.startsWith("#")) {
        return false;
      }
      return !hasPreamble() || names(line, separator(line)).containsAll(required());
    }

    private List<String> names(String header) {
      return names(header, separator);
    }

    private List<String> names(String header, char by) {
      List<String> names = new ArrayList<>();
      for (String cell : Cells.split(header, by)) {
        String name = column(cell.strip());
        names.add(names.contains(name) ? null : name);
      }
      return names;
    }

    private void requireColumns() throws RefusedFileException {
      List<String> lacking = new ArrayList<>(required());
      lacking.removeAll(names);
      if (!lacking.isEmpty()) {
        throw new RefusedFileException(
            "line " + number() + " is the header and lacks " + lacking + "; deliver these columns");
      }
    }

    List<String> kept() {
      return names.stream().filter(java.util.Objects::nonNull).toList();
    }

    @Override
    Map<String, String> whose(Map<String, String> cells) {
      return ColumnTable.this.whose(cells);
    }

    @Override
    SourceRecord closing() {
      return filter.leftOut() == 0
          ? null
          : SourceRecord.of(number() + 1, GeneRows.account(filter.leftOut()));
    }

    @Override
    SourceRecord record(long line, String text) {
      if (text.isBlank() || text.startsWith("#")) {
        return null;
      }
      if (separator == '\t' && !filter.keeps(text)) {
        return null;
      }
      List<String> values = Cells.split(text, separator);
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(values.size(), names.size()); i++) {
        if (names.get(i) != null) {
          cells.put(names.get(i), values.get(i));
        }
      }
      complete(cells);
      if (values.size() != names.size()) {
        return SourceRecord.defective(
            line,
            ColumnTable.this.whose(cells),
            "ragged",
            values.size()
                + " cells where the header has "
                + names.size()
                + "; look for a line cut short or a separator too many");
      }
      return SourceRecord.of(line, cells);
    }
  }

  private static char separator(String header) {
    for (char candidate : new char[] {'\t', ';'}) {
      if (header.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return ',';
  }
}
