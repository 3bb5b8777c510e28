package org.hepatica.ml.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.hepatica.TestSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that a user points at is read as R would read it. */
class DataFileSparkTest {

  @TempDir Path folder;

  @Test
  void aNumericColumnStaysNumericWhateverStandsForMissing() throws IOException {
    Dataset<Row> rows = read("a.csv", "x,y\n1,a\nNA,NA\nNaN,NaN\n.,.\n,\n2.5e1,b\n");

    assertThat(types(rows)).containsExactly("x double", "y string");
    assertThat(column(rows, 0)).containsExactly(1.0, null, null, null, null, 25.0);
    assertThat(column(rows, 1)).containsExactly("a", null, null, null, null, "b");
  }

  @Test
  void otherTextsForMissingReplaceTheUsualOnes() throws IOException {
    Path file = write("a.csv", "x,y\n1,NA\n-9,-9\nunknown,b\n,\n");

    Dataset<Row> rows =
        DataFile.of(file).withMissing(List.of("-9", "unknown")).read(TestSpark.session());

    assertThat(column(rows, 0)).containsExactly(1.0, null, null, null);
    assertThat(column(rows, 1)).containsExactly("NA", null, "b", null);
  }

  @Test
  void truthValuesAreBooleanAndTextThatOnlyLooksLikeANumberIsText() throws IOException {
    Dataset<Row> rows =
        read("a.csv", "died,t,block,hex\nTRUE,T,12d,0x1F\nFALSE,F,13f,1\nNA,T,14L,2\n");

    assertThat(types(rows))
        .containsExactly("died boolean", "t boolean", "block string", "hex string");
    assertThat(column(rows, 0)).containsExactly(true, false, null);
    assertThat(column(rows, 2)).containsExactly("12d", "13f", "14L");
  }

