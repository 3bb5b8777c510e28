package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.hepatica.table.Operational;
import org.junit.jupiter.api.Test;

/** Counts that are kept up to date. */
class TallyTest {

  @Test
  void whatWasLessWhatIsNoMoreWithWhatCame() {
    Tally tally =
        new Tally(Operational.EXTENT, Operational.VALUES)
            .add(List.of(row("patient", null, 9), row("patient", "sex", 4)), 1)
            .add(List.of(row("patient", null, 2), row("patient", "sex", 2)), -1)
            .add(List.of(row("patient", null, 3), row("cea", null, 1)), 1);
    assertThat(tally.rows())
        .containsExactly(row("patient", null, 10), row("patient", "sex", 2), row("cea", null, 1));
  }

  private static Row row(String table, String column, long values) {
    return new GenericRowWithSchema(
        new Object[] {"north", table, column, values}, Operational.EXTENT.schema());
  }
}
