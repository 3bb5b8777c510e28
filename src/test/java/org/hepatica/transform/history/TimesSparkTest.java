package org.hepatica.transform.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.TestSpark;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** Which records are tied to a changed one, and at which times records are looked at. */
class TimesSparkTest {

  private final List<Row> records = new ArrayList<>();

  @Test
  void aChangeIsFollowedFromIdentifierToIdentifierAndNoFurther() {
    record("patient a", "2026-01-01", null, "A");
    record("operation a", "2026-01-01", null, "A", "OP1");
    record("lesion a", "2026-01-01", null, "OP1");
    record("specimen a", "2026-01-01", null, "OP1", "S1");
    record("assay a", "2026-01-02", null, "S1");
    record("patient b", "2026-01-01", null, "B");
    record("nobody", "2026-01-02", null);
    record("nobody before", "2026-01-01", null);
    Column ties = col(Operational.CONTENT).rlike("operation|specimen|assay");
    assertThat(tied(lit(true), lit(true)))
        .isEqualTo(tied(ties, lit(true)))
        .containsExactly("assay a", "lesion a", "nobody", "operation a", "patient a", "specimen a");
    assertThat(tied(ties, not(col(Operational.CONTENT).startsWith("assay"))))
        .as("what is not followed is told when it changed, and ties nothing")
        .containsExactly("assay a", "nobody");
  }

  private List<String> tied(Column ties, Column followed) {
    return texts(
        new Ties(ties, TimesSparkTest::settle)
            .of(table(), col(Registry.DELIVERY).equalTo("2026-01-02"), followed)
            .select(Operational.CONTENT));
  }

  @Test
  void recordsAreLookedAtWhenOneThatTheyAreTiedToChanged() {
    record("patient a", "2026-01-01", null, "A");
    record("operation a", "2026-01-01", "2026-01-03", "A", "OP1");
    record("operation a again", "2026-01-03", null, "A", "OP1");
    record("lesion a", "2026-01-02.02", null, "OP1");
    record("patient b", "2026-01-01", null, "B");
    record("of an hour", "2026-01-02", "2026-01-02.02", "B");
    record("nobody", "2026-01-02", null);
    List<String> times =
        texts(
            new Times(TimesSparkTest::settle)
                .of(table())
                .select(Operational.CONTENT, Registry.VALID_FROM, Registry.VALID_TO));
    assertThat(times)
        .containsExactly(
            "lesion a 2026-01-02 2026-01-03",
            "lesion a 2026-01-03 null",
            "nobody 2026-01-02 null",
            "operation a 2026-01-01 2026-01-02",
            "operation a 2026-01-02 2026-01-03",
            "operation a again 2026-01-03 null",
            "patient a 2026-01-01 2026-01-02",
            "patient a 2026-01-02 2026-01-03",
            "patient a 2026-01-03 null",
            "patient b 2026-01-01 2026-01-02",
            "patient b 2026-01-02 null");
  }

  @Test
  void recordsAreCountedOnceEachByTheTimeOfTheirOwn() {
    record("patient a", "2026-01-01", null, "A");
    record("operation a", "2026-01-01", "2026-01-03", "A", "OP1");
    record("operation a again", "2026-01-03", null, "A", "OP1");
    assertThat(
            texts(
                Times.own(table())
                    .select(Operational.CONTENT, Registry.VALID_FROM, Registry.VALID_TO)))
        .containsExactly(
            "operation a 2026-01-01 2026-01-03",
            "operation a again 2026-01-03 null",
            "patient a 2026-01-01 null");
  }

  private void record(String content, String delivery, String until, String... links) {
    records.add(
        RowFactory.create(
            "north",
            "any",
            delivery,
            "any.csv",
            (long) records.size(),
            CollectionConverters.asScala(Map.<String, String>of()),
            null,
            content,
            CollectionConverters.asScala(List.of(links)).toSeq(),
            1,
            until));
  }

  private Dataset<Row> table() {
    return TestSpark.session().createDataFrame(records, Operational.RECORD.schema());
  }

  private static Dataset<Row> settle(String name, Dataset<Row> rows) {
    return TestSpark.session().createDataFrame(rows.collectAsList(), rows.schema());
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.mkString(" ")).sorted().toList();
  }
}
