package org.hepatica.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Content;
import org.hepatica.protocol.Center.Database;
import org.hepatica.protocol.Center.Export;
import org.hepatica.protocol.Center.Password;
import org.hepatica.protocol.Center.Text;
import org.hepatica.source.LandingCut;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.OpenRecords;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.parquet.ParquetRecordReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class ExtractionTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final String SECRET = "correct horse";

  @TempDir Path landing;
  private String name;
  private String url;
  private Path password;

  @BeforeEach
  void database(TestInfo test) throws IOException {
    name = test.getTestMethod().orElseThrow().getName().toLowerCase();
    name = name.substring(0, Math.min(60, name.length()));
    url = TestDatabase.fresh(name);
    password = Files.writeString(landing.resolve("password"), SECRET + "\n");
    TestDatabase.run(
        name,
        """
        create table patients (
          mrn text primary key, born date, alive boolean, cea numeric(8,2), score float8,
          seen timestamptz, note text, "Changed" timestamp not null)
        """,
        "grant select on all tables in schema public to " + TestDatabase.USER,
        """
        insert into patients values
          ('B', '1950-02-01', true, 12.50, 0.1, '2010-01-31 08:30:00+02', E'two\\nlines', '2020-01-01 10:00'),
          ('A', null, false, null, 1e20, null, '', '2020-01-02 11:00:00.5')
        """);
  }

  @Test
  void rowsBecomeTextsInAnOrderOfTheirOwn() throws IOException {
    assertThat(extract(DAY, patients())).isEmpty();
    Map<String, String> a = new LinkedHashMap<>();
    a.put("mrn", "A");
    a.put("born", null);
    a.put("alive", "false");
    a.put("cea", null);
    a.put("score", "1e+20");
    a.put("seen", null);
    a.put("note", "");
    a.put("Changed", "2020-01-02 11:00:00.5");
    Map<String, String> b = new LinkedHashMap<>();
    b.put("mrn", "B");
    b.put("born", "1950-02-01");
    b.put("alive", "true");
    b.put("cea", "12.50");
    b.put("score", "0.1");
    b.put("seen", "2010-01-31 06:30:00+00");
    b.put("note", "two\nlines");
    b.put("Changed", "2020-01-01 10:00:00");
    assertThat(read(DAY)).containsExactly(SourceRecord.of(1, a), SourceRecord.of(2, b));
    assertThat(names(DAY)).containsExactly("patients.parquet");
  }

  @Test
  void theSameRowsAreTheSameFileAndOthersKeepWhatTheyReplace() throws IOException {
    extract(DAY, patients());
    byte[] first = Files.readAllBytes(file(DAY));
    var written = Files.getLastModifiedTime(file(DAY));
    TestDatabase.run(name, "update patients set note = note", "vacuum full patients");
    extract(DAY, patients());
    extract(DAY.plusDays(1), patients());
    assertThat(Files.getLastModifiedTime(file(DAY))).isEqualTo(written);
    assertThat(Files.readAllBytes(file(DAY.plusDays(1)))).isEqualTo(first);
    TestDatabase.run(name, "delete from patients where mrn = 'A'");
    extract(DAY, patients());
    assertThat(read(DAY)).hasSize(1);
    assertThat(names(DAY)).containsExactly(".1.patients.parquet", "patients.parquet");
    assertThat(landing.resolve("north").resolve(DAY.toString()).resolve(".1.patients.parquet"))
        .hasBinaryContent(first);
  }

  @Test
  void aWatermarkAsksForWhatCameSinceTheNewestAcceptedExtract() throws IOException {
    Export changes = changes("select * from patients");
    extract(DAY, changes);
    assertThat(mrns(DAY)).containsExactly("A", "B");
    TestDatabase.run(
        name, "insert into patients (mrn, \"Changed\") values ('C', '2020-01-02 11:00:00.5')");
    Extraction.write(landing, center(changes), DAY.plusDays(1), (e, date, file) -> true);
    assertThat(mrns(DAY.plusDays(1))).containsExactly("A", "C");
    Extraction.write(landing, center(changes), DAY.plusDays(2), (e, date, f) -> date.equals(DAY));
    assertThat(mrns(DAY.plusDays(2))).containsExactly("A", "C");
    Extraction.write(landing, center(changes), DAY.plusDays(3), Extraction.Accepted.NOTHING);
    assertThat(mrns(DAY.plusDays(3))).containsExactly("A", "B", "C");
    Export other = changes("select * from patients where true");
    Extraction.write(landing, center(other), DAY.plusDays(4), (e, date, file) -> true);
    assertThat(mrns(DAY.plusDays(4))).containsExactly("A", "B", "C");
  }

  @Test
  void whoIsKeptOutIsNotEvenWrittenToLandingAndWhatWasCutStaysTheSameFile() throws IOException {
    extract(DAY, patients());
    LandingCut.plan(landing, center(patients()), false, DAY, String::strip, Set.of("A")).apply();
    byte[] cut = Files.readAllBytes(file(DAY));

    Extraction.write(
        landing,
        center(patients()),
        DAY,
        Extraction.Accepted.NOTHING,
        (export, column, text) -> column.equals("mrn") && text.equals("A"));

    assertThat(mrns(DAY)).containsExactly("B");
    assertThat(file(DAY)).hasBinaryContent(cut);
    assertThat(names(DAY)).containsExactly("patients.parquet");
  }

  @Test
  void aSecondExtractOfADayHasTheRowsOfTheFirstToo() throws IOException {
    Export changes = changes("select * from patients");
    Extraction.write(landing, center(changes), DAY, (e, date, file) -> true);
    TestDatabase.run(name, "insert into patients (mrn, \"Changed\") values ('C', '2021-01-01')");
    Extraction.write(landing, center(changes), DAY, (e, date, file) -> true);
    assertThat(mrns(DAY)).containsExactly("A", "B", "C");
  }

  @Test
  void whatCannotBeReadIsToldWithoutTheSecretOrAValue() throws IOException {
    Password right = new Password(Optional.empty(), Optional.of(password.toString()));
    Path wrong = Files.writeString(landing.resolve("wrong"), "battery staple");
    Password no = new Password(Optional.empty(), Optional.of(wrong.toString()));
    Password absent = new Password(Optional.of("HEPATICA_NO_SUCH_VARIABLE"), Optional.empty());
    String all = "select * from patients";
    assertThat(problem(url.replaceFirst(":\\d+/", ":1/"), right, all))
        .contains("cannot be reached")
        .contains("see that it runs");
    assertThat(problem(url + "_none", right, all)).contains("database").contains("3D000");
    assertThat(problem(url, absent, all))
        .isEqualTo(
            "centre north, export patients: the environment variable HEPATICA_NO_SUCH_VARIABLE is"
                + " not set; set it to the password");
    assertThat(problem(url, right, "select * from lesions"))
        .contains("relation \"lesions\" does not exist")
        .contains("correct the export's table");
    assertThat(problem(url, right, "select mrn, mrn from patients"))
        .contains("two columns of the query are called 'mrn'");
    assertThat(problem(url, right, "select mrn::int as n from patients"))
        .contains("SQLSTATE 22P02")
        .doesNotContain("\"A\"")
        .doesNotContain("\"B\"");
    assertThat(problem(url, no, all)).contains("refuses user reader").doesNotContain("staple");
    assertThat(landing.resolve("north"))
        .satisfiesAnyOf(
            folder -> assertThat(folder).doesNotExist(),
            folder -> assertThat(names(DAY)).isEmpty());
  }

  @Test
  void ofSeveralExportsAllAreWrittenOrNone() throws IOException {
    Export good = export("patients", database(url, "select * from patients", Optional.empty()));
    Export bad = export("lesions", database(url, "select * from lesions", Optional.empty()));
    List<String> problems =
        Extraction.write(landing, center(bad, good), DAY, Extraction.Accepted.NOTHING);
    assertThat(problems).singleElement().asString().startsWith("centre north, export lesions: ");
    assertThat(names(DAY)).isEmpty();
  }

  @Test
  void columnsAreTheQuerysOwn() {
    List<String> problems = new ArrayList<>();
    assertThat(Extraction.columns(center(patients()), problems))
        .isEqualTo(
            Map.of(
                "patients",
                List.of("mrn", "born", "alive", "cea", "score", "seen", "note", "Changed")));
    assertThat(problems).isEmpty();
  }

  private String problem(String at, Password with, String query) {
    Database database = new Database(at, TestDatabase.USER, with, query, Optional.empty(), 100);
    List<String> problems = extract(DAY, export("patients", database));
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).doesNotContain(SECRET);
    assertThat(database.toString()).doesNotContain(SECRET);
    return problems.get(0);
  }

  private List<String> extract(LocalDate day, Export export) {
    return Extraction.write(landing, center(export), day, Extraction.Accepted.NOTHING);
  }

  private Export patients() {
    return export("patients", database(url, "select * from patients", Optional.empty()));
  }

  private Export changes(String query) {
    return export("patients", database(url, query, Optional.of("Changed")));
  }

  private Database database(String at, String query, Optional<String> watermark) {
    Password where = new Password(Optional.empty(), Optional.of(password.toString()));
    return new Database(at, TestDatabase.USER, where, query, watermark, 1);
  }

  private static Export export(String name, Database database) {
    return new Export(
        name,
        name + ".parquet",
        "jdbc",
        new Text(',', "UTF-8", '.', false),
        List.of("mrn"),
        List.of(),
        List.of(),
        Content.SNAPSHOT,
        Optional.of(database));
  }

  private static Center center(Export... exports) {
    Map<String, Export> byName = new LinkedHashMap<>();
    List.of(exports).forEach(export -> byName.put(export.name(), export));
    return new Center("north", "North", byName, List.of(), Optional.empty(), Center.Arrival.USUAL);
  }

  private Path file(LocalDate day) {
    return landing.resolve("north").resolve(day.toString()).resolve("patients.parquet");
  }

  private List<String> names(LocalDate day) throws IOException {
    try (var files = Files.list(file(day).getParent())) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> mrns(LocalDate day) throws IOException {
    return read(day).stream().map(record -> record.cells().get("mrn")).toList();
  }

  private List<SourceRecord> read(LocalDate day) throws IOException {
    FileContext context = new FileContext("north", "patients", "d", "f", ',', "UTF-8");
    List<SourceRecord> records = new ArrayList<>();
    try (OpenRecords open = new ParquetRecordReader().open(file(day), context)) {
      open.records().forEachRemaining(records::add);
    }
    return records;
  }
}
