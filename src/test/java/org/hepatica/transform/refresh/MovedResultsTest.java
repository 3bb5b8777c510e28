package org.hepatica.transform.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;
import org.junit.jupiter.api.Test;

/** Which results are told to have moved, and by how much. */
class MovedResultsTest {

  private static final ChangeSet.Moved THRESHOLDS = new ChangeSet.Moved(0.01, 0.005, 0.05, 0.01, 2);

  @Test
  void aHazardRatioMovesByTheLargerOverTheSmaller() {
    assertThat(told(hazardRatio(2.0), hazardRatio(2.019))).isEmpty();
    assertThat(told(hazardRatio(2.0), hazardRatio(2.021)))
        .containsExactly("os, hai, kras=WT | hazard_ratio | 2.0 | 2.021");
    MovedResults most = MovedResults.of(hazardRatio(0.5), hazardRatio(0.4), THRESHOLDS);
    assertThat(most.hazardRatio()).isCloseTo(0.25, within(1e-12));
    assertThat(most.survival()).isNull();
  }

  @Test
  void aTestMovesAlsoWhenItCrossesTheFivePercent() {
    assertThat(told(logRank(0.30), logRank(0.305))).isEmpty();
    assertThat(told(logRank(0.051), logRank(0.049)))
        .containsExactly("os, hai | p_value | 0.051 | 0.049");
  }

  @Test
  void countsMoveByWholes() {
    assertThat(told(summary(100, 40, 5.0), summary(101, 42, 5.04)))
        .containsExactly("os, all | events | 40 | 42");
    assertThat(MovedResults.of(summary(100, 40, 5.0), summary(101, 42, 5.04), THRESHOLDS).less())
        .isEqualTo(2);
  }

  @Test
  void whatIsThereOnceIsTold() {
    assertThat(told(summary(100, 40, 5.0), summary(100, 40, null)))
        .containsExactly("os, all | median_years | 5.0 | null");
    assertThat(told(Map.of(), logRank(0.3))).containsExactly("os, hai | p_value | null | 0.3");
    assertThat(told(logRank(null), logRank(null))).isEmpty();
  }

  private static List<String> told(
      Map<TableDefinition, List<Row>> before, Map<TableDefinition, List<Row>> after) {
    return MovedResults.of(before, after, THRESHOLDS).told().stream()
        .map(
            row ->
                "%s | %s | %s | %s"
                    .formatted(
                        row.getAs("item"),
                        row.getAs("column"),
                        row.getAs("before"),
                        row.getAs("after")))
        .toList();
  }

  private static Map<TableDefinition, List<Row>> hazardRatio(double ratio) {
    return table(
        Results.HAZARD_RATIO_BY_GROUP,
        "os",
        "hai",
        "kras=WT",
        10L,
        5L,
        ratio,
        null,
        null,
        null,
        null);
  }

  private static Map<TableDefinition, List<Row>> logRank(Double p) {
    return table(Results.LOGRANK, "os", "hai", "", 10L, 1.0, 1, p, null);
  }

  private static Map<TableDefinition, List<Row>> summary(long n, long events, Double median) {
    return table(Results.SURVIVAL_SUMMARY, "os", "", "all", n, events, median, null, null, null);
  }

  private static Map<TableDefinition, List<Row>> table(TableDefinition table, Object... cells) {
    return Map.of(table, List.of(new GenericRowWithSchema(cells, table.schema())));
  }
}
