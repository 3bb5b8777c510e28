package org.hepatica.transform.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.table.Gold;
import org.hepatica.table.HandMade;
import org.hepatica.table.Operational;
import org.junit.jupiter.api.Test;

/** How good the data of a night are, and which nights are kept. */
class QualityTrendSparkTest {

  private static final ChangeSet.Trend AGES = new ChangeSet.Trend(2, Map.of("age", "age"));

  @Test
  void aNightIsAFewNumbers() {
    assertThat(texts(night("r1", "2026-01-01T00:00:00Z")))
        .containsExactly(
            "r1 failing_rows 4.0",
            "r1 failing_rules 1.0",
            "r1 missing age 0.5",
            "r1 patients 3.0",
            "r1 quarantined 2.0",
            "r1 records 10.0");
  }

  @Test
  void ofAnEmptyCohortNoShareIsMissing() {
    Dataset<Row> night =
        QualityTrend.ofNight(new HandMade(), "r0", Instant.parse("2026-01-01T00:00:00Z"), AGES);
    assertThat(texts(night)).contains("r0 missing age null", "r0 patients 0.0");
  }

  @Test
  void theLastNightsAreKept() {
    Dataset<Row> earlier =
        night("r1", "2026-01-01T00:00:00Z").union(night("r2", "2026-01-02T00:00:00Z"));
    Dataset<Row> all =
        QualityTrend.joined(earlier, night("r3", "2026-01-03T00:00:00Z"), AGES.runs());
    assertThat(texts(all)).hasSize(12).noneMatch(text -> text.startsWith("r1"));
  }

  @Test
  void aNightUnderAClockThatWentBackIsTheLastAllTheSame() {
    Dataset<Row> earlier =
        night("r1", "2036-01-01T00:00:00Z").union(night("r2", "2036-01-02T00:00:00Z"));
    Dataset<Row> all =
        QualityTrend.joined(earlier, night("r3", "2026-01-03T00:00:00Z"), AGES.runs());
    assertThat(texts(all)).hasSize(12).noneMatch(text -> text.startsWith("r1"));
  }

  private static Dataset<Row> night(String run, String started) {
    HandMade tables = new HandMade();
    tables.add(Operational.RECONCILIATION, "a", file("f", 6L, 2L));
    tables.add(Operational.RECONCILIATION, "a", file("g", 4L, 0L));
    tables.add(Operational.QUALITY, "a", rule("one", 4L));
    tables.add(Operational.QUALITY, "a", rule("two", 0L));
    tables.add(Gold.SUBJECT, "a", subject(true, 50));
    tables.add(Gold.SUBJECT, "b", subject(true, null));
    tables.add(Gold.SUBJECT, "c", subject(false, null));
    return QualityTrend.ofNight(tables, run, Instant.parse(started), AGES);
  }

  private static Object[] file(String name, long records, long quarantined) {
    return new Object[] {
      "export",
      name,
      "records",
      records,
      "quarantined",
      quarantined,
      "accepted",
      records - quarantined,
      "duplicates",
      0L
    };
  }

  private static Object[] rule(String name, long failing) {
    return new Object[] {
      "rule",
      name,
      "severity",
      "warn",
      "table",
      "cea",
      "column",
      "x",
      "message",
      "m",
      "failing",
      failing,
      "checked",
      9L
    };
  }

  private static Object[] subject(boolean inCohort, Integer age) {
    return new Object[] {
      Gold.IN_COHORT,
      inCohort,
      Gold.IN_ANALYSIS,
      inCohort,
      Gold.AGE,
      age,
      Gold.RESECTIONS,
      1,
      Gold.COMPLETE_RESECTIONS,
      1
    };
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream()
        .map(row -> row.getString(0) + " " + row.getString(2) + " " + row.get(3))
        .sorted()
        .toList();
  }
}
