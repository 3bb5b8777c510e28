package org.hepatica.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.SourceRecord;
import scala.jdk.javaapi.CollectionConverters;

/** The bronze rows of one file, read as they are asked for. */
final class FileRecords implements Iterator<Row> {

  private final FileTask task;
  private final IdentifierKey key;
  private final InputStream content;
  private final Iterator<SourceRecord> records;
  private final RecordContent contents = new RecordContent();

  FileRecords(FileTask task, IdentifierKey key) throws IOException {
    this.task = task;
    this.key = key;
    this.content = Content.open(Path.of(task.path()));
    TaskContext running = TaskContext.get();
    if (running != null) {
      running.addTaskCompletionListener((TaskCompletionListener) ended -> close());
    }
    this.records = Formats.reader(task.format()).read(content, task.context());
  }

  @Override
  public boolean hasNext() {
    try {
      boolean more = records.hasNext();
      if (!more) {
        close();
      }
      return more;
    } catch (RuntimeException e) {
      throw new IllegalStateException(task.path() + " cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public Row next() {
    SourceRecord source = records.next();
    FileContext file = task.context();
    Map<String, String> cells =
        source.defect() == null ? cells(source.cells()) : Map.<String, String>of();
    return RowFactory.create(
        file.center(),
        file.export(),
        file.delivery(),
        task.shown(),
        source.line(),
        CollectionConverters.asScala(cells),
        source.defect(),
        content(source, cells),
        CollectionConverters.asScala(links(cells)).toSeq());
  }

  private String content(SourceRecord source, Map<String, String> cells) {
    boolean alone = source.defect() != null || task.unit() != null;
    return alone
        ? contents.hash(
            String.valueOf(source.defect()), task.unit(), task.shown(), "" + source.line())
        : contents.hash(cells);
  }

  private List<String> links(Map<String, String> cells) {
    List<String> links = new ArrayList<>(task.identifying().size());
    for (String column : task.identifying()) {
      String hash = cells.get(column);
      if (hash != null && !links.contains(hash)) {
        links.add(hash);
      }
    }
    return links;
  }

  private Map<String, String> cells(Map<String, String> raw) {
    Map<String, String> cells = new LinkedHashMap<>(raw.size() * 2);
    raw.forEach((column, text) -> cells.put(column, cell(column, text)));
    return cells;
  }

  private String cell(String column, String text) {
    if (text == null || text.isBlank() || task.missing().contains(text.strip())) {
      return null;
    }
    return task.identifying().contains(column) ? key.hash(task.context().center(), text) : text;
  }

  private void close() {
    try {
      content.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
