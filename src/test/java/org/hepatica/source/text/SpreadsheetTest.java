package org.hepatica.source.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.StreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {

  private static final StreamReader CSV = new CsvRecordReader();
  private static final StreamReader TSV = new TsvRecordReader();

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aFirstLineThatSaysTheSeparatorIsBelieved(String end) throws IOException {
    String text = "sep=;\nid;size\n1;2,5\n".replace("\n", end);
    for (char declared : new char[] {',', ';', FileContext.FROM_HEADER}) {
      assertThat(read(CSV, text, declared))
          .containsExactly(SourceRecord.of(3, Map.of("id", "1", "size", "2,5")));
    }
  }

  @Test
  void theHeaderShowsTheSeparatorWhereConfSaysSo() throws IOException {
    assertThat(read(CSV, "\nid;\"size, cm\"\n1;2,5\n", FileContext.FROM_HEADER))
        .containsExactly(SourceRecord.of(3, Map.of("id", "1", "size, cm", "2,5")));
    assertThat(read(CSV, "id\tsize\n1\t2,5\n", FileContext.FROM_HEADER).get(0).cells())
        .isEqualTo(Map.of("id", "1", "size", "2,5"));
    assertThat(read(CSV, "id\n1\n", FileContext.FROM_HEADER).get(0).cells())
        .isEqualTo(Map.of("id", "1"));
    assertThatThrownBy(() -> read(CSV, "a;b,c\n", FileContext.FROM_HEADER))
        .hasMessage(
            "the header has as many [',', ';'], and 'delimiter = auto' cannot tell which separates;"
                + " name the delimiter of the export");
  }

  @Test
  void aGuardedTextKeepsItsZeros() throws IOException {
    assertThat(read(CSV, "=\"id\",b\n=\"00123\",\"=\"\"00,7\"\"\"\n", ',').get(0).cells())
        .isEqualTo(Map.of("id", "00123", "b", "00,7"));
    assertThat(read(CSV, "a,b\n=1+1,\"=\"\n", ',').get(0).cells())
        .isEqualTo(Map.of("a", "=1+1", "b", "="));
  }

  @Test
  void emptyColumnsAndRowsAtTheEndAreNone() throws IOException {
    assertThat(read(CSV, "a,b,,\n1,2,,\n3,4\n5,6,7,\n8,9,,,\n,,,\n\" \",,\n", ','))
        .containsExactly(
            SourceRecord.of(2, Map.of("a", "1", "b", "2", "column_3", "", "column_4", "")),
            SourceRecord.of(3, Map.of("a", "3", "b", "4")),
            SourceRecord.of(4, Map.of("a", "5", "b", "6", "column_3", "7", "column_4", "")),
            SourceRecord.defective(
                5,
                Map.of("a", "8", "b", "9", "column_3", "", "column_4", ""),
                "ragged",
                "5 cells where the header has 4 columns; look for a separator inside an unquoted cell or a line cut short"));
    assertThat(read(TSV, "a\tb\n1\t2\n\t\n", '\t')).hasSize(1);
  }

  @Test
  void spacesThatDoNotBreakAreNoPartOfACell() throws IOException {
    assertThat(
            read(CSV, "id\u00A0,b\n\u00A0A1 \u202F,liver\u00A0met\n\u00A0,x\n", ',').stream()
                .map(SourceRecord::cells))
        .containsExactly(Map.of("id", "A1", "b", "liver\u00A0met"), Map.of("id", "", "b", "x"));
  }

  @Test
  void notAvailableIsMissing() throws IOException {
    assertThat(read(CSV, "a,b,c\n#N/A,#NV,#1\n", ',').get(0).cells())
        .isEqualTo(Map.of("a", "", "b", "", "c", "#1"));
    assertThat(read(TSV, "a\tb\n#N/A\t2\n#a comment\n", '\t'))
        .containsExactly(SourceRecord.of(2, Map.of("a", "", "b", "2")));
  }

  @Test
  void mixedLineEndsCountEachOnce() throws IOException {
    assertThat(read(CSV, "a\r\n1\r2\n3\r\n\r\n4\n\r5", ','))
        .extracting(SourceRecord::line)
        .containsExactly(2L, 3L, 4L, 6L, 8L);
  }

  private static List<SourceRecord> read(StreamReader reader, String text, char separator)
      throws IOException {
    FileContext file = new FileContext("north", "export", "d", "x.csv", separator, "UTF-8");
    List<SourceRecord> records = new ArrayList<>();
    reader
        .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), file)
        .forEachRemaining(records::add);
    return records;
  }
}
