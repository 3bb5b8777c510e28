package org.hepatica.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.Row;
import org.hepatica.ShippedGenes;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Content;
import org.hepatica.protocol.Center.Export;
import org.hepatica.protocol.GenesKept;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spoiled files of every format at the door: each is refused with a reason, or read to its end with
 * every record there, good or with its defect. A hundred thousand rows and a thousand files.
 */
class FuzzTest {

  private static final int FILES = 48;
  private static final int ROWS = 110;

  @TempDir Path folder;
  private int number;

  static List<SeedFile> seeds() {
    return SeedFile.ALL;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aSpoiledTextIsRefusedOrReadToItsEnd(SeedFile seed) throws IOException {
    Mutator mutator = new Mutator(SeedFile.ALL.indexOf(seed));
    int read = 0;
    for (int file = 0; file < FILES; file++) {
      String text =
          seed.head()
              + seed.rows(ROWS).stream()
                  .map(row -> mutator.row(row, seed.separator()))
                  .collect(Collectors.joining("\n", "", "\n"));
      String header = mutator.chance(10) ? mutator.row(text, seed.separator()) : text;
      String encoding = List.of("UTF-8", "auto", "windows-1252").get(mutator.number(3));
      Export export = export(seed.format(), seed.separator(), encoding, mutator.chance(3));
      read += taken(mutator.file(header), export).isPresent() ? 1 : 0;
    }
    assertThat(read).isBetween(FILES / 20, FILES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyLineOfAReadableFileIsARecord(SeedFile seed) throws IOException {
    if (!seed.line() && !seed.format().equals("csv")) {
      return;
    }
    Mutator mutator = new Mutator(100 + SeedFile.ALL.indexOf(seed));
    for (int file = 0; file < FILES; file++) {
      List<String> rows =
          seed.rows(ROWS).stream()
              .map(row -> mutator.row(row, seed.separator()).replace("\"", ""))
              .toList();
      String text = seed.head() + String.join("\n", rows);
      Export export = export(seed.format(), seed.separator(), "UTF-8", false);
      List<Row> records = taken(text.getBytes("UTF-8"), export).orElseThrow();
      assertThat(records).hasSize(lines(text, seed));
    }
  }

  @Test
  void aSpoiledParquetFileIsRefusedOrReadToItsEnd() throws IOException {
    Mutator mutator = new Mutator(7);
    int read = 0;
    for (int file = 0; file < 2 * FILES; file++) {
      byte[] whole = parquet(mutator);
      byte[] spoiled = file < FILES / 2 ? whole : mutator.binary(whole);
      Optional<List<Row>> records = taken(spoiled, export("parquet", ',', "UTF-8", false));
      if (java.util.Arrays.equals(whole, spoiled)) {
        assertThat(records.orElseThrow()).hasSize(ROWS);
      }
      read += records.isPresent() ? 1 : 0;
    }
    assertThat(read).isBetween(FILES / 2, 2 * FILES);
  }

  /** Physical lines after the header that hold anything and are no comment. */
  private static int lines(String text, SeedFile seed) {
    String[] lines = text.split("\r\n|\r|\n", -1);
    int head = (int) seed.head().lines().count();
    int count = 0;
    for (int i = head; i < lines.length; i++) {
      String seen =
          lines[i].replaceAll(
              "[\\s\u00A0\u2007\u202F\u200B\uFEFF\u001C-\u001F" + seed.separator() + "]", "");
      boolean delimited = seed.format().matches("csv|tsv");
      boolean comment =
          lines[i].startsWith("#")
              && (!delimited || seed.format().equals("tsv") && lines[i].indexOf('\t') < 0);
      boolean blank = delimited ? seen.isEmpty() : lines[i].isBlank();
      count += blank || comment ? 0 : 1;
    }
    return count;
  }

  private static Export export(String format, char separator, String encoding, boolean split) {
    Export export =
        new Export(
            "x",
            "x*",
            format,
            new Center.Text(separator, encoding, '.', split && format.matches("csv|tsv")),
            List.of("MRN", "SAMPLE_ID"),
            List.of("NA"),
            List.of(),
            Content.SNAPSHOT,
            Optional.empty());
    return export.isKeptByPlace() ? export.keeping(GenesKept.at(ShippedGenes.krasAlone())) : export;
  }

  /** The records of a file; empty when it is refused, as a run would refuse it. */
  private Optional<List<Row>> taken(byte[] content, Export export) throws IOException {
    String name = "x" + number++;
    Path path = Files.write(folder.resolve(name), content);
    Center center =
        new Center(
            "north", "n", Map.of("x", export), List.of(), Optional.empty(), Center.Arrival.USUAL);
    List<String> problems = new ArrayList<>();
    var candidate = new Selection.Candidate(export, "2026-01-01", new Landing.Found(path, name));
    List<DeliveredFile> files = FileCheck.hash(List.of(candidate), center, problems);
    if (problems.isEmpty()) {
      try {
        FileCheck.headers(List.of(center), files, c -> List.of());
      } catch (DeliveryException e) {
        problems.addAll(e.problems());
      }
    }
    assertThat(problems).allMatch(problem -> problem.length() > path.toString().length() + 20);
    return problems.isEmpty() ? Optional.of(records(files.get(0), export)) : Optional.empty();
  }

  private List<Row> records(DeliveredFile file, Export export) throws IOException {
    List<Row> rows = new ArrayList<>();
    long line = 0;
    IdentifierKey key = IdentifierKey.load(folder.resolve("key"));
    long bytes = export.text().splittable() ? 700 : Long.MAX_VALUE;
    for (FileTask task : FileTask.of(file, export, bytes)) {
      FileRecords records = new FileRecords(task, key);
      while (records.hasNext()) {
        Row row = records.next();
        long own = row.<Long>getAs(at(Registry.SOURCE_LINE));
        assertThat(own).isGreaterThan(line);
        line = own;
        String defect = row.getAs(at(Operational.DEFECT));
        assertThat(defect == null || defect.matches("(?s)[a-z-]+: .{20,}")).isTrue();
        assertThat(row.<Object>getAs(at(Operational.CELLS))).isNotNull();
        rows.add(row);
      }
    }
    return rows;
  }

  private static int at(String column) {
    return Operational.RECORD.schema().fieldIndex(column);
  }

  private byte[] parquet(Mutator mutator) throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message m { optional binary MRN (STRING); optional int32 born (DATE); optional double size;"
                + " optional int64 seen (TIMESTAMP(MICROS,true)); optional int32 cents (DECIMAL(9,2)); }");
    Path path = folder.resolve("whole" + number + ".parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(path))
            .withType(schema)
            .withRowGroupSize(2_000L)
            .withMinRowCountForPageSizeCheck(10)
            .build()) {
      for (int i = 0; i < ROWS; i++) {
        SimpleGroup row = new SimpleGroup(schema);
        byte[] mrn = mutator.file(mutator.row("M" + i + ",x", ','));
        row.add("MRN", Binary.fromConstantByteArray(mrn));
        row.add("born", (mutator.number(100_000) - 50_000) * (mutator.chance(50) ? 20_000 : 1));
        row.add("size", mutator.chance(5) ? Double.NaN : Math.exp(mutator.number(1400) - 700));
        if (mutator.chance(2)) {
          row.add("seen", mutator.chance(9) ? Long.MIN_VALUE + i : 1_000_000_007L * i);
        }
        row.add("cents", mutator.number(1 << 30));
        writer.write(row);
      }
    }
    return Files.readAllBytes(path);
  }
}
