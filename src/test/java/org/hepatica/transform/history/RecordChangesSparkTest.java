package org.hepatica.transform.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.hepatica.TestSpark;
import org.hepatica.protocol.Center;
import org.hepatica.table.Operational;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** Deliveries one after the other, and what they make of the records that count. */
class RecordChangesSparkTest {

  private static final Center SNAPSHOTS =
      center(new Center.Content(List.of(), Optional.of(new Center.Tombstone("del", List.of("Y")))));
  private static final Center CHANGES =
      center(
          new Center.Content(
              List.of("id"), Optional.of(new Center.Tombstone("del", List.of("Y")))));

  /** Rows of the table, as the changes leave it. */
  private List<Row> table = new ArrayList<>();

  private Center center = SNAPSHOTS;

  /** How many of the records that counted the last delivery could end. */
  private long concernedByLast;

  @Test
  void aSnapshotEndsWhatItLacksAndLeavesTheRest() {
    deliver("d1", "a=1", "b=1", "c=1");
    deliver("d2", "c=1", "b=2", "a=1");
    assertThat(rows())
        .containsExactly("a=1 d1:1 ..", "b=1 d1:2 ..d2", "b=2 d2:2 ..", "c=1 d1:3 ..");
    deliver("d3");
    assertThat(rows())
        .containsExactly("a=1 d1:1 ..d3", "b=1 d1:2 ..d2", "b=2 d2:2 ..d3", "c=1 d1:3 ..d3");
  }

  @Test
  void aContentThatComesBackBeginsAgain() {
    deliver("d1", "a=1");
    deliver("d2", "a=2");
    deliver("d3", "a=1");
    assertThat(rows()).containsExactly("a=1 d1:1 ..d2", "a=1 d3:1 ..", "a=2 d2:1 ..d3");
  }

  @Test
  void copiesAreCounted() {
    deliver("d1", "a=1", "a=1", "b=1");
    assertThat(rows()).containsExactly("a=1 d1:1 ..", "a=1 d1:2 .. copy 2", "b=1 d1:3 ..");
    deliver("d2", "a=1", "b=1", "b=1");
    assertThat(rows())
        .containsExactly(
            "a=1 d1:1 ..", "a=1 d1:2 ..d2 copy 2", "b=1 d1:3 ..", "b=1 d2:3 .. copy 2");
  }

  @Test
  void aTombstoneInASnapshotIsAnAbsence() {
    deliver("d1", "a=1", "b=1");
    deliver("d2", "a=1", "b=1Y");
    assertThat(rows()).containsExactly("a=1 d1:1 ..", "b=1 d1:2 ..d2");
  }

  @Test
  void changesReplaceTheirKeysOnly() {
    center = CHANGES;
    deliver("d1", "a=1", "b=1", "c=1");
    deliver("d2", "b=2", "d=1");
    assertThat(rows())
        .containsExactly(
            "a=1 d1:1 ..", "b=1 d1:2 ..d2", "b=2 d2:1 ..", "c=1 d1:3 ..", "d=1 d2:2 ..");
    assertThat(concernedByLast).isEqualTo(1);
    deliver("d3");
    assertThat(counting()).containsExactly("a=1", "b=2", "c=1", "d=1");
  }

  @Test
  void changesThatSayTheSameChangeNothing() {
    center = CHANGES;
    deliver("d1", "a=1");
    deliver("d2", "a=1");
    assertThat(rows()).containsExactly("a=1 d1:1 ..");
  }

  @Test
  void ofOneKeyTheLastRecordStandsAndATombstoneEndsIt() {
    center = CHANGES;
    deliver("d1", "a=1", "a=2", "b=1");
    assertThat(rows()).containsExactly("a=2 d1:2 ..", "b=1 d1:3 ..");
    deliver("d2", "a=2Y", "b=1Y", "b=3", "z=1Y");
    assertThat(rows()).containsExactly("a=2 d1:2 ..d2", "b=1 d1:3 ..d2", "b=3 d2:3 ..");
    deliver("d3", "b=4", "b=4Y");
    assertThat(counting()).isEmpty();
  }