  @Test
  void quotedCellsKeepCommasNewlinesAndQuotes() throws IOException {
    Dataset<Row> rows =
        read("a.csv", "id,note\n1,\"liver, left\"\n2,\"two\nlines\"\n3,\"said \"\"no\"\"\"\n");

    assertThat(column(rows, 0)).containsExactly(1.0, 2.0, 3.0);
    assertThat(column(rows, 1)).containsExactly("liver, left", "two\nlines", "said \"no\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tsv", "a.txt", "a.TSV"})
  void tabsSeparateAndLinesThatBeginWithANumberSignAreComments(String name) throws IOException {
    Dataset<Row> rows =
        read(name, "#Patient\tAge\n#version 2\nid\tage\nP-1\t61\n# between\nP-2\tNA\n");

    assertThat(types(rows)).containsExactly("id string", "age double");
    assertThat(column(rows, 0)).containsExactly("P-1", "P-2");
    assertThat(column(rows, 1)).containsExactly(61.0, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.csv | time,age,sex,age  | two columns are named age
          a.csv | time,Age,sex,age  | columns Age and age differ in case only
          a.tsv | time\tage\tx\tage | two columns are named age
          """)
  void namesThatAreAlikeAreRefusedByName(String name, String header, String why)
      throws IOException {
    String row = header.contains("\t") ? "1\t2\t3\t4" : "1,2,3,4";

    assertThatThrownBy(() -> read(name, header + "\n" + row + "\n"))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({"a.csv,;,semicolons", "a.csv,'\t',tabs", "a.tsv,',',commas"})
  void otherSeparatorsThanTheEndingSaysAreNamed(String name, String separator, String called) {
    assertThatThrownBy(() -> read(name, "time,age\n1,2\n".replace(",", separator)))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("one cell with " + called);
  }

  @Test
  void namesThatEndWithTheirPlacesAreNamesLikeOthers() throws IOException {
    assertThat(types(read("a.csv", "x0,x1,,X3,\n1,2,3,4,5\n")))
        .containsExactly("x0 double", "x1 double", "_c2 double", "X3 double", "_c4 double");
  }

  @Test
  void aColumnWithoutAValueIsNumericAndMissing() throws IOException {
    Dataset<Row> rows = read("a.csv", "x,y\n1,\n2,NA\n");

    assertThat(types(rows)).containsExactly("x double", "y double");
    assertThat(column(rows, 1)).containsExactly(null, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "delta"})
  void parquetAndDeltaFoldersKeepTheirTypes(String format) throws IOException {
    Dataset<Row> written = read("a.csv", "x,y,z\n1,a,TRUE\nNA,NA,FALSE\n").coalesce(1);
    Path folderOfTable = folder.resolve("table-" + format);
    written.write().format(format).save(folderOfTable.toString());

    Dataset<Row> rows = DataFile.of(folderOfTable).read(TestSpark.session());

    assertThat(types(rows)).containsExactly("x double", "y string", "z boolean");
    assertThat(rows.collectAsList()).isEqualTo(written.collectAsList());
  }

  /** Spark's own look at the columns is a job; what it would find is found without. */
  @Test
  void columnsOfParquetThatSparkWroteAreThoseItFindsItself() throws IOException {
    Path plain = folder.resolve("plain");
    TestSpark.session()
        .range(5)
        .selectExpr(
            "id", "cast(id as string) as text", "array(id) as many", "date '2020-01-01' as d")
        .repartition(2)
        .write()
        .parquet(plain.toString());
    Path single = folder.resolve("single.parquet");
    try (Stream<Path> files = Files.list(plain)) {
      Path part = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.copy(part, single);
    }

    for (Path path : List.of(plain, single)) {
      StructType own = TestSpark.session().read().parquet(path.toString()).schema();
      assertThat(ParquetSchema.of(path, hadoop()).orElseThrow().catalogString())
          .isEqualTo(own.catalogString());
      Dataset<Row> rows = DataFile.of(path).read(TestSpark.session());
      assertThat(rows.schema()).isEqualTo(own);
      assertThat(rows.count()).isEqualTo(path.equals(plain) ? 5 : rows.count()).isPositive();
    }
  }

  @Test
  void columnsOfOtherParquetAreLeftToSpark() throws IOException {
    Dataset<Row> rows = TestSpark.session().range(5).selectExpr("id", "id % 2 as half");
    Path cut = folder.resolve("cut");
    rows.write().partitionBy("half").parquet(cut.toString());
    Path foreign = foreign();

    assertThat(ParquetSchema.of(cut, hadoop())).isEmpty();
    assertThat(types(DataFile.of(cut).read(TestSpark.session())))
        .containsExactly("id long", "half integer");
    assertThat(ParquetSchema.of(foreign, hadoop())).isEmpty();
    assertThat(column(DataFile.of(foreign).read(TestSpark.session()), 0)).containsExactly(7);
    assertThat(ParquetSchema.of(write("no.parquet", "x,y\n1,2\n"), hadoop())).isEmpty();
    assertThat(ParquetSchema.of(Files.createDirectory(folder.resolve("empty")), hadoop()))
        .isEmpty();
  }

  /** As a program without Spark leaves it: nothing of Spark's in the footer. */
  private Path foreign() throws IOException {
    Path file = folder.resolve("foreign.parquet");
    MessageType type = MessageTypeParser.parseMessageType("message m { required int32 x; }");
    var to = HadoopOutputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), hadoop());
    try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(to).withType(type).build()) {
      writer.write(new SimpleGroupFactory(type).newGroup().append("x", 7));
    }
    return file;
  }

  private static Configuration hadoop() {
    return TestSpark.session().sparkContext().hadoopConfiguration();
  }

  @Test
  void aMissingFileIsNamed() {
    Path none = folder.resolve("none.csv");

    assertThatThrownBy(() -> DataFile.of(none))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("no data at " + none);
  }

  @Test
  void aRowThatDoesNotFitTheHeaderIsRefusedWithoutShowingIt() throws IOException {
    Path file = write("a.csv", "x,y\n1,2\nsecret,4,5\n");

    assertThatThrownBy(() -> DataFile.of(file).read(TestSpark.session()))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("a.csv: a row has more or fewer cells than the header line")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.parquet", "a.dat"})
  void aFileThatIsNotWhatItsNameSaysIsNamed(String name) throws IOException {
    Path file = write(name, "x,y\n1,2\n");

    assertThatThrownBy(() -> DataFile.of(file).read(TestSpark.session()))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("cannot read " + file);
  }

  /** Spark would take the rest of the file for one cell. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a.csv | x,y\\n1,"2\\n3,4\\n                       | 2
          a.csv | x,y\\n1,2\\n3,"4""\\n5,6                   | 3
          a.csv | x,y\\n"1\\n2",  "3\\n                      | 3
          a.csv | "x,y\\n1,2                                | 1
          a.tsv | # it "is\\nx\ty\\n1\t"2\\n                 | 3
          """)
  void aQuoteThatIsNeverClosedIsRefusedWithItsLine(String name, String text, long line)
      throws IOException {
    Path file = write(name, text.replace("\\n", "\n"));

    assertThatThrownBy(() -> DataFile.of(file).read(TestSpark.session()))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("opens a cell in line " + line + " is never closed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x,y\n5\" nail,2\n1,3\n",
        "x,y\n\"1\",\"2 \"\"a\"\"\"\n1,\"2\"",
        "x,y\r\n\"1\" ,\"2\"\r\n",
        "x,y\n\"\",\"\"\n",
        "x,y\n\"O\"Brien,2\n",
        "\uFEFF\"x,\"\"\",y\n1,2\n"
      })
  void quotesThatAreClosedOrInsideACellAreNone(String text) throws IOException {
    Path file = write("a.csv", text);

    TextCheck.refuse(file, TextFormat.csv(StandardCharsets.UTF_8));
    assertThat(DataFile.of(file).read(TestSpark.session()).count()).isPositive();
  }

  /** Bytes of characters that are cut, spelt too long, half of a pair, or beyond the last. */
  @ParameterizedTest
  @CsvSource({"C3,2", "E4 2C,2", "C0 AF,2", "ED A0 80,2", "F4 90 80 80,2", "80,2", "C3 B6 0A FC,3"})
  void bytesThatAreNoUtf8AreNamedByTheirLine(String bytes, long line) throws IOException {
    byte[] bad = HexFormat.of().parseHex(bytes.replace(" ", ""));
    byte[] head = "x\n\u00e9\u20ac\ud83d\ude00".getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + bad.length);
    System.arraycopy(bad, 0, all, head.length, bad.length);
    Path file = Files.write(folder.resolve("a.csv"), all);

    assertThatThrownBy(() -> DataFile.of(file).read(TestSpark.session()))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("line " + line + " has a byte that is no UTF-8");
  }

