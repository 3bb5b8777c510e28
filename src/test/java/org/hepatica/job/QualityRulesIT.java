package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hepatica.TestSpark;
import org.hepatica.benchmark.FolderTree;
import org.hepatica.lake.Lake;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.Valid;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quality rules in a night: what they withhold, who is told, and how it comes back. */
class QualityRulesIT {

  private static final String RULES =
      """
      quality {
        name = my-rules
        rules {
          seen-after-operation {
            table = follow_up, column = last_contact_date, with = [liver_operation]
            must = "size(liver_operation) = 0 or exists(liver_operation, o -> in_order(o.operation_date, last_contact_date))"
            severity = reject
            message = "seen before the operation; correct the date"
          }
          operated-early {
            table = liver_operation, column = operation_date
            must = "operation_date < date'2010-01-06'"
            severity = warn
            message = "operated late; look at it"
          }
        }
      }
      """;

  private static final String BAD = SmallHospital.PATIENTS.replace("2010-01-11", "2009-01-11");

  @TempDir static Path all;

  /** Delivered and configured, and the same after a night. */
  private static Path delivered;

  private static Path first;
  private static Launched firstNight;

  @TempDir Path folder;
  private Path conf;

  @BeforeAll
  static void runTheFirstNight() throws IOException {
    delivered = all.resolve("delivered");
    Path conf = SmallHospital.write(delivered, SmallHospital.CENTER, BAD);
    Path study = conf.resolve("studies/my-study.conf");
    Files.writeString(
        study, Files.readString(study).replace("centers =", "quality = my-rules\n  centers ="));
    rules(conf, RULES);
    first = all.resolve("first");
    FolderTree.copy(delivered, first);
    firstNight = night(first);
  }

  @BeforeEach
  void deliver() throws IOException {
    FolderTree.copy(delivered, folder);
    conf = folder.resolve("conf");
  }

  @Test
  void aRowThatIsCorrectedAtItsSourceComesBackByItself() throws IOException {
    Launched bad = afterTheFirstNight();
    assertThat(bad.out())
        .contains("quarantined + 0 duplicates; 2 of 2 quality rules fail\n")
        .contains(
            "  quality: my-hospital, seen-after-operation: 1 of 5 rows of follow_up withheld;"
                + " seen before the operation; correct the date\n")
        .contains("  quality: my-hospital, operated-early: 1 of 5 rows of liver_operation warned");
    assertThat(followUps()).isEqualTo(4);
    assertThat(quality())
        .containsExactly("operated-early warn 1 of 5", "seen-after-operation reject 1 of 5");
    assertThat(Files.readString(folder.resolve("out/report.html")))
        .contains("Quality rules that fail")
        .contains("seen before the operation; correct the date");
    assertThat(quarantine("--rule", "seen-after-operation").out())
        .isEqualTo("       1  my-hospital, seen-after-operation, row of follow_up\n");

    SmallHospital.deliver(folder, SmallHospital.PATIENTS);
    Launched good = night();

    assertThat(good.out())
        .contains("; 1 of 2 quality rules fail\n")
        .doesNotContain("seen-after-operation");
    assertThat(followUps()).isEqualTo(5);
    assertThat(quality())
        .containsExactly("operated-early warn 1 of 5", "seen-after-operation reject 0 of 5");
    assertThat(quarantine("--rule", "seen-after-operation").out())
        .isEqualTo("nothing is quarantined, or nothing that these options name\n");
    assertThat(night().out()).contains("nothing changed, skipped");
  }

  @Test
  void anotherRuleIsAnotherNightAndNoRulesLeaveNoCounts() throws IOException {
    afterTheFirstNight();
    rules(RULES.replace("severity = reject", "severity = warn"));
    assertThat(night().out()).contains("1 of 5 rows of follow_up warned of");
    assertThat(followUps()).isEqualTo(5);
    Path study = conf.resolve("studies/my-study.conf");
    Files.writeString(study, Files.readString(study).replace("quality = my-rules\n", ""));
    assertThat(night().out()).doesNotContain("quality");
    assertThat(quality()).isEmpty();
  }

  @Test
  void theQuarantineIsListedFilteredAndExported() throws IOException {
    afterTheFirstNight();
    assertThat(quarantine().out().lines())
        .containsExactlyInAnyOrder(
            "       1  my-hospital, bad-value, row of follow_up",
            "       1  my-hospital, bad-value, row of liver_operation",
            "       1  my-hospital, seen-after-operation, row of follow_up");
    assertThat(quarantine("--rows", "--table", "follow_up", "--limit", "1").out())
        .containsPattern(
            "^my-hospital \\d{4}-\\d\\d-\\d\\d patients.csv:2  row of follow_up,"
                + " seen-after-operation, last_contact_date '2009-01-11':"
                + " seen before the operation; correct the date\\R")
        .endsWith("... and more: --limit N shows them, --format csv all\n");
    assertThat(quarantine("--center", "elsewhere").out()).startsWith("nothing is quarantined");
    assertThat(quarantine("--delivery", "1999-01-01").out()).startsWith("nothing is quarantined");

    Path file = folder.resolve("quarantine.csv");
    assertThat(quarantine("--rows", "--format", "csv", "--out", file.toString()).out()).isEmpty();
    assertThat(Launched.csv(file))
        .extracting(row -> row.getField("source_line") + " " + row.getField("rule"))
        .containsExactly("2 seen-after-operation", "6 bad-value", "7 bad-value");

    JsonNode json = new ObjectMapper().readTree(quarantine("--format", "json").out());
    assertThat(json).hasSize(3);
    assertThat(json.get(0).get("entries").asLong()).isOne();
  }

