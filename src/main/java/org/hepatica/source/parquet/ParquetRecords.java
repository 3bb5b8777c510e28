package org.hepatica.source.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;

/** The rows of one Parquet file, of which one row group is in memory at a time. */
final class ParquetRecords implements Iterator<SourceRecord> {

  private final ParquetFileReader file;
  private final MessageType schema;
  private final List<CellText> cells = new ArrayList<>();
  private RecordReader<Group> rows;
  private long left;
  private long row;

  /**
   * Rows from the first.
   *
   * @throws RefusedFileException when a column is nested or of a type that is no text
   */
  ParquetRecords(ParquetFileReader file) throws RefusedFileException {
    this.file = file;
    this.schema = file.getFileMetaData().getSchema();
    List<String> problems = new ArrayList<>();
    for (Type column : schema.getFields()) {
      CellText.problem(column).ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new RefusedFileException(String.join("; ", problems));
    }
    schema.getFields().forEach(column -> cells.add(CellText.of(column.asPrimitiveType())));
  }

  List<String> columns() {
    return schema.getFields().stream().map(Type::getName).toList();
  }

  @Override
  public boolean hasNext() {
    while (left == 0) {
      if (!nextGroup()) {
        return false;
      }
    }
    return true;
  }

  private boolean nextGroup() {
    try {
      PageReadStore pages = file.readNextRowGroup();
      if (pages != null) {
        left = pages.getRowCount();
        rows =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(pages, new GroupRecordConverter(schema));
      }
      return pages != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SourceRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Group group = rows.read();
    left--;
    row++;
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = schema.getFieldName(i);
      boolean missing = group.getFieldRepetitionCount(i) == 0;
      String text = missing ? null : cells.get(i).of(group, i);
      if (CellText.NO_TEXT.equals(text)) {
        return SourceRecord.defective(
            row,
            Map.of(),
            SourceRecord.ENCODING,
            "column '%s' has bytes that are no UTF-8; deliver it as text".formatted(name));
      }
      texts.put(name, text);
    }
    return SourceRecord.of(row, texts);
  }
}
