package org.hepatica.transform.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.TestSpark;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Spelling;
import org.hepatica.table.Operational;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** Under which identifiers records are taken. */
class IdentitiesSparkTest {

  private static final Center NORTH =
      new Center(
          "north",
          "north",
          Map.of(),
          List.of(),
          Optional.empty(),
          Center.Arrival.USUAL,
          Optional.of(new Center.Identity("merges", "OLD", "NEW", Optional.of("OP"))),
          Spelling.AS_DELIVERED);

  private final List<Row> records = new ArrayList<>();

  @Test
  void twoPatientsBecomeOneInRecordsOfAllDates() {
    visit("A", null);
    visit("B", "2026-02-01");
    merge("A", "B", null, null);
    assertThat(patients()).containsExactly("B", "B");
  }

  @Test
  void onePatientBecomesTwoWithinAnOperation() {
    operation("A", "OP1");
    operation("A", "OP2");
    visit("A", null);
    merge("A", "C", "OP2", null);
    assertThat(patients()).containsExactly("A", "A", "C");
  }

  @Test
  void changesOfChangesAreFollowedAndTakenBackOnesAreNot() {
    visit("A", null);
    visit("X", null);
    merge("A", "B", null, null);
    merge("B", "C", null, null);
    merge("X", "Y", null, "2026-03-01");
    assertThat(patients()).containsExactly("C", "X");
  }

  @Test
  void whatSaysItIsLeftAsItIs() {
    merge("A", "B", null, null);
    Row merge = applied().collectAsList().get(0);
    assertThat(merge.<String, String>getJavaMap(merge.fieldIndex(Operational.CELLS)))
        .containsEntry("OLD", "A")
        .containsEntry("NEW", "B");
  }

  private void visit(String patient, String until) {
    add("visits", Map.of("MRN", patient), until, patient);
  }

  private void operation(String patient, String operation) {
    add("operations", Map.of("MRN", patient, "OP_ID", operation), null, patient, operation);
  }

  private void merge(String old, String now, String within, String until) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("OLD", old);
    cells.put("NEW", now);
    cells.put("OP", within);
    add("merges", cells, until, old, now);
  }

  private void add(String export, Map<String, String> cells, String until, String... links) {
    records.add(
        RowFactory.create(
            "north",
            export,
            "2026-01-01",
            "any.csv",
            (long) records.size(),
            CollectionConverters.asScala(cells),
            null,
            "content",
            CollectionConverters.asScala(List.of(links)).toSeq(),
            1,
            until));
  }

  private Dataset<Row> applied() {
    Dataset<Row> table = TestSpark.session().createDataFrame(records, Operational.RECORD.schema());
    return Identities.applied(table, table, List.of(NORTH));
  }

  private List<String> patients() {
    return applied().where("export <> 'merges'").selectExpr("cells['MRN']").collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }
}
