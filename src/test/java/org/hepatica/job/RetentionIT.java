package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.LongAgo;
import org.hepatica.TestSpark;
import org.hepatica.lake.Lake;
import org.hepatica.table.Operational;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nights of 40 days ago, the first of them kept, and a fourth that was halted: all are read,
 * maintained, and what is spared is read again.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RetentionIT {

  private static final String FAULT = "hepatica.fault";
  private static final Duration AGE = Duration.ofDays(40);

  @TempDir static Path folder;

  private static String keptPage;

  /** Oldest first. */
  private static final List<String> IDS = new ArrayList<>();

  private static final List<Map<String, String>> RESULTS = new ArrayList<>();

  @BeforeAll
  static void runTheNights() throws IOException {
    SmallHospital.write(folder);
    String patients = SmallHospital.PATIENTS;
    for (int night = 0; night < 3; night++) {
      assertThat(hepatica("nightly").exitCode()).isZero();
      RESULTS.add(outputs(folder.resolve("out")));
      patients += "B%d,2010-02-0%d,2011-01-11,1\n".formatted(night, night + 1);
      SmallHospital.deliver(folder, patients);
    }
    hepatica("runs").out().lines().forEach(line -> IDS.add(0, line.split(" ")[0]));
    Launched kept = hepatica("runs", "keep", IDS.get(0));
    assertThat(kept.out()).as(kept.err()).contains("run " + IDS.get(0) + " is kept");
    System.setProperty(FAULT, "error:after gold/time_to_event");
    assertThat(catchThrowable(() -> hepatica("nightly"))).isNotNull();
    System.clearProperty(FAULT);
    backdateRuns();
    LongAgo.move(folder.resolve("lake"), AGE);
  }

  @AfterEach
  void nobodyIsDisturbedAnyMore() {
    System.clearProperty(FAULT);
  }

  @Test
  @Order(1)
  void nightsOfFortyDaysAgoAreReadAlsoTheLastGoodOneBeforeAHaltedOne() throws IOException {
    assertThat(hepatica("runs", "show", IDS.get(1)).exitCode()).isZero();
    assertThat(hepatica("runs").out().lines().toList().get(2)).endsWith("; kept");
    assertIsMadeAgain(2);
    assertIsMadeAgain(0);
    keptPage = Files.readString(folder.resolve("again/report.html"));
  }

  @Test
  @Order(2)
  void aMaintenanceThatOnlyTellsAndOneThatIsHaltedLeaveAllAsItIs() throws IOException {
    Map<String, Long> before = versions();
    Launched dry = hepatica("maintain", "--retain", "8", "--dry-run");
    assertThat(dry.out())
        .as(dry.err())
        .contains("run " + IDS.get(1) + " could no longer be re-created")
        .contains("nothing was done; it would be: ")
        .contains("gold/time_to_event is as a run that did not end well left it");
    assertThat(versions()).isEqualTo(before);

    System.setProperty(FAULT, "error:before run/run");
    Throwable halted =
        catchThrowable(() -> hepatica("maintain", "--set", "hepatica.lake.history=30"));
    assertThat(halted).isNotNull();
    assertThat(versions()).isEqualTo(before);
    assertIsMadeAgain(1);
  }

  @Test
  @Order(3)
  void whatIsKeptOrLastIsSparedAndTheRestIsSaidToBeLost() throws IOException {
    assertThat(hepatica("maintain", "--retain", "7").exitCode()).isEqualTo(ExitCode.USAGE);

    Launched maintained = hepatica("maintain", "--retain", "8");

    assertThat(maintained.exitCode()).as(maintained.err()).isZero();
    assertThat(maintained.out())
        .contains("run " + IDS.get(1) + " can no longer be re-created")
        .doesNotContain(IDS.get(0))
        .doesNotContain(IDS.get(2));
    assertIsMadeAgain(2);
    assertIsMadeAgain(0);
    assertThat(folder.resolve("again/report.html")).hasContent(keptPage);
    Launched lost = hepatica("report", "--as-of", IDS.get(1));
    assertThat(lost.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(lost.err())
        .contains("run " + IDS.get(1) + " can no longer be re-created: jobs/maintain has removed");
    assertThat(hepatica("runs", "show", IDS.get(1)).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(hepatica("runs", "keep", IDS.get(1)).exitCode()).isEqualTo(ExitCode.USAGE);
    List<String> listed = hepatica("runs").out().lines().toList();
    assertThat(listed.get(0)).contains("done: maintain");
    assertThat(listed.get(2)).endsWith("; can no longer be re-created");
    assertThat(hepatica("runs", "keep", "--release", IDS.get(0)).exitCode()).isZero();
    assertThat(hepatica("runs").out()).doesNotContain("; kept");
  }

  @Test
  @Order(4)
  void theNextNightGoesOnAsIfNothingHadHappened() throws IOException {
    Launched next = hepatica("nightly");
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(next.out()).contains("a run before this one did not end well");
    assertThat(outputs(folder.resolve("out"))).isNotEqualTo(RESULTS.get(2));
  }

  private static void assertIsMadeAgain(int night) throws IOException {
    Path again = folder.resolve("again");
    Launched report = hepatica("report", "--as-of", IDS.get(night), "--out", again.toString());
    assertThat(report.exitCode()).as(report.err()).isZero();
    assertThat(outputs(again)).isEqualTo(RESULTS.get(night));
  }

  /** Result files; a page tells when its run was, which was moved. */
  private static Map<String, String> outputs(Path out) throws IOException {
    Map<String, String> outputs = new TreeMap<>();
    try (Stream<Path> files = Files.list(out.resolve("results"))) {
      for (Path file : files.toList()) {
        outputs.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return outputs;
  }

  /** By what readers go. */
  private static Map<String, Long> versions() {
    return new RunLog(lake()).lastVersions("my-study").orElseThrow();
  }

  private static void backdateRuns() {
    List<Row> rows =
        lake().read(Operational.RUN).collectAsList().stream().map(RetentionIT::earlier).toList();
    lake().overwrite(Operational.RUN, rows);
  }

  private static Row earlier(Row row) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          row.get(i) instanceof Timestamp time
              ? Timestamp.from(time.toInstant().minus(AGE))
              : row.get(i);
    }
    return RowFactory.create(values);
  }

  private static Lake lake() {
    return Lake.open(TestSpark.session(), folder.resolve("lake"), "my-study");
  }

  private static Launched hepatica(String... words) {
    List<String> more = new ArrayList<>(List.of(words).subList(1, words.length));
    boolean own = more.contains("--out");
    List<String> arguments = new ArrayList<>(List.of(words[0]));
    arguments.addAll(List.of("--conf", folder.resolve("conf").toString()));
    arguments.addAll(List.of("--lake", folder.resolve("lake").toString()));
    arguments.addAll(List.of("--landing", folder.resolve("landing").toString()));
    if (!own) {
      arguments.addAll(List.of("--out", folder.resolve("out").toString()));
    }
    arguments.addAll(List.of("--set", "identifiers.key-file=" + folder.resolve("key")));
    // A subcommand stands before its command's options.
    arguments.addAll(isSubcommand(more) ? 1 : arguments.size(), more);
    return Launched.run(arguments.toArray(String[]::new));
  }

  private static boolean isSubcommand(List<String> more) {
    return !more.isEmpty() && List.of("show", "keep", "diff").contains(more.get(0));
  }
}
