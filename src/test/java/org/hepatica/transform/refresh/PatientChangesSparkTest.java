package org.hepatica.transform.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.protocol.Configuration;
import org.hepatica.table.Genomic;
import org.hepatica.table.HandMade;
import org.hepatica.table.Refresh;
import org.hepatica.table.Registry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every kind of change of a patient, and every rule that is shipped, between two small nights. */
class PatientChangesSparkTest {

  private static final ChangeSet SHIPPED =
      Configuration.load(Path.of("conf/hepatica.conf"), Map.of())
          .changes("gholami-2019")
          .orElseThrow();

  private static List<String> changes;
  private static List<String> implausible;
  private static Row counts;

  @BeforeAll
  static void compare() {
    TestSpark.session();
    HandMade then = then(new HandMade());
    HandMade now = now(new HandMade());
    Dataset<Row> differences = settled(RowDifferences.of(then, now, ComparedTable.ALL));
    Dataset<Row> found = PatientChanges.of(differences);
    Dataset<Row> ruled =
        ImplausibleChanges.of(differences, then, now, SHIPPED.implausible()).orElseThrow();
    changes = texts(found);
    implausible = texts(ruled);
    counts = NightCounts.ofPatients(found.union(ruled)).head();
  }

  /** A night writes differences down before it uses them again and again. */
  private static Dataset<Row> settled(Dataset<Row> rows) {
    return TestSpark.session().createDataFrame(rows.collectAsList(), rows.schema());
  }

  private static HandMade then(HandMade tables) {
    tables.add(
        Registry.PATIENT, "about", "birth_date", "1950-06-15", "birth_date_precision", "month");
    followed(tables, "same", "2010-05-01", "alive", null);
    followed(tables, "seen", "2010-05-01", "alive", null);
    followed(tables, "back", "2010-05-01", "alive", null);
    followed(tables, "dies", "2010-05-01", "alive", null);
    followed(tables, "risen", "2010-05-01", "dead", "2010-05-01");
    followed(tables, "gone", "2010-05-01", "alive", null);
    followed(tables, "silent", "2010-05-01", "alive", null);
    followed(tables, "unsaid", "2010-05-01", "dead", "2010-05-01");
    return tables
        .add(Registry.PATIENT, "born", "birth_date", "1950-01-01", "sex", "male")
        .add(Registry.CEA, "twice", "drawn_date", "2010-01-01", "cea_ng_ml", 5.0)
        .add(Registry.CEA, "twice", "drawn_date", "2010-01-01", "cea_ng_ml", 5.0)
        .add(Registry.TREATMENT, "recurs", "kind", "hai", "start_date", "2010-02-01")
        .add(Registry.LIVER_OPERATION, "recurs", operation("o1", "2010-01-01"))
        .add(Registry.LIVER_OPERATION, "moved", operation("o2", "2010-01-01"))
        .add(Registry.LIVER_OPERATION, "lost", operation("o3", "2010-01-01"))
        .add(Registry.RECURRENCE, "lost", "recurrence_date", "2011-01-01", "site", "lung")
        .add(Genomic.GENE_STATUS, "flips", gene("WT"));
  }

  private static HandMade now(HandMade tables) {
    tables.add(
        Registry.PATIENT, "about", "birth_date", "1950-06-15", "birth_date_precision", "day");
    followed(tables, "same", "2010-05-01", "alive", null);
    followed(tables, "seen", "2010-05-11", "alive", null);
    followed(tables, "back", "2010-04-30", "alive", null);
    followed(tables, "dies", "2010-06-01", "dead", "2010-06-01");
    followed(tables, "risen", "2010-05-01", "alive", null);
    followed(tables, "new", "2010-05-01", "dead", "2010-05-01");
    return tables
        .add(Registry.PATIENT, "born", "birth_date", "1951-01-01", "sex", "female")
        .add(Registry.CEA, "twice", "drawn_date", "2010-01-01", "cea_ng_ml", 5.0)
        .add(Registry.CEA, "twice", "drawn_date", "2010-01-01", "cea_ng_ml", 7.5)
        .add(Registry.RECURRENCE, "recurs", "recurrence_date", "2009-12-31", "site", "liver")
        .add(Registry.LIVER_OPERATION, "recurs", operation("o1", "2010-01-01"))
        .add(Registry.LIVER_OPERATION, "moved", operation("o2", "2010-01-08"))
        .add(Registry.PATIENT, "lost")
        .add(Registry.PATIENT, "silent")
        .add(Registry.PATIENT, "unsaid")
        .add(Genomic.GENE_STATUS, "flips", gene("MUT"));
  }

  private static void followed(
      HandMade tables, String patient, String seen, String status, String died) {
    // Another line of another delivery: where a row lies is no change.
    tables.add(
        Registry.FOLLOW_UP,
        patient,
        "delivery",
        "delivery of " + tables.hashCode(),
        "last_contact_date",
        seen,
        "vital_status",
        status,
        "death_date",
        died);
  }

  private static Object[] operation(String id, String day) {
    return new Object[] {"operation_id", id, "operation_date", day, "kind", "resection"};
  }

  private static Object[] gene(String status) {
    return new Object[] {
      "gene", "KRAS", "gene_status", status, "gene_state", "mutated", "conflict", false
    };
  }

