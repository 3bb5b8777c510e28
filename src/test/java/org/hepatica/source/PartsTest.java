package org.hepatica.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.FilePart;
import org.hepatica.source.format.OpenRecords;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.SplitReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {

  private static final String[] ENDS = {"\n", "\r\n", "\r", "\n\n", "\r\r\n"};

  @TempDir Path folder;

  @Test
  void partsOfAnySizeHaveTheRecordsOfTheWhole() throws IOException {
    Random random = new Random(11);
    for (int run = 0; run < 60; run++) {
      String format = run % 2 == 0 ? "csv" : "tsv";
      Path file = Files.writeString(folder.resolve("x" + run), text(random, format));
      List<SourceRecord> whole = read(file, format, List.of());
      for (long size : new long[] {1, 2, 3, 7, 20, 50, 200, 1000}) {
        List<FilePart> parts = Parts.of(file, context(format), size);
        assertThat(read(file, format, parts)).isEqualTo(whole);
        assertThat(parts.isEmpty()).isEqualTo(size >= Files.size(file));
      }
    }
  }

  @Test
  void aLineEndInQuotesIsADefectThatNamesTheKey() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "a;b\n1;\"x\ny\"\n2;z\n3;\"open");
    List<SourceRecord> whole = read(file, "csv", List.of());
    assertThat(whole).extracting(SourceRecord::line).containsExactly(2L, 3L, 4L, 5L);
    assertThat(whole.get(0).defect())
        .startsWith("newline: a line ends inside quotes, and 'splittable = true' of the export");
    assertThat(whole.get(1).defect()).startsWith("ragged: ");
    assertThat(whole.get(2).defect()).isNull();
    assertThat(whole.get(3).defect()).startsWith("newline: ");
    assertThat(read(file, "csv", Parts.of(file, context("csv"), 5))).isEqualTo(whole);
  }

  @Test
  void whatHasNoLineEndsOfOneByteIsReadAsOne() throws IOException {
    Path wide = folder.resolve("wide.csv");
    Files.write(wide, "\uFEFFa,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(Parts.of(wide, context("csv"), 1)).isEmpty();
    Path packed = folder.resolve("packed.csv");
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Parts.of(packed, context("csv"), 1)).isEmpty();
  }

  private static String text(Random random, String format) {
    boolean csv = format.equals("csv");
    String separator = csv ? ";" : "\t";
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
    text.append(csv && random.nextBoolean() ? "sep=;" + end(random) : csv ? "" : "#x\n");
    text.append("a").append(separator).append("b").append(end(random));
    for (int record = random.nextInt(30); record > 0; record--) {
      text.append(cell(random)).append(separator).append(cell(random)).append(end(random));
    }
    return text.append(random.nextBoolean() ? "last" + separator + "1" : "").toString();
  }

  private static String end(Random random) {
    return ENDS[random.nextInt(ENDS.length)];
  }

  private static String cell(Random random) {
    String letters = "ab \u00FC\u20AC\"#";
    StringBuilder cell = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      cell.append(letters.charAt(random.nextInt(letters.length())));
    }
    return random.nextInt(4) == 0
        ? '"' + cell.toString().replace("\"", "\"\"") + '"'
        : cell.toString();
  }

  private static List<SourceRecord> read(Path path, String format, List<FilePart> parts)
      throws IOException {
    SplitReader reader = (SplitReader) Formats.reader(format);
    List<SourceRecord> records = new ArrayList<>();
    if (parts.isEmpty()) {
      try (OpenRecords open = reader.open(path, context(format))) {
        open.records().forEachRemaining(records::add);
      }
    }
    for (FilePart part : parts) {
      try (OpenRecords open = reader.open(path, context(format), part)) {
        open.records().forEachRemaining(records::add);
      }
    }
    return records;
  }

  private static FileContext context(String format) {
    char separator = format.equals("csv") ? ';' : '\t';
    return new FileContext("north", "x", "2026-01-01", "x", separator, "UTF-8", true);
  }
}
