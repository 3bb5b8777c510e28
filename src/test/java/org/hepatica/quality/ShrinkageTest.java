package org.hepatica.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.hepatica.table.Operational;
import org.junit.jupiter.api.Test;

/** A delivery may lack a share of what there was, no more, of any table or column. */
class ShrinkageTest {

  private static final List<Row> BEFORE =
      List.of(
          extent("north", "cea", null, 200),
          extent("north", "cea", "cea_ng_ml", 100),
          extent("north", "record", "labs", 300),
          extent("south", "cea", null, 900));

  @Test
  void aTableOrAColumnThatLostMoreThanTheShareIsNamed() {
    List<String> problems =
        Shrinkage.problems(
            "north",
            BEFORE,
            List.of(
                extent("north", "cea", null, 190),
                extent("north", "cea", "cea_ng_ml", 94),
                extent("north", "record", "labs", 300)),
            0.05);
    assertThat(problems)
        .containsExactly(
            "centre north: column cea_ng_ml of cea has 94 values, and had 100, 6.00 % less; 5.00 % may be lost"
                + " unasked (most-lost): deliver it whole, or take it so by --accept-shrink north");
  }

  @Test
  void ofATableThatShrankItsColumnsAreNotNamedToo() {
    List<String> problems =
        Shrinkage.problems("north", BEFORE, List.of(extent("north", "cea", null, 189)), 0.05);
    assertThat(problems)
        .hasSize(2)
        .satisfiesExactly(
            table -> assertThat(table).contains("table cea has 189 rows, and had 200"),
            gone ->
                assertThat(gone).contains("export labs has 0 records, and had 300, 100 % less"));
  }

  @Test
  void moreAndWhatIsNewAreNoLoss() {
    List<Row> now =
        List.of(
            extent("north", "cea", null, 201),
            extent("north", "cea", "cea_ng_ml", 100),
            extent("north", "record", "labs", 300),
            extent("north", "patient", null, 1));
    assertThat(Shrinkage.problems("north", BEFORE, now, 0.05)).isEmpty();
    assertThat(Shrinkage.problems("west", BEFORE, now, 0.05)).isEmpty();
  }

  private static Row extent(String center, String table, String column, long values) {
    return new GenericRowWithSchema(
        new Object[] {center, table, column, values}, Operational.EXTENT.schema());
  }
}
