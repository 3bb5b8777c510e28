package org.hepatica.source.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.StreamReader;
import org.hepatica.source.format.TextInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String TEXT = "id,name\n1,M\u00FCller\n2,\u0141\u00F3d\u017A\n";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aMarkTellsTheEncodingWhateverIsDeclared(String charset) throws IOException {
    byte[] text = ("\uFEFF" + TEXT).getBytes(Charset.forName(charset));
    for (String declared : List.of("UTF-8", "windows-1252", "auto")) {
      assertThat(read(text, declared))
          .containsExactly(
              SourceRecord.of(2, Map.of("id", "1", "name", "M\u00FCller")),
              SourceRecord.of(3, Map.of("id", "2", "name", "\u0141\u00F3d\u017A")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "ISO-8859-1"})
  void anEncodingOfSingleBytesIsDeclared(String charset) throws IOException {
    byte[] text = "id,name\n1,M\u00FCller\n".getBytes(Charset.forName(charset));
    assertThat(read(text, charset))
        .containsExactly(SourceRecord.of(2, Map.of("id", "1", "name", "M\u00FCller")));
  }

  @Test
  void utf8IsNotTakenForWindows1252() throws IOException {
    List<SourceRecord> records =
        read("id,name\n1,M\u00FCller\n2,Meier\n".getBytes(StandardCharsets.UTF_8), "windows-1252");
    assertThat(records.get(0).defect())
        .isEqualTo(
            "encoding: column 'name' has bytes that are UTF-8, and would be misread as windows-1252;"
                + " set 'encoding' of the export in the centre's file to UTF-8");
    assertThat(records.get(0).line()).isEqualTo(2);
    assertThat(records.get(1).defect()).isNull();
  }

  @Test
  void windows1252IsNotTakenForIso88591() throws IOException {
    assertThat(read("id,name\n1,5 \u20AC\n".getBytes(WINDOWS), "ISO-8859-1").get(0).defect())
        .startsWith("encoding: column 'name' has control characters by the encoding ISO-8859-1;");
  }

  @Test
  void windows1252IsNotTakenForUtf8() throws IOException {
    assertThat(read("id,name\n1,M\u00FCller\n".getBytes(WINDOWS), "UTF-8").get(0).defect())
        .startsWith("encoding: column 'name' has bytes that are not of the encoding UTF-8;");
  }

  @Test
  void aHeaderOfAnotherEncodingRefusesTheFile() {
    assertThatThrownBy(() -> read("id,gr\u00F6\u00DFe\n1,2\n".getBytes(WINDOWS), "UTF-8"))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageStartingWith(
            "the header on line 1 has bytes that are not of the encoding UTF-8");
    assertThatThrownBy(() -> read(TEXT.getBytes(StandardCharsets.UTF_16LE), "UTF-8"))
        .hasMessageContaining("set 'encoding' of the export to UTF-16LE or UTF-16BE");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE"})
  void utf16WithoutAMarkIsDeclared(String charset) throws IOException {
    assertThat(read(TEXT.getBytes(Charset.forName(charset)), charset)).hasSize(2);
  }

  @Test
  void autoTakesNothingButUtf8WithoutAMark() throws IOException {
    TextInput.refuseUnknown(stream(TEXT.getBytes(StandardCharsets.UTF_8)), file("auto"));
    byte[] mixed = "id,name\r\n1,Meier\r\n2,M\u00FCller\r\n".getBytes(WINDOWS);
    assertThatThrownBy(() -> TextInput.refuseUnknown(stream(mixed), file("auto")))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageStartingWith("line 3, character 4 is not UTF-8,")
        .hasMessageContaining("name the encoding of the export");
    assertThat(TextInput.isToBeFound(file("windows-1252"))).isFalse();
  }

  private static List<SourceRecord> read(byte[] text, String encoding) throws IOException {
    StreamReader csv = new CsvRecordReader();
    List<SourceRecord> records = new ArrayList<>();
    csv.read(stream(text), file(encoding)).forEachRemaining(records::add);
    return records;
  }

  private static ByteArrayInputStream stream(byte[] text) {
    return new ByteArrayInputStream(text);
  }

  private static FileContext file(String encoding) {
    return new FileContext("north", "export", "2026-01-01", "x.csv", ',', encoding);
  }
}
