package org.hepatica.transform.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hepatica.TestSpark;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.protocol.Configuration;
import org.hepatica.protocol.Position;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A set of changes that cannot be carried out is refused with its place. */
class ChangeProblemsSparkTest {

  private static final ChangeSet.Moved MOVED = new ChangeSet.Moved(1, 1, 1, 1, 1);
  private static final ChangeSet.Drivers DRIVERS = new ChangeSet.Drivers(1, 1, 1);

  @BeforeAll
  static void session() {
    TestSpark.session();
  }

  @Test
  void theShippedSetHasNone() {
    Configuration conf = Configuration.load(Path.of("conf/hepatica.conf"), Map.of());
    ChangeSet shipped = conf.changes("gholami-2019").orElseThrow();
    assertThat(ChangeProblems.of(shipped, key -> conf.changesPosition("gholami-2019", key)))
        .isEmpty();
    assertThat(shipped.implausible()).hasSize(11);
  }

  @Test
  void tablesColumnsAndSqlAreCheckedBeforeAnyTableIsRead() {
    assertThat(problems("follow_ups", "vital_status", "true", List.of()).get(0))
        .startsWith(
            "conf/changes/c.conf:7: changes.implausible.r.table: 'follow_ups' is no table that is"
                + " compared; did you mean 'follow_up'?");
    assertThat(problems("follow_up", "status", "true", List.of()).get(0))
        .contains("changes.implausible.r.column: 'status' is no compared column of follow_up");
    assertThat(problems("follow_up", "vital_status", "before.status = 'dead'", List.of()).get(0))
        .contains("changes.implausible.r.when: 'before.status = 'dead'' is no SQL over before.");
    assertThat(problems("follow_up", "vital_status", "before.vital_status", List.of()).get(0))
        .contains("gives string, neither true nor false; write a condition");
    assertThat(problems("follow_up", "vital_status", "size(after.recurrence) > 0", List.of()))
        .hasSize(1);
    assertThat(
            problems(
                "follow_up", "vital_status", "size(after.recurrence) > 0", List.of("recurrence")))
        .isEmpty();
  }

  @Test
  void alertsKnowTheCountsAlone() {
    ChangeSet set =
        new ChangeSet(
            "c",
            "c",
            List.of(),
            MOVED,
            DRIVERS,
            new ChangeSet.Trend(1, Map.of("x", "no_such")),
            List.of(new ChangeSet.Alert("a", "patients_lost > 1", "warn", "m")));
    assertThat(ChangeProblems.of(set, ChangeProblemsSparkTest::place))
        .hasSize(2)
        .anyMatch(p -> p.contains("changes.trend.missing.x: 'no_such' is no SQL over the columns"))
        .anyMatch(p -> p.contains("changes.alerts.a.when: 'patients_lost > 1' is no SQL over"));
  }

  @Test
  void thePageNamesEveryCount() throws Exception {
    String page = Files.readString(Path.of("src/site/markdown/what-changed.md"));
    assertThat(NightCounts.NAMES).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  private static List<String> problems(
      String table, String column, String when, List<String> with) {
    ChangeSet.Implausible rule =
        new ChangeSet.Implausible("r", table, column, when, "warn", "m", with);
    ChangeSet set =
        new ChangeSet(
            "c", "c", List.of(rule), MOVED, DRIVERS, new ChangeSet.Trend(1, Map.of()), List.of());
    return ChangeProblems.of(set, ChangeProblemsSparkTest::place);
  }

  private static Optional<Position> place(String key) {
    return Optional.of(new Position("conf/changes/c.conf", 7, key));
  }
}