  @Test
  void everyKindOfChangeIsARow() {
    assertThat(changes)
        .containsExactly(
            "death new | dies | follow_up | | vital_status | alive | dead |",
            "follow-up extended | dies | follow_up | | last_contact_date | 2010-05-01 | 2010-06-01 | 31.0",
            "follow-up extended | seen | follow_up | | last_contact_date | 2010-05-01 | 2010-05-11 | 10.0",
            "patient gone | gone | patient | | | | |",
            "patient new | new | patient | | | | |",
            "recurrence new | recurs | recurrence | 2009-12-31, liver | | | recurrence_date_precision=day |",
            "row gone | lost | liver_operation | o3 | | operation_date=2010-01-01, operation_date_precision=day, kind=resection | |",
            "row gone | lost | recurrence | 2011-01-01, lung | | recurrence_date_precision=day | |",
            "row gone | recurs | treatment | hai, 2010-02-01 | | start_date_precision=day | |",
            "row gone | silent | follow_up | | | last_contact_date=2010-05-01, last_contact_date_precision=day, vital_status=alive | |",
            "row gone | unsaid | follow_up | | | last_contact_date=2010-05-01, last_contact_date_precision=day, vital_status=dead, death_date=2010-05-01, death_date_precision=day | |",
            "value changed | about | patient | | birth_date_precision | month | day |",
            "value changed | back | follow_up | | last_contact_date | 2010-05-01 | 2010-04-30 | -1.0",
            "value changed | born | patient | | birth_date | 1950-01-01 | 1951-01-01 |",
            "value changed | born | patient | | sex | male | female |",
            "value changed | dies | follow_up | | death_date | | 2010-06-01 |",
            "value changed | flips | gene_status | KRAS | gene_status | WT | MUT |",
            "value changed | moved | liver_operation | o2 | operation_date | 2010-01-01 | 2010-01-08 |",
            "value changed | risen | follow_up | | death_date | 2010-05-01 | |",
            "value changed | risen | follow_up | | vital_status | dead | alive |",
            "value changed | twice | cea | 2010-01-01 | cea_ng_ml | 5.0 | 7.5 |");
  }

  @Test
  void everyShippedRuleFindsItsChange() {
    assertThat(implausible)
        .containsExactly(
            "implausible | back | follow_up | | last_contact_date | 2010-05-01 | 2010-04-30 | | follow-up-backwards warn",
            "implausible | born | patient | | birth_date | 1950-01-01 | 1951-01-01 | | birth-date-changed warn",
            "implausible | born | patient | | sex | male | female | | sex-changed warn",
            "implausible | flips | gene_status | KRAS | gene_status | WT | MUT | | gene-status-flipped warn",
            "implausible | lost | liver_operation | o3 | operation_date | 2010-01-01 | | | operation-gone warn",
            "implausible | lost | recurrence | 2011-01-01, lung | recurrence_date | 2011-01-01 | | | recurrence-gone warn",
            "implausible | moved | liver_operation | o2 | operation_date | 2010-01-01 | 2010-01-08 | | operation-moved warn",
            "implausible | recurs | recurrence | 2009-12-31, liver | recurrence_date | | 2009-12-31 | | recurrence-before-resection warn",
            "implausible | risen | follow_up | | vital_status | dead | alive | | death-undone refuse",
            "implausible | silent | follow_up | | last_contact_date | 2010-05-01 | | | follow-up-gone warn",
            "implausible | unsaid | follow_up | | vital_status | dead | | | death-undone refuse");
  }

  @Test
  void countsAreOfPatients() {
    assertThat(counts.<Double>getAs(NightCounts.PATIENTS_NEW)).isEqualTo(1);
    assertThat(counts.<Double>getAs(NightCounts.PATIENTS_GONE)).isEqualTo(1);
    assertThat(counts.<Double>getAs(NightCounts.PATIENTS_CHANGED)).isEqualTo(13);
    assertThat(counts.<Double>getAs(NightCounts.FOLLOW_UP_EXTENDED)).isEqualTo(2);
    assertThat(counts.<Double>getAs(NightCounts.DEATHS_NEW)).isEqualTo(1);
    assertThat(counts.<Double>getAs(NightCounts.RECURRENCES_NEW)).isEqualTo(1);
    assertThat(counts.<Double>getAs(NightCounts.IMPLAUSIBLE)).isEqualTo(11);
    assertThat(counts.<Double>getAs(NightCounts.IMPLAUSIBLE_REFUSED)).isEqualTo(2);
  }

  @Test
  void aNightIsNothingBesideItself() {
    HandMade tables = then(new HandMade());
    Dataset<Row> none = RowDifferences.of(tables, tables, ComparedTable.ALL);
    assertThat(none.count()).isZero();
  }

  @Test
  void alertsAreRaisedByCountsAndNotByMissingOnes() {
    ChangeSet.Alert some = new ChangeSet.Alert("some", "patients_gone >= 1", "refuse", "gone");
    ChangeSet.Alert jump = new ChangeSet.Alert("jump", "hr_moved_most > 0", "warn", "jumped");
    Row one = NightCounts.row(Map.of(NightCounts.PATIENTS_GONE, 1.0));
    Dataset<Row> counted = TestSpark.session().createDataFrame(List.of(one), NightCounts.schema());
    assertThat(NightCounts.raised(counted, List.of(some, jump)).collectAsList())
        .extracting(Row::toString)
        .containsExactly("[some,refuse,gone]");
  }

  /** The cells of rows beside the centre, sorted; a rule by name and severity. */
  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(PatientChangesSparkTest::text).sorted().toList();
  }

  private static String text(Row row) {
    String cells =
        IntStream.of(0, 2, 3, 4, 5, 6, 7, 8)
            .mapToObj(row::get)
            .map(cell -> cell == null ? "" : cell.toString())
            .reduce((a, b) -> a + " | " + b)
            .orElseThrow()
            .replaceAll("\\|  ", "| ")
            .replaceAll("\\|  ", "| ")
            .strip();
    assertThat(row.<String>getAs(Refresh.KIND)).isNotEmpty();
    return row.isNullAt(9) ? cells : cells + " | " + row.get(9) + " " + row.get(10);
  }
}
