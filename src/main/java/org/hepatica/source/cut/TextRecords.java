package org.hepatica.source.cut;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hepatica.source.format.Decompressed;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.OpenRecords;
import org.hepatica.source.format.RecordReader;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.TextInput;
import org.hepatica.source.text.CsvRecordReader;

/**
 * Records of a text that begin on a line of their own: CSV, TSV and the platforms' tables. A record
 * with a defect, in which an identifier may stand in any cell, is the person's when it does.
 */
final class TextRecords {

  private final RecordReader reader;
  private final Whose whose;
  private final Set<String> identifying;

  private final Set<Long> own = new TreeSet<>();
  private final Set<Long> defective = new TreeSet<>();
  private final Map<String, Set<String>> tied = new HashMap<>();

  TextRecords(RecordReader reader, Whose whose, Set<String> identifying) {
    this.reader = reader;
    this.whose = whose;
    this.identifying = identifying;
  }

  Cutting find(Path path, FileContext file) throws IOException {
    try (OpenRecords open = reader.open(path, file)) {
      while (open.records().hasNext()) {
        look(open.records().next());
      }
    }
    Charset charset = charset(path, file);
    Map<Long, Long> lastLines = lastLines(path, file);
    if (!defective.isEmpty()) {
      own.addAll(suspected(path, charset, lastLines));
    }
    if (own.isEmpty()) {
      return Cutting.NOTHING;
    }
    Set<Long> gone = new HashSet<>();
    own.forEach(
        first -> {
          for (long line = first; line <= lastLines.getOrDefault(first, first); line++) {
            gone.add(line);
          }
        });
    LineEdit edit = (number, line) -> gone.contains(number) ? null : line;
    LineEdit.width(charset);
    return new Cutting(own.size(), false, tied, target -> write(path, target, charset, edit));
  }

  private void look(SourceRecord record) throws RefusedFileException {
    if (record.defect() == null) {
      if (whose.isAny(record.cells(), identifying)) {
        own.add(record.line());
        FileCutter.tie(tied, record.cells(), identifying, whose);
      }
    } else if (record.defect().startsWith(SourceRecord.FILE + ":")) {
      throw new RefusedFileException(record.defect());
    } else {
      defective.add(record.line());
    }
  }

  /** By first line, the last one of each record that may go; of most formats the same. */
  private Map<Long, Long> lastLines(Path path, FileContext file) throws IOException {
    if (!(reader instanceof CsvRecordReader csv) || own.isEmpty() && defective.isEmpty()) {
      return Map.of();
    }
    Set<Long> starts = new HashSet<>(own);
    starts.addAll(defective);
    return csv.lastLines(path, file, starts);
  }

  /** The first lines of records with a defect that have an identifier of the person anywhere. */
  private Set<Long> suspected(Path path, Charset charset, Map<Long, Long> lastLines)
      throws IOException {
    TreeMap<Long, Long> extents = new TreeMap<>();
    defective.forEach(first -> extents.put(first, lastLines.getOrDefault(first, first)));
    Set<Long> found = new HashSet<>();
    LineEdit look =
        (number, line) -> {
          Map.Entry<Long, Long> extent = extents.floorEntry(number);
          if (extent != null
              && number <= extent.getValue()
              && whose.isIn(new String(line, charset))) {
            found.add(extent.getKey());
          }
          return null;
        };
    try (InputStream in = Decompressed.open(path)) {
      look.copy(in, OutputStream.nullOutputStream(), charset);
    }
    return found;
  }

  static Charset charset(Path path, FileContext file) throws IOException {
    try (InputStream in = Decompressed.open(path)) {
      return TextInput.open(in, file).charset();
    }
  }

  static void write(Path path, Path target, Charset charset, LineEdit edit) throws IOException {
    try (InputStream in = Decompressed.open(path);
        OutputStream out = Packing.as(path, target)) {
      edit.copy(in, out, charset);
    }
  }
}