  @Test
  void aChangeWithoutItsKeyIsADefectAndReplacesNothing() {
    center = CHANGES;
    deliver("d1", "a=1", "=9");
    assertThat(rows())
        .containsExactly(
            "a=1 d1:1 ..",
            "missing-value: the key of the record, id, is not whole, so that it replaces nothing;"
                + " have the centre complete it d1:2 ..");
    deliver("d2", "a=2");
    assertThat(counting()).containsExactly("a=2");
  }

  /** Takes a delivery of records such as {@code a=1}, {@code a=1Y} when deleted. */
  private void deliver(String delivery, String... records) {
    List<Row> delivered = new ArrayList<>();
    for (int i = 0; i < records.length; i++) {
      delivered.add(record(delivery, i + 1, records[i]));
    }
    Dataset<Row> read =
        TestSpark.session()
            .createDataFrame(delivered, Operational.RECORD.schema())
            .drop(Operational.COPY, Operational.UNTIL);
    Dataset<Row> counting =
        TestSpark.session()
            .createDataFrame(table, Operational.RECORD.schema())
            .where("until is null");
    List<Row> changes =
        RecordChanges.of(read, counting, List.of(center), Map.of("north", delivery))
            .collectAsList();
    ConcernedRecords concerned =
        ConcernedRecords.of(
            read, counting, List.of(center), (center, export) -> true, (name, rows) -> rows);
    concernedByLast = concerned.counting().count();
    assertThat(
            RecordChanges.of(
                    concerned.delivered(),
                    concerned.counting(),
                    List.of(center),
                    Map.of("north", delivery))
                .collectAsList())
        .containsExactlyInAnyOrderElementsOf(changes);
    List<Row> after = new ArrayList<>(table);
    for (Row change : changes) {
      if (change.<Boolean>getAs(RecordChanges.BEGINS)) {
        after.add(row(cells(change, change.size() - 1)));
      } else {
        assertThat(after.removeIf(row -> isSame(row, change))).isTrue();
        Row ended = table.stream().filter(row -> isSame(row, change)).findFirst().orElseThrow();
        Object[] cells = cells(ended, ended.size());
        cells[cells.length - 1] = change.getAs(Operational.UNTIL);
        after.add(row(cells));
      }
    }
    table = after;
  }

  private static boolean isSame(Row row, Row other) {
    return row.getString(2).equals(other.getString(2)) && row.getLong(4) == other.getLong(4);
  }

  private static Row row(Object[] cells) {
    return new GenericRowWithSchema(cells, Operational.RECORD.schema());
  }

  private static Object[] cells(Row row, int n) {
    Object[] cells = new Object[n];
    Arrays.setAll(cells, row::get);
    return cells;
  }

  private static Row record(String delivery, long line, String text) {
    boolean deleted = text.endsWith("Y");
    String[] parts = text.replace("Y", "").split("=");
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("id", parts[0].isEmpty() ? null : parts[0]);
    cells.put("value", parts[1]);
    cells.put("del", deleted ? "Y" : null);
    return RowFactory.create(
        "north",
        "patients",
        delivery,
        "p.csv",
        line,
        CollectionConverters.asScala(cells),
        null,
        text,
        CollectionConverters.asScala(List.of(parts[0])).toSeq(),
        0,
        null);
  }

  /** As in {@code a=1 d1:1 ..d2}: content, delivery and line, the delivery that ended it. */
  private List<String> rows() {
    return table.stream()
        .map(
            row -> {
              String defect = row.getAs(Operational.DEFECT);
              String until = row.getAs(Operational.UNTIL);
              int copy = row.getAs(Operational.COPY);
              return "%s %s:%d ..%s%s"
                  .formatted(
                      defect == null ? row.getAs(Operational.CONTENT) : defect,
                      row.getString(2),
                      row.getLong(4),
                      until == null ? "" : until,
                      copy == 1 ? "" : " copy " + copy);
            })
        .sorted()
        .toList();
  }

  private List<String> counting() {
    return table.stream()
        .filter(row -> row.getAs(Operational.UNTIL) == null)
        .map(row -> row.<String>getAs(Operational.CONTENT))
        .sorted()
        .toList();
  }

  private static Center center(Center.Content content) {
    Center.Export export =
        new Center.Export(
            "patients", "p.csv", "csv", ',', "UTF-8", List.of("id"), List.of(), List.of(), content);
    return new Center(
        "north",
        "north",
        Map.of("patients", export),
        List.of(),
        Optional.empty(),
        Center.Arrival.USUAL);
  }
}
