package org.hepatica.source.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.OpenRecords;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRecordReaderTest {

  private static final FileContext FILE =
      new FileContext("north", "x", "2026-01-01", "x.parquet", ',', "UTF-8");
  private static final ParquetRecordReader READER = new ParquetRecordReader();

  @TempDir Path folder;

  @Test
  void valuesBecomeTextsAsMappingsExpectThem() throws IOException {
    Path file =
        write(
            """
            message m {
              optional binary text (STRING);
              optional binary bare;
              optional boolean truth;
              optional int32 whole;
              optional int32 small (INTEGER(8,false));
              optional int64 large;
              optional int64 unsigned (INTEGER(64,false));
              optional double number;
              optional float single;
              optional int32 day (DATE);
              optional int64 seconds (TIMESTAMP(MILLIS,true));
              optional int64 micros (TIMESTAMP(MICROS,false));
              optional int96 old;
              optional int32 time (TIME(MILLIS,true));
              optional int32 cents (DECIMAL(9,2));
              optional fixed_len_byte_array(16) amount (DECIMAL(38,3));
              optional fixed_len_byte_array(16) id (UUID);
            }
            """,
            row -> {
              row.add("text", "M\u00FCller");
              row.add("bare", "plain");
              row.add("truth", true);
              row.add("whole", -7);
              row.add("small", 200);
              row.add("large", 9_000_000_000L);
              row.add("unsigned", -1L);
              row.add("number", 12.50);
              row.add("single", 0.1f);
              row.add("day", (int) LocalDate.of(2010, 1, 31).toEpochDay());
              row.add("seconds", LocalDate.of(2010, 1, 31).toEpochDay() * 86_400_000L);
              row.add("micros", 1_500_000L);
              row.add("old", Binary.fromConstantByteArray(julian(2_440_589, 3_600_000_000_000L)));
              row.add("time", 30_600_000);
              row.add("cents", 1_050);
              row.add("amount", Binary.fromConstantByteArray(wide(new BigDecimal("-1.250"))));
              row.add("id", Binary.fromConstantByteArray(new byte[16]));
            },
            row -> {
              row.add("number", 3.0);
              row.add("single", Float.NaN);
              row.add("large", 0L);
            });
    List<SourceRecord> records = read(file);
    Map<String, String> first = new LinkedHashMap<>();
    first.put("text", "M\u00FCller");
    first.put("bare", "plain");
    first.put("truth", "true");
    first.put("whole", "-7");
    first.put("small", "200");
    first.put("large", "9000000000");
    first.put("unsigned", "18446744073709551615");
    first.put("number", "12.5");
    first.put("single", "0.1");
    first.put("day", "2010-01-31");
    first.put("seconds", "2010-01-31");
    first.put("micros", "1970-01-01 00:00:01.5");
    first.put("old", "1970-01-02 01:00:00");
    first.put("time", "08:30");
    first.put("cents", "10.50");
    first.put("amount", "-1.250");
    first.put("id", "00000000-0000-0000-0000-000000000000");
    assertThat(records.get(0)).isEqualTo(SourceRecord.of(1, first));
    assertThat(records.get(1).line()).isEqualTo(2);
    assertThat(records.get(1).cells())
        .containsEntry("number", "3")
        .containsEntry("large", "0")
        .containsEntry("single", null)
        .containsEntry("text", null);
    assertThat(READER.columns(file, FILE)).contains(List.copyOf(first.keySet()));
  }

  @Test
  void rowsAreCountedThroughAllRowGroups() throws IOException {
    Path file = folder.resolve("groups.parquet");
    MessageType schema = MessageTypeParser.parseMessageType("message m { required int64 n; }");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(schema)
            .withRowGroupSize(64L)
            .withPageSize(64)
            .withMinRowCountForPageSizeCheck(1)
            .build()) {
      for (long n = 1; n <= 1000; n++) {
        SimpleGroup row = new SimpleGroup(schema);
        row.add("n", n);
        writer.write(row);
      }
    }
    List<SourceRecord> records = read(file);
    assertThat(records).hasSize(1000);
    assertThat(records)
        .allMatch(record -> record.cells().get("n").equals(String.valueOf(record.line())));
  }

  @Test
  void nestedColumnsRefuseTheFile() throws IOException {
    Path file =
        write("message m { required int32 a; repeated int32 many; }", row -> row.add("a", 1));
    assertThatThrownBy(() -> READER.columns(file, FILE))
        .isInstanceOf(RefusedFileException.class)
        .hasMessage(
            "column 'many' is nested; deliver its parts as columns, or as rows of a file of their own");
  }

  @Test
  void bytesThatAreNoTextAreADefect() throws IOException {
    Path file =
        write(
            "message m { required binary a; }",
            row -> row.add("a", Binary.fromConstantByteArray(new byte[] {(byte) 0xFC})),
            row -> row.add("a", "fine"));
    List<SourceRecord> records = read(file);
    assertThat(records.get(0).defect()).startsWith("encoding: column 'a' has bytes");
    assertThat(records.get(1).defect()).isNull();
  }

  @Test
  void whatIsCutOrBrokenIsRefusedBeforeAnythingIsRead() throws IOException {
    Path file = write("message m { required binary a; }", row -> row.add("a", "x".repeat(5_000)));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 3));
    assertThatThrownBy(() -> READER.check(file, FILE))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("write it again");
    whole[40] ^= 0x55;
    Files.write(file, whole);
    assertThatThrownBy(() -> READER.check(file, FILE)).isInstanceOf(RefusedFileException.class);
  }

  @SafeVarargs
  private Path write(String schema, Consumer<Group>... rows) throws IOException {
    Path file = folder.resolve(rows.length + "-" + Math.abs(schema.hashCode()) + ".parquet");
    MessageType type = MessageTypeParser.parseMessageType(schema);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(type).build()) {
      for (Consumer<Group> row : rows) {
        SimpleGroup group = new SimpleGroup(type);
        row.accept(group);
        writer.write(group);
      }
    }
    return file;
  }

  private static List<SourceRecord> read(Path file) throws IOException {
    READER.check(file, FILE);
    List<SourceRecord> records = new ArrayList<>();
    try (OpenRecords open = READER.open(file, FILE)) {
      open.records().forEachRemaining(records::add);
    }
    return records;
  }

  private static byte[] julian(int day, long nanos) {
    return ByteBuffer.allocate(12)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(nanos)
        .putInt(day)
        .array();
  }

  private static byte[] wide(BigDecimal number) {
    byte[] all = new byte[16];
    byte[] digits = number.unscaledValue().toByteArray();
    Arrays.fill(all, (byte) (number.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, all, all.length - digits.length, digits.length);
    return all;
  }
}
