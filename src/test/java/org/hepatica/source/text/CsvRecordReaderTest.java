package org.hepatica.source.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.StreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordReaderTest {

  private static final StreamReader SMALL = new CsvRecordReader(new Limits(8, 20, 5));
  private static final StreamReader CSV = new CsvRecordReader();

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesArePhysicalWhateverEndsThem(String end) throws IOException {
    String text = "a,b\n1,\"x\ny\"\n\n2,z\n\n\n3,\"\"\"q\"\", r\"".replace("\n", end);
    List<SourceRecord> records = read(CSV, text);
    assertThat(records).extracting(SourceRecord::line).containsExactly(2L, 5L, 8L);
    assertThat(records.get(0).cells()).containsEntry("b", "x\ny");
    assertThat(records.get(2).cells()).containsEntry("b", "\"q\", r");
    assertThat(records).allMatch(record -> record.defect() == null);
  }

  @Test
  void aByteOrderMarkWinsOverTheDeclaredEncoding() throws IOException {
    byte[] text = "\uFEFFn\u00E4me,b\n\u00FC,1\n".getBytes(StandardCharsets.UTF_8);
    assertThat(read(CSV, text, StandardCharsets.ISO_8859_1).get(0).cells())
        .isEqualTo(Map.of("n\u00E4me", "\u00FC", "b", "1"));
  }

  @Test
  void theDeclaredEncodingIsUsedAndBytesThatAreNotOfItAreADefect() throws IOException {
    byte[] latin = "a,b\nM\u00FCller,1\nok,2\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(CSV, latin, StandardCharsets.ISO_8859_1).get(0).cells())
        .containsEntry("a", "M\u00FCller");
    List<SourceRecord> wrong = read(CSV, latin, StandardCharsets.UTF_8);
    assertThat(wrong.get(0).defect()).startsWith("encoding: ").contains("set 'encoding'");
    assertThat(wrong.get(1).defect()).isNull();
  }

  @Test
  void raggedRecordsSayBothNumbers() throws IOException {
    List<SourceRecord> records = read(CSV, "a,b,c\n1,2\n1,2,3,4\n1,2,3\n");
    assertThat(records.get(0).defect()).startsWith("ragged: 2 cells where the header has 3");
    assertThat(records.get(1).defect()).startsWith("ragged: 4 cells where the header has 3");
    assertThat(records.get(2).defect()).isNull();
  }

  @Test
  void anOpenQuoteRefusesTheFileByTheLineWhereItOpened() throws IOException {
    String text = "a,b\n1,x\n2,\"open\n3,y\n4,z\n";
    assertThatThrownBy(() -> CSV.check(stream(text), file(StandardCharsets.UTF_8)))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("opens on line 3");
    List<SourceRecord> records = read(CSV, text);
    assertThat(records.get(records.size() - 1).defect()).startsWith("file: ");
    CSV.check(stream("a,b\n1,\"x\""), file(StandardCharsets.UTF_8));
  }

  @Test
  void aQuoteInsideAnUnquotedCellIsText() throws IOException {
    assertThat(read(CSV, "a,b\n5\" tube,1\n").get(0).cells()).containsEntry("a", "5\" tube");
  }

  @Test
  void textAfterAClosingQuoteIsADefectOfItsRecordOnly() throws IOException {
    List<SourceRecord> records = read(CSV, "a,b\n\"O\"Brien\"s\",1\nx,2\n\"y\" ,3\nz,4\n");
    assertThat(records.get(0).defect()).startsWith("stray-quote: ");
    assertThat(records.get(1).cells()).containsEntry("b", "2");
    assertThat(records.get(2).defect()).startsWith("stray-quote: ");
    assertThat(records.get(3).cells()).isEqualTo(Map.of("a", "z", "b", "4"));
  }

  @Test
  void whatIsTooLargeIsCutAndReadingGoesOnWithTheNextRecord() throws IOException {
    String text =
        "a,b\n"
            + "123456789,1\n"
            + "\"1\n3\"\"4\n6789,\n\",2\n"
            + "1,2,3,4,5,6,7\n"
            + "1234567,\"1234567\",\"1234567\",8\n"
            + "x,y\n";
    List<SourceRecord> records = read(SMALL, text);
    assertThat(records).extracting(SourceRecord::line).containsExactly(2L, 3L, 7L, 8L, 9L);
    assertThat(records.subList(0, 4)).allMatch(r -> r.defect().startsWith("too-large: "));
    assertThat(records.get(4).cells()).isEqualTo(Map.of("a", "x", "b", "y"));
  }

  @Test
  void aHugeLineIsReadInLittleMemory() throws IOException {
    byte[] start = "a,b\n1,\"".getBytes(StandardCharsets.UTF_8);
    byte[] end = "\"\n2,y\n".getBytes(StandardCharsets.UTF_8);
    InputStream in = new Repeated(start, (byte) 'x', 50_000_000L, end);
    List<SourceRecord> records = new ArrayList<>();
    CSV.read(in, file(StandardCharsets.UTF_8)).forEachRemaining(records::add);
    assertThat(records.get(0).defect()).startsWith("too-large: ");
    assertThat(records.get(1).cells()).containsEntry("b", "y");
  }

  @Test
  void columnsAreNamedOnceAndUnnamedOnesByTheirPlace() throws IOException {
    assertThat(CSV.columns(stream(",b \n"), file(StandardCharsets.UTF_8)))
        .contains(List.of("column_1", "b"));
    assertThatThrownBy(() -> read(CSV, "a,b,a\n1,2,3\n")).hasMessageContaining("[a]");
    assertThatThrownBy(() -> read(CSV, "")).hasMessageContaining("no header line");
  }

  @Test
  void whatAWriterQuotesComesBackCellByCellAndLineByLine() throws IOException {
    Random random = new Random(7);
    for (int run = 0; run < 300; run++) {
      StringBuilder text = new StringBuilder("a,b,c\n");
      List<Map<String, String>> cells = new ArrayList<>();
      List<Long> lines = new ArrayList<>();
      for (int record = 0; record < 6; record++) {
        String a = cell(random);
        String b = cell(random);
        lines.add(1 + text.chars().filter(c -> c == '\n').count());
        cells.add(Map.of("a", a, "b", b, "c", "1"));
        text.append(quoted(a)).append(',').append(quoted(b)).append(",1\n");
      }
      List<SourceRecord> records = read(CSV, text.toString());
      assertThat(records).extracting(SourceRecord::cells).isEqualTo(cells);
      assertThat(records).extracting(SourceRecord::line).isEqualTo(lines);
    }
  }

  @Test
  void tabSeparatedTextHasNoQuotesAndSkipsComments() throws IOException {
    List<SourceRecord> records =
        read(new TsvRecordReader(), "#version 2\n#x\na\tb\n\"1\t2\n#c\n\n3\t\"x\"y\n4\n");
    assertThat(records).extracting(SourceRecord::line).containsExactly(4L, 7L, 8L);
    assertThat(records.get(0).cells()).containsEntry("a", "\"1");
    assertThat(records.get(2).defect()).startsWith("ragged: 1 cells");
  }

  private static String cell(Random random) {
    String letters = "ab,\"\n ";
    StringBuilder cell = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      cell.append(letters.charAt(random.nextInt(letters.length())));
    }
    return cell.toString();
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static FileContext file(Charset charset) {
    return new FileContext("north", "export", "2026-01-01", "x.csv", ',', charset.name());
  }

  private static List<SourceRecord> read(StreamReader reader, String text) throws IOException {
    return read(reader, text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static List<SourceRecord> read(StreamReader reader, byte[] text, Charset charset)
      throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    reader.read(new ByteArrayInputStream(text), file(charset)).forEachRemaining(records::add);
    return records;
  }

  /** A long stream that is never in memory. */
  private static final class Repeated extends InputStream {
    private final byte[] start;
    private final byte middle;
    private final long times;
    private final byte[] end;
    private long at;

    Repeated(byte[] start, byte middle, long times, byte[] end) {
      this.start = start;
      this.middle = middle;
      this.times = times;
      this.end = end;
    }

    @Override
    public int read() {
      long place = at++;
      if (place < start.length) {
        return start[(int) place];
      }
      long rest = place - start.length - times;
      if (rest < 0) {
        return middle;
      }
      return rest < end.length ? end[(int) rest] : -1;
    }
  }
}
