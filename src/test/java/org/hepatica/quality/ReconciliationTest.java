package org.hepatica.quality;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.hepatica.table.Operational;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  @Test
  void aFileWhoseCountsDisagreeIsNamedWithThem() {
    assertThatCode(() -> Reconciliation.check(List.of(row("a.csv", 10, 7, 2, 1))))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () ->
                Reconciliation.check(List.of(row("a.csv", 10, 7, 2, 1), row("b.csv", 10, 7, 2, 0))))
        .hasMessageContaining(
            "north/2026-01-01/b.csv: 10 records, but 7 accepted + 2 quarantined + 0 duplicates");
  }

  private static Row row(
      String file, long records, long accepted, long quarantined, long duplicates) {
    return new GenericRowWithSchema(
        new Object[] {
          "north", "patients", "2026-01-01", file, records, accepted, quarantined, duplicates
        },
        Operational.RECONCILIATION.schema());
  }
}
