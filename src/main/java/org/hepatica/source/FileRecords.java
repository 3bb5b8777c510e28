package org.hepatica.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.OpenRecords;
import org.hepatica.source.format.SourceRecord;
import scala.jdk.javaapi.CollectionConverters;

/** The bronze rows of one file, read as they are asked for. */
final class FileRecords implements Iterator<Row> {

  private static final Pattern SPREADSHEET_ERROR = Pattern.compile("#(#+|[\\p{Lu}\\d/]+[!?])");

  private final FileTask task;
  private final IdentifierKey key;
  private final OpenRecords content;
  private final RecordContent contents = new RecordContent();

  FileRecords(FileTask task, IdentifierKey key) throws IOException {
    this.task = task;
    this.key = key;
    this.content = task.open();
    TaskContext running = TaskContext.get();
    if (running != null) {
      running.addTaskCompletionListener((TaskCompletionListener) ended -> close());
    }
  }

  @Override
  public boolean hasNext() {
    try {
      boolean more = content.records().hasNext();
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
    SourceRecord source = content.records().next();
    FileContext file = task.context();
    String defect = source.defect() == null ? fault(source.cells()) : source.defect();
    boolean kept = defect == null || source.defect() != null && source.tellsWhose();
    Map<String, String> cells = kept ? cells(source.cells()) : Map.<String, String>of();
    return RowFactory.create(
        file.center(),
        file.export(),
        file.delivery(),
        task.shown(),
        source.line(),
        CollectionConverters.asScala(cells),
        defect,
        content(source.line(), defect, cells),
        CollectionConverters.asScala(links(cells)).toSeq());
  }

  private String content(long line, String defect, Map<String, String> cells) {
    boolean alone = defect != null || task.unit() != null;
    return alone
        ? contents.hash(String.valueOf(defect), task.unit(), task.shown(), "" + line)
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

  /** A formula that failed is nobody's identifier. */
  private String fault(Map<String, String> raw) {
    for (String column : task.identifying()) {
      String text = raw.get(column);
      boolean given = text != null && !task.missing().contains(text.strip());
      if (given && SPREADSHEET_ERROR.matcher(text.strip()).matches()) {
        return "spreadsheet-error: column '%s' identifies and has %s, which a spreadsheet writes where a formula fails; correct it at the centre"
            .formatted(column, text.strip());
      }
    }
    return null;
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