  @Test
  void aCellIsFoundWhereItStands() throws IOException {
    Path parts = Files.createDirectory(folder.resolve("parts.tsv"));
    Files.writeString(parts.resolve("a.tsv"), "# of 2020\nx\ty\n1\t1\n\n2\t 2\n");
    Files.writeString(parts.resolve("b.tsv"), "x\ty\n\"3\n\"\tNA\n#4\t4\n5\t 5?\n");
    DataTable table = DataFile.of(parts).table(TestSpark.session());

    table.mixed().refuseNeeded(List.of("x"));
    assertThatThrownBy(() -> table.mixed().refuseNeeded(List.of("x", "y")))
        .isInstanceOf(DataFileException.class)
        .hasMessageStartingWith(parts.resolve("b.tsv") + ", line 5: column y")
        .hasMessageContaining("'5?' is none");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    Path file = write("a.csv", "");

    assertThatThrownBy(() -> DataFile.of(file).read(TestSpark.session()))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("there is no column in it");
  }

  @Test
  void itsSizeIsThatOfAllFilesOfAFolder() throws IOException {
    write("one.csv", "x\n1\n");
    write("two.csv", "x\n12\n");

    assertThat(DataFile.of(folder).bytes()).isEqualTo(9);
  }

  private Dataset<Row> read(String name, String text) throws IOException {
    return DataFile.of(write(name, text)).read(TestSpark.session());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> types(Dataset<Row> rows) {
    return Arrays.stream(rows.schema().fields())
        .map(field -> field.name() + " " + field.dataType().typeName())
        .toList();
  }

  private static List<Object> column(Dataset<Row> rows, int place) {
    return rows.collectAsList().stream().map(row -> row.get(place)).collect(Collectors.toList());
  }
}
