package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a table is named by file, line, column and cell, with what to do about it. */
class TableMishapsIT {

  private static final List<String> COMMANDS =
      List.of("km", "logrank", "cox", "cuminc", "finegray");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "time,'Surv(time, status) ~ sex',",
    "status,'Surv(time, status) ~ sex',",
    "time,'Surv(time / 30, status) ~ sex',",
    "status,'Surv(time, status == 1) ~ sex',",
    "age,'Surv(age, time, status) ~ sex',",
    "age,'Surv(time, status) ~ age + sex',",
    "few,'Surv(time, status) ~ I(few / 10)',",
    "few,'Surv(time, status) ~ sex',--weights few",
    "few,'Surv(time, status) ~ sex',--freq few"
  })
  void aBadCellOfAColumnOfNumbersIsNamed(String column, String formula, String options)
      throws IOException {
    Path file = people(column, "4x1");

    Launched refused = run("cox", formula, file, options == null ? "" : options);

    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(refused.err())
        .contains(file + ", line 9: column " + column, "'4x1'", "--na NA,NaN,.,4x1");
    assertThat(refused.out()).isEmpty();
    assertThat(run("cox", formula, file, "--na NA,NaN,.,4x1 " + (options == null ? "" : options)))
        .satisfies(run -> assertThat(run.exitCode()).as(run.err()).isZero());
  }

  @Test
  void aCategoryWithNumbersAmongItsValuesIsAFactorAsEver() throws IOException {
    Path file = people("few", "unknown");
    Path asked = people("age", "unknown");

    assertThat(run("cox", "Surv(time, status) ~ few", file, "").exitCode()).isZero();
    assertThat(run("cox", "Surv(time, status) ~ strata(age) + sex", asked, "").exitCode()).isZero();
    assertThat(run("logrank", "Surv(time, status) ~ factor(age)", asked, "").exitCode()).isZero();
  }

  @Test
  void aLongCellIsCut() throws IOException {
    Path file = people("time", "see the letter of Dr Who, page 2");

    assertThat(run("km", "Surv(time, status) ~ 1", file, "").err())
        .contains("'see the letter of Dr\u2026'")
        .doesNotContain("Who");
  }

  @Test
  void cellsOfAColumnThatMayBeOfIdentifiersAreNotShown() throws IOException {
    Path file = folder.resolve("ids.csv");
    Files.writeString(file, "patient,died\n17,1\nP-1,0\nP-2,1\n");

    assertThat(run("km", "Surv(patient, died) ~ 1", file, "").err())
        .contains(file + ", line 3: column patient")
        .doesNotContain("P-1");
  }

  @Test
  void aTextThatIsNoTruthValueIsNamed() throws IOException {
    Path file = folder.resolve("died.csv");
    Files.writeString(
        file,
        "time,died\n"
            + IntStream.range(1, 30).mapToObj(i -> i + ",TRUE\n").collect(Collectors.joining())
            + "30,?\n");

    assertThat(run("km", "Surv(time, died) ~ 1", file, "").err())
        .contains(file + ", line 31: column died", "'?'", "TRUE or FALSE");
  }

  @Test
  void whatSqlDoesNotHaveIsToldUnderTheFormula() {
    for (String command : COMMANDS) {
      Launched refused = veteran(command, "Surv(time, nothing(event)) ~ trt");

      assertThat(refused.exitCode()).as(command).isEqualTo(ExitCode.USAGE);
      assertThat(refused.err())
          .contains(
              "there is no SQL function nothing()", "^^^^^^^^^^^^^^", "Spark's SQL of columns")
          .doesNotContain("UNRESOLVED", "SQLSTATE");
    }
    assertThat(veteran("km", "Surv(time, event ==) ~ 1").err())
        .contains("this is no SQL expression")
        .doesNotContain("PARSE_SYNTAX_ERROR");
    assertThat(veteran("km", "Surv(time, abs(event, event)) ~ 1").err())
        .contains("too few or too many arguments")
        .doesNotContain("WRONG_NUM_ARGS");
    assertThat(veteran("km", "Surv(time, event AND 2) ~ 1").err())
        .contains("types do not go together")
        .doesNotContain("DATATYPE");
    assertThat(veteran("km", "Surv(time, celltype == 1) ~ 1").err())
        .contains("compares or calculates with a text")
        .doesNotContain("squamous");
    assertThat(veteran("km", "Surv(time / trt, event) ~ 1").err()).contains("NULLIF(x, 0)");
  }

  @Test
  void aFileThatIsNotWhatItsNameSaysIsNamedWithWhatToDo() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("a.dat"), "time,event\n1,1\n");
    Path plain = Files.writeString(folder.resolve("plain.csv.gz"), "time,event\n1,1\n");
    byte[] workbook = "PK\u0003\u0004 and so on".getBytes(StandardCharsets.ISO_8859_1);
    Path excel = Files.write(folder.resolve("a.xlsx"), workbook);
    Path renamed = Files.write(folder.resolve("b.csv"), workbook);
    byte[] packed = "\u001f\u008b\u0008 and so on".getBytes(StandardCharsets.ISO_8859_1);
    Path cut = Files.write(folder.resolve("cut.csv.gz"), packed);
    Path unnamed = Files.write(folder.resolve("unnamed.csv"), packed);

    assertRefused(empty, "neither a Parquet file nor a _delta_log", "Delta folder");
    assertRefused(texts, "a.dat is no Parquet file", ".csv");
    assertRefused(plain, "not compressed by gzip", "take .gz off the name");
    assertRefused(excel, "Excel workbook", "save the sheet as CSV");
    assertRefused(renamed, "Excel workbook", "save the sheet as CSV");
    assertRefused(cut, "gzip", "copy the file again");
    assertRefused(unnamed, "compressed by gzip", "end the name in .gz");
  }

  private static void assertRefused(Path file, String... said) {
    Launched refused = run("km", "Surv(time, event) ~ 1", file, "");
    assertThat(refused.exitCode()).as(file.toString()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(refused.err()).contains("cannot read " + file).contains(said);
    assertThat(refused.err()).doesNotContain("SQLSTATE", "INFER_SCHEMA", "Exception");
  }

  @Test
  void bytesOfAnotherEncodingAreNamedByTheirLineAndReadWhenItIsSaid() throws IOException {
    Path file = folder.resolve("latin.csv");
    String text = "time,event,town\n1,1,Bonn\n2,1,K\u00f6ln\n3,0,Bonn\n";
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    String formula = "Surv(time, event) ~ town";

    Launched refused = run("km", formula, file, "");
    Launched read = run("km", formula, file, "--encoding ISO-8859-1");
    Launched windows = run("km", formula, file, "--encoding windows-1252");

    assertThat(refused.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(refused.err()).contains(file.toString(), "line 3", "UTF-8", "--encoding ISO-8859-1");
    assertThat(refused.out()).isEmpty();
    assertThat(read.out()).as(read.err()).contains("town=K\u00f6ln");
    assertThat(windows.out()).as(windows.err()).isEqualTo(read.out());
    assertThat(run("km", formula, file, "--encoding UTF-16").err())
        .contains("--encoding: text in UTF-16 is not read here");
    assertThat(run("km", formula, file, "--encoding latin-eins").err())
        .contains("there is no encoding 'latin-eins'")
        .doesNotContain("Exception");
  }

  @Test
  void timesBeforeZeroAreToldByEveryCommand() throws IOException {
    Path file = folder.resolve("negative.csv");
    Files.writeString(file, "time,event,x\n-1,1,0\n2,1,1\n3,0,0\n4,1,1\n5,1,0\n6,0,1\n7,1,1\n");

    for (String command : COMMANDS) {
      Launched run = run(command, "Surv(time, event) ~ x", file, "");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).as(command).contains("times before 0 are taken as they are");
    }
    assertThat(run("cuminc", "Surv(time, event) ~ 1", file, "").err())
        .containsOnlyOnce("all: times before 0 are taken as they are");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Inf", "-Inf"})
  void aFollowUpWithoutEndIsRefusedByEveryCommand(String time) throws IOException {
    Path file = folder.resolve("endless.csv");
    Files.writeString(
        file, "time,event,x\n1,1,0\n2,1,1\n3,0,0\n" + time + ",1,1\n5,1,0\n6,0,1\n7,1,1\n");

    for (String command : COMMANDS) {
      Launched run = run(command, "Surv(time, event) ~ x", file, "");
      assertThat(run.exitCode()).as(command).isEqualTo(ExitCode.USAGE);
      assertThat(run.err()).as(command).contains("follow-up is infinite for some rows", "--na Inf");
      assertThat(run.out()).as(command).isEmpty();
    }
  }

  @Test
  void aTextWithoutQuotesIsSuggestedWithThem() {
    Launched refused = veteran("km", "Surv(time, celltype == squamous) ~ 1");

    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err())
        .contains("unknown column 'squamous'", "a text stands in quotes: \"squamous\"");
    assertThat(veteran("cox", "Surv(time, event) ~ I(celltype == squamous)").err())
        .contains("a text stands in quotes: \"squamous\"");
  }

  @Test
  void onlyACommandThatIsNearIsSuggested() {
    assertThat(Launched.run("bogus").err()).doesNotContain("did you mean");
    assertThat(Launched.run("logrnk").err()).contains("did you mean 'logrank'?");
  }

  /** Forty people with a bad cell in line 9. */
  private Path people(String column, String bad) throws IOException {
    List<String> names = List.of("time", "status", "sex", "age", "few");
    List<String> lines = new ArrayList<>(List.of(String.join(",", names)));
    for (int i = 0; i < 40; i++) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(100 + 37 * i % 41));
      cells.add(Integer.toString(i % 3 == 0 ? 0 : 1));
      cells.add(i % 2 == 0 ? "m" : "f");
      cells.add(Integer.toString(40 + i));
      cells.add(Integer.toString(1 + i % 4));
      if (i == 7) {
        cells.set(names.indexOf(column), '"' + bad + '"');
      }
      lines.add(String.join(",", cells));
    }
    return Files.write(folder.resolve(column + ".csv"), lines);
  }

  private static Launched veteran(String command, String formula) {
    return run(command, formula, resource("veteran.csv"), "");
  }

  private static Launched run(String command, String formula, Path file, String options) {
    List<String> arguments = new ArrayList<>(List.of(command, formula, "--data", file.toString()));
    arguments.addAll(List.of(options.strip().split(" +")));
    arguments.removeIf(String::isEmpty);
    return Launched.run(arguments.toArray(String[]::new));
  }

  private static Path resource(String name) {
    try {
      return Path.of(TableMishapsIT.class.getResource("/reference/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
