package org.hepatica.source.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.TextInput;

/** The column names of a delimited file, and what a line of cells is by them. */
final class Header {

  private final List<String> columns;
  private final int named;
  private final long line;
  private final TextInput text;

  private Header(List<String> columns, int named, long line, TextInput text) {
    this.columns = columns;
    this.named = named;
    this.line = line;
    this.text = text;
  }

  /**
   * Names from the first record, trimmed; a column without one is called {@code column_<n>}.
   *
   * @param line physical line on which it begins
   * @param text the text of the file, which knows its encoding
   * @throws RefusedFileException when two columns have one name, or a name is not of the encoding
   */
  static Header of(long line, List<String> names, TextInput text) throws RefusedFileException {
    List<String> columns = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    Set<String> twice = new LinkedHashSet<>();
    int named = 0;
    for (String name : names) {
      String fault = text.fault(name);
      if (fault != null) {
        throw new RefusedFileException("the header on line " + line + " has " + fault);
      }
      String given = Spreadsheet.content(name).strip();
      String column = given.isEmpty() ? "column_" + (columns.size() + 1) : given;
      columns.add(column);
      named = given.isEmpty() ? named : columns.size();
      if (!seen.add(column)) {
        twice.add(column);
      }
    }
    if (!twice.isEmpty()) {
      throw new RefusedFileException(
          "several columns are called " + twice + "; have each column named once");
    }
    return new Header(columns, named, line, text);
  }

  List<String> columns() {
    return columns;
  }

  /** Physical line on which the header begins. */
  long line() {
    return line;
  }

  /** The text of the file. */
  TextInput text() {
    return text;
  }

  /**
   * The record of a line's cells; null when all are blank, as spreadsheets write after the last
   * row; defective when their number is not the header's. Of columns at the end without a name a
   * row may have fewer.
   */
  SourceRecord record(long line, List<String> cells) {
    if (cells.stream().allMatch(Spreadsheet::isBlank)) {
      return null;
    }
    Map<String, String> byColumn = byColumn(cells);
    if (cells.size() > columns.size() || cells.size() < named) {
      return ragged(line, cells, byColumn);
    }
    for (Map.Entry<String, String> cell : byColumn.entrySet()) {
      String fault = text.fault(cell.getValue());
      if (fault != null) {
        return SourceRecord.defective(
            line, byColumn, SourceRecord.ENCODING, "column '" + cell.getKey() + "' has " + fault);
      }
    }
    return SourceRecord.of(line, byColumn);
  }

  private SourceRecord ragged(long line, List<String> cells, Map<String, String> byColumn) {
    return SourceRecord.defective(
        line,
        byColumn,
        "ragged",
        "%d cells where the header has %d columns; look for a separator inside an unquoted cell or a line cut short"
            .formatted(cells.size(), columns.size()));
  }

  Map<String, String> byColumn(List<String> cells) {
    Map<String, String> byColumn = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
      byColumn.put(columns.get(i), Spreadsheet.content(cells.get(i)));
    }
    return byColumn;
  }
}
