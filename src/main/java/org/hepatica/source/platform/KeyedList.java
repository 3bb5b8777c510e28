package org.hepatica.source.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.StreamReader;
import org.hepatica.source.format.TextInput;
import org.hepatica.source.text.BoundedLines;

/** cBioPortal's small files of {@code key: value} lines: a gene panel, a list of cases. */
final class KeyedList implements StreamReader {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST_LINE = 32 << 20;

  private static final String STABLE_ID = "stable_id";

  private final String listKey;
  private final boolean recordEach;

  private KeyedList(String listKey, boolean recordEach) {
    this.listKey = listKey;
    this.recordEach = recordEach;
  }

  /**
   * A gene panel: one record with {@code stable_id} and {@code gene_list}, blanks between genes.
   */
  static KeyedList genePanel() {
    return new KeyedList("gene_list", false);
  }

  /**
   * A case list: one record a case, in {@code SAMPLE_ID}. All stand on one physical line; so that a
   * line still names one record, they count as lines of their own from there on.
   */
  static KeyedList caseList() {
    return new KeyedList("case_list_ids", true);
  }

  @Override
  public Set<String> identifyingColumns() {
    return recordEach ? Set.of("SAMPLE_ID") : Set.of();
  }

  @Override
  public Iterator<SourceRecord> read(InputStream in, FileContext file) throws IOException {
    TextInput input = TextInput.open(in, file);
    BoundedLines lines = new BoundedLines(input.reader(), LONGEST_LINE);
    Map<String, String> values = new LinkedHashMap<>();
    long listLine = 0;
    while (lines.next()) {
      int colon = lines.text().indexOf(':');
      String key =
          colon > 0 ? lines.text().substring(0, colon).strip().toLowerCase(Locale.ROOT) : "";
      if (key.equals(listKey) || key.equals(STABLE_ID)) {
        refuseUnreadable(lines, input);
        values.put(key, lines.text().substring(colon + 1).strip());
        listLine = key.equals(listKey) ? lines.number() : listLine;
      }
    }
    if (listLine == 0) {
      throw new RefusedFileException(
          "there is no line '" + listKey + ": ...'; deliver the file in cBioPortal's format");
    }
    return recordEach ? cases(listLine, values) : panel(listLine, values);
  }

  @Override
  public void check(InputStream in, FileContext file) throws IOException {
    read(in, file);
  }

  private static void refuseUnreadable(BoundedLines lines, TextInput input)
      throws RefusedFileException {
    String fault =
        lines.cut() ? "more than 32 MB; deliver the file in parts" : input.fault(lines.text());
    if (fault != null) {
      throw new RefusedFileException("line " + lines.number() + " has " + fault);
    }
  }

  private Iterator<SourceRecord> panel(long line, Map<String, String> values) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put(STABLE_ID, values.getOrDefault(STABLE_ID, ""));
    cells.put("gene_list", String.join(" ", values.get(listKey).split("[\\s,]+")));
    return List.of(SourceRecord.of(line, cells)).iterator();
  }

  private Iterator<SourceRecord> cases(long line, Map<String, String> values) {
    List<SourceRecord> records = new ArrayList<>();
    for (String id : values.get(listKey).split("\\s+")) {
      if (!id.isBlank()) {
        Map<String, String> cells = new LinkedHashMap<>(Map.of("SAMPLE_ID", id));
        SampleNames.markNormal(cells, "SAMPLE_ID");
        records.add(SourceRecord.of(line + records.size(), cells));
      }
    }
    return records.iterator();
  }
}
