package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hepatica.source.IdentifierKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nights, each beside the one before: what the page, the table and the exit code say. */
class RefreshIT {

  private static final String CHANGES =
      """
      changes {
        name = small
        implausible {
          death-undone {
            table = follow_up, column = vital_status, severity = refuse
            when = "before.vital_status = 'dead' and after.vital_status = 'alive'"
            message = "a death was taken back; ask the centre"
          }
        }
        trend { missing { sex = sex } }
        alerts {
          one-gone { when = "patients_gone >= 1", severity = warn, message = "somebody is gone" }
          crowd    { when = "patients_new > 100", severity = refuse, message = "a crowd" }
        }
      }
      """;

  private static final String SECOND =
      """
      id,operated,seen,status
      A1,2010-01-01,2010-01-11,0
      A2,02/01/2010,2010-01-22,1
      A3,2010-01-03,2010-02-12,0
      A5,31/02/2012,2012-05-01,0
      A6,2010-01-06,2010-03-07,lost
      A7,2010-01-04,2010-02-13,1
      """;

  @TempDir static Path folder;

  private static Path conf;
  private static Launched first;
  private static Launched second;
  private static Launched third;
  private static Launched fourth;
  private static Launched maintained;
  private static Launched fifth;
  private static List<String> ids;
  private static Map<String, String> firstFiles;
  private static Map<String, String> secondFiles;

  @BeforeAll
  static void runNights() throws IOException {
    conf = SmallHospital.write(folder);
    Files.createDirectories(conf.resolve("changes"));
    Files.writeString(conf.resolve("changes/small.conf"), CHANGES);
    Files.writeString(
        conf.resolve("studies/my-study.conf"),
        SmallHospital.STUDY.replace("name = my-study", "name = my-study\n  changes = small"));
    first = hepatica("nightly");
    firstFiles = files(folder.resolve("out"));
    SmallHospital.deliver(folder, SECOND);
    second = hepatica("nightly", "--accept-shrink");
    secondFiles = files(folder.resolve("out"));
    SmallHospital.deliver(
        folder, SECOND.replace("A3,2010-01-03,2010-02-12", "A3,2010-01-03,2010-02-20"));
    third = hepatica("nightly");
    fourth = hepatica("nightly");
    ids = hepatica("runs").out().lines().map(line -> line.split(" ")[0]).toList();
    String shorter = "--set=hepatica.lake.history=3000";
    maintained = hepatica("maintain", shorter);
    fifth = hepatica("nightly", shorter);
  }

  @Test
  void aMaintenanceThatMovesVersionsIsNoChangeToTell() {
    assertThat(maintained.exitCode()).as(maintained.err()).isZero();
    assertThat(maintained.out()).contains("gold/subject is altered");
    assertThat(fifth.out())
        .containsPattern("derive .* nothing changed, skipped")
        .containsPattern("compare .* nothing changed, skipped")
        .containsPattern("report .* nothing changed, skipped");
  }

