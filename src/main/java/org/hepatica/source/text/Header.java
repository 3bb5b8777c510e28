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

  private Header(List<String> columns) {
    this.columns = columns;
  }

  /**
   * Names from the first record, trimmed; a column without one is called {@code column_<n>}.
   *
   * @throws RefusedFileException when two columns have one name
   */
  static Header of(List<String> names) throws RefusedFileException {
    List<String> columns = new ArrayList<>();
    Set<String> twice = new LinkedHashSet<>();
    for (String name : names) {
      String column = name.isBlank() ? "column_" + (columns.size() + 1) : name.strip();
      if (columns.contains(column)) {
        twice.add(column);
      }
      columns.add(column);
    }
    if (!twice.isEmpty()) {
      throw new RefusedFileException(
          "several columns are called " + twice + "; have each column named once");
    }
    return new Header(columns);
  }

  List<String> columns() {
    return columns;
  }

  /** The record of a line's cells; defective when their number is not the header's. */
  SourceRecord record(long line, List<String> cells) {
    Map<String, String> byColumn = byColumn(cells);
    if (cells.size() != columns.size()) {
      return SourceRecord.defective(
          line,
          byColumn,
          "ragged",
          "%d cells where the header has %d columns; look for a separator inside an unquoted cell or a line cut short"
              .formatted(cells.size(), columns.size()));
    }
    if (cells.stream().anyMatch(cell -> cell.indexOf(TextInput.UNREADABLE) >= 0)) {
      return SourceRecord.defective(
          line,
          byColumn,
          "encoding",
          "bytes that are not of the export's encoding; set 'encoding' of the export in the centre's file");
    }
    return SourceRecord.of(line, byColumn);
  }

  Map<String, String> byColumn(List<String> cells) {
    Map<String, String> byColumn = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
      byColumn.put(columns.get(i), cells.get(i));
    }
    return byColumn;
  }
}