  @Test
  void itIsSeenAsTheLastGoodNightLeftIt() throws IOException {
    afterTheFirstNight();
    SmallHospital.deliver(folder, SmallHospital.PATIENTS);
    System.setProperty("hepatica.fault", "error:after silver/quarantine");
    assertThat(catchThrowable(this::night)).isNotNull();
    System.clearProperty("hepatica.fault");
    assertThat(quarantine("--rule", "seen-after-operation").out()).contains("row of follow_up");
  }

  @Test
  void whereThereIsNothingToSeeItSaysWhatToDo() {
    Launched none = quarantine();
    assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("there is no lake " + folder.resolve("lake"));
    assertThat(quarantine("--limit", "0").exitCode()).isEqualTo(ExitCode.USAGE);
    folder.resolve("lake").toFile().mkdirs();
    Launched empty = quarantine();
    assertThat(empty.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(empty.err()).contains("no night has ended well in").contains("run jobs/nightly");
  }

  @Test
  void aRuleThatCannotBeCarriedOutIsRefusedBeforeAnyTableIsTouched() throws IOException {
    rules(RULES.replace("operation_date < date", "operated < date").replace("exists(", "exsts("));
    for (String command : List.of("check", "nightly")) {
      Launched refused = Launched.in(folder, command, "--conf", conf.toString());
      assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(refused.err())
          .contains(
              conf.resolve("quality/my-rules.conf") + ":12: quality.rules.operated-early.must")
          .contains("there is no 'operated';")
          .contains(":6: quality.rules.seen-after-operation.must: ")
          .contains("is refused by Spark");
    }
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  @Test
  void aCheckTellsWhatRulesWouldFindWithoutWriting() {
    Launched part = Launched.in(folder, "check", "--conf", conf.toString());
    assertThat(part.out())
        .contains("quality rules my-rules:\n")
        .contains("  my-hospital, operated-early: 1 of 5 rows of liver_operation warned of;")
        .contains("  1 that see a patient's other rows need --all\n")
        .doesNotContain("seen-after-operation");
    Launched all = Launched.in(folder, "check", "--conf", conf.toString(), "--all");
    assertThat(all.out())
        .contains("  my-hospital, seen-after-operation: 1 of 5 rows of follow_up withheld;")
        .contains("1 row of follow_up, last_contact_date, seen-after-operation; first: ");
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  private void rules(String text) throws IOException {
    rules(conf, text);
  }

  private static void rules(Path conf, String text) throws IOException {
    Files.createDirectories(conf.resolve("quality"));
    Files.writeString(conf.resolve("quality/my-rules.conf"), text);
  }

  /** Goes on from the first night's folders; gives what it said. */
  private Launched afterTheFirstNight() throws IOException {
    for (String place : List.of("lake", "out")) {
      FolderTree.copy(first.resolve(place), folder.resolve(place));
    }
    Files.copy(first.resolve("key"), folder.resolve("key"));
    return firstNight;
  }

  private Launched night() {
    return night(folder);
  }

  private static Launched night(Path folder) {
    Launched night = Launched.in(folder, "nightly", "--conf", folder.resolve("conf").toString());
    assertThat(night.exitCode()).as(night.err()).isZero();
    return night;
  }

  private Launched quarantine(String... more) {
    List<String> arguments = new ArrayList<>(List.of("quarantine", "--conf", conf.toString()));
    arguments.addAll(List.of("--lake", folder.resolve("lake").toString()));
    arguments.addAll(List.of(more));
    return Launched.run(arguments.toArray(String[]::new));
  }

  private long followUps() {
    return Valid.now(Lake.open(TestSpark.session(), folder.resolve("lake"), "my-study"))
        .read(Registry.FOLLOW_UP)
        .count();
  }

  private List<String> quality() {
    List<NamedCsvRecord> rows = Launched.csv(folder.resolve("out/results/quality.csv"));
    return rows.stream()
        .map(
            row ->
                "%s %s %s of %s"
                    .formatted(
                        row.getField(Operational.RULE),
                        row.getField(Operational.SEVERITY),
                        row.getField(Operational.FAILING),
                        row.getField(Operational.CHECKED)))
        .toList();
  }
}