  @Test
  void theFirstNightSaysThatThereIsNoneBefore() {
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).contains("the first night, nothing to compare it with");
    assertThat(firstFiles.get("refresh.csv").lines())
        .hasSize(2)
        .anyMatch(line -> line.equals("compared,,,,,,," + ids.get(3) + ",,,,"));
    assertThat(firstFiles.get("refresh.html")).contains("This is the first night of the study");
  }

  @Test
  void theSecondNightTellsEveryChangeAndEndsWith3() {
    assertThat(second.exitCode()).as(second.err()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(second.out())
        .contains("since " + ids.get(3) + ": patients: 1 new, 1 gone, 2 changed; 1 implausible")
        .contains("refused: implausible, death-undone: 1; a death was taken back; ask the centre")
        .contains("warning: alert, one-gone: somebody is gone")
        .doesNotContain("crowd");
    assertThat(named(secondFiles.get("refresh.csv")))
        .contains(
            "compared,,,,,,FIRST,SECOND,,,,",
            "patient new,my-hospital,A7,patient,,,,,,,,",
            "patient gone,my-hospital,A4,patient,,,,,,,,",
            "follow-up extended,my-hospital,A3,follow_up,,last_contact_date,2010-02-02,2010-02-12,10.0,,,",
            "value changed,my-hospital,A1,follow_up,,vital_status,dead,alive,,,,",
            "implausible,my-hospital,A1,follow_up,,vital_status,dead,alive,,death-undone,refuse,"
                + "a death was taken back; ask the centre",
            "result moved,,,survival_summary,\"os, all\",events,3,2,-1.0,,,"
                + "4 patients' changes taken back one by one",
            "driver,my-hospital,A1,survival_summary,\"os, all\",events,event on day 10,"
                + "censored on day 10,-1.0,,,")
        .filteredOn(line -> !line.startsWith("result moved") && !line.startsWith("driver"))
        .hasSize(6);
    assertThat(secondFiles.get("refresh_alert.csv"))
        .isEqualToNormalizingNewlines("rule,severity,message\none-gone,warn,somebody is gone\n");
    assertThat(secondFiles.get("quality_trend.csv"))
        .contains(ids.get(3))
        .contains(ids.get(2))
        .contains(",patients,")
        .contains(",missing sex,1.0");
  }

  @Test
  void thePageTellsItAndNamesNobody() {
    String page = secondFiles.get("refresh.html");
    assertThat(page)
        .contains("death-undone")
        .contains("a death was taken back; ask the centre")
        .contains("somebody is gone")
        .contains("#" + hash("A1").substring(0, 12))
        .doesNotContain(hash("A1"))
        .doesNotContainPattern("\\bA[1-7]\\b");
    assertThat(secondFiles.get("refresh.csv")).doesNotContainPattern("\\bA[1-7]\\b");
    assertThat(secondFiles.get("report.html")).contains("href=\"refresh.html\"");
  }

  @Test
  void aPastNightsPageIsMadeAgainByteForByte() throws IOException {
    assertThat(third.exitCode()).as(third.err()).isZero();
    assertThat(files(folder.resolve("out")).get("refresh.html"))
        .isNotEqualTo(secondFiles.get("refresh.html"));
    Path again = folder.resolve("again");

    Launched report = hepatica("report", again, "--as-of", ids.get(2));

    assertThat(report.exitCode()).as(report.err()).isZero();
    assertThat(files(again)).isEqualTo(secondFiles);
  }

  @Test
  void aNightWithNothingNewIsNotCompared() {
    assertThat(fourth.exitCode()).isZero();
    assertThat(fourth.out()).containsPattern("compare +[0-9.]+ s  nothing changed, skipped");
  }

  @Test
  void theCommandTellsANightAndAnyTwo() {
    Launched last = hepatica("refresh");
    assertThat(last.exitCode()).as(last.err()).isZero();
    assertThat(last.out())
        .contains("1  patients_changed")
        .contains(
            "follow-up extended  my-hospital #%s  follow_up, last_contact_date  2010-02-12 -> 2010-02-20  (+8)"
                .formatted(hash("A3").substring(0, 12)))
        .doesNotContain("implausible, death-undone");
    Launched both = hepatica("refresh", "--since", ids.get(3));
    assertThat(both.exitCode()).as(both.err()).isZero();
    assertThat(both.out())
        .contains("2010-02-02 -> 2010-02-20  (+18)")
        .contains("refused: implausible, death-undone: 1");
    assertThat(hepatica("refresh", "--since", "2019").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  private static String hash(String id) {
    return IdentifierKey.load(folder.resolve("key")).hash("my-hospital", id);
  }

  /** Lines with patients and runs by the names that this test knows them by. */
  private static List<String> named(String csv) {
    String text = csv.replace(ids.get(3), "FIRST").replace(ids.get(2), "SECOND");
    for (int i = 1; i <= 7; i++) {
      text = text.replace(hash("A" + i), "A" + i);
    }
    return text.lines().skip(1).toList();
  }

  private static Launched hepatica(String... words) {
    return hepatica(words[0], folder.resolve("out"), Arrays.copyOfRange(words, 1, words.length));
  }

  private static Launched hepatica(String command, Path out, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--conf", conf.toString(), "--out", out.toString()));
    arguments.addAll(List.of("--lake", folder.resolve("lake").toString()));
    arguments.addAll(List.of("--landing", folder.resolve("landing").toString()));
    arguments.addAll(List.of("--set", "identifiers.key-file=" + folder.resolve("key")));
    arguments.addAll(List.of(more));
    return Launched.run(arguments.toArray(String[]::new));
  }

  /** Pages and result files by name. */
  private static Map<String, String> files(Path out) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String page : List.of("report.html", "refresh.html")) {
      files.put(page, Files.readString(out.resolve(page)));
    }
    try (Stream<Path> results = Files.list(out.resolve("results"))) {
      for (Path file : results.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }
}
