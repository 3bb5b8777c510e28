package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who writes a centre's file is shown before any run. */
class CheckIT {

  private static final String WITH_SEX =
      SmallHospital.CENTER.replace(
          "columns { patient_id = id } }",
          "columns { patient_id = id, sex { value = status, codes { \"0\" = male, \"1\" = female } } } }");

  /** Such as {@code 2 cells of patient, sex, bad-value; first: ...}. */
  private static final Pattern LINE =
      Pattern.compile("(?m)^ +(\\d+) [a-z]+(?: of [a-z_]+)?(?:, ([a-z_]+))?, ([a-z-]+); first: ");

  @TempDir Path folder;

  @Test
  void itShowsWhatWouldBeQuarantinedWhereAndWhy() throws IOException {
    Launched check = check(SmallHospital.write(folder, WITH_SEX, SmallHospital.PATIENTS + "A7\n"));
    assertThat(check.exitCode()).as(check.err()).isZero();
    assertThat(check.out())
        .contains("1 record, 2 rows of other records and 1 cell would be quarantined among")
        .contains("the records of the first 50 lines of each file (7)")
        .contains(
            "1 row of liver_operation, operation_date, bad-value;"
                + " first: patients.csv:6 operation_date '31/02/2012': no date by")
        .contains(
            "1 cell of patient, sex, bad-value;"
                + " first: patients.csv:7 sex 'lost': not among the codes [0, 1];")
        .containsPattern("1 record, [a-z-]+; first: patients.csv:8: ");
  }

  @Test
  void itCountsWhatTheIngestThenPutsIntoQuarantine() throws IOException {
    String more = "A7,2010-01-07,2010-03-07,lost\nA8,2010-01-08\nA1,2010-02-02,2010-04-04,0\n";
    Path conf = SmallHospital.write(folder, WITH_SEX, SmallHospital.PATIENTS + more);
    Launched check = check(conf, "--all");
    Launched night = Launched.in(folder, "nightly", "--conf", conf.toString());
    assertThat(night.exitCode()).as(night.err()).isZero();
    Map<String, Long> quarantined = new TreeMap<>();
    for (NamedCsvRecord row : Launched.csv(folder.resolve("out/results/quarantine_summary.csv"))) {
      String rule = row.getField("rule") + " " + row.getField("column");
      quarantined.merge(rule.strip(), Long.parseLong(row.getField("count")), Long::sum);
    }
    Map<String, Long> foretold = new TreeMap<>();
    Matcher line = LINE.matcher(check.out());
    while (line.find()) {
      String rule = line.group(3) + (line.group(2) == null ? "" : " " + line.group(2));
      foretold.merge(rule, Long.parseLong(line.group(1)), Long::sum);
    }
    assertThat(foretold).hasSizeGreaterThan(3).isEqualTo(quarantined);
    assertThat(check.out()).contains("among all records (9)");
  }

  @Test
  void withAllItLooksBeyondTheFirstLines() throws IOException {
    List<String> rows =
        IntStream.rangeClosed(1, 80)
            .mapToObj(i -> "B%d,2010-01-01,2010-02-01,%s".formatted(i, i == 80 ? "lost" : "0"))
            .toList();
    Path conf =
        SmallHospital.write(
            folder, WITH_SEX, "id,operated,seen,status\n" + String.join("\n", rows) + "\n");
    assertThat(check(conf).out()).contains("0 records and 0 cells would be quarantined among");
    assertThat(check(conf, "--all").out())
        .contains("0 records, 1 row of other records and 1 cell would be quarantined among all")
        .contains("patients.csv:81 sex 'lost'");
  }

  @Test
  void anIdentifierIsShownAsItsHash() throws IOException {
    Path conf =
        SmallHospital.write(
            folder,
            SmallHospital.CENTER.replace(
                "vital_status { value = status,", "vital_status { value = \"concat(id, status)\","),
            SmallHospital.PATIENTS.replace("A6", "SECRET6"));
    Launched check = check(conf);
    assertThat(check.out())
        .contains("6 rows of follow_up, vital_status, bad-value;")
        .containsPattern("vital_status '#[0-9a-f]{12}1': not among the codes")
        .doesNotContain("SECRET6");
  }

  @Test
  void timeZeroIsDay0AndNoDayOf1970() throws IOException {
    Path landing = Files.createDirectories(folder.resolve("landing"));
    TciaFile.write(landing, TciaFile.HEADER, List.of(TciaFile.row("CRLM-1", "61", 1)));
    Launched check =
        Launched.in(folder, "check", "--study", "crlm-prognosis", "--center", "tcia-crlm");
    assertThat(check.exitCode()).as(check.err()).isZero();
    assertThat(check.out())
        .contains("crlm197.csv:2  patient_id = #")
        .contains("operation_date = day 0,")
        .contains("day 0 is time zero, the operation")
        .doesNotContain("1970");
  }

  @Test
  void itWritesNothing() throws IOException {
    Path conf = SmallHospital.write(folder);
    check(conf, "--all");
    try (var left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("conf", "landing");
    }
  }

  private Launched check(Path conf, String... more) {
    return Launched.in(
        folder,
        "check",
        Stream.concat(Stream.of("--conf", conf.toString()), Arrays.stream(more))
            .toArray(String[]::new));
  }
}
