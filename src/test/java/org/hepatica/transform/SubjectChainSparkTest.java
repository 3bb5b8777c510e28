package org.hepatica.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.table.HandMade;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;
import org.hepatica.transform.cohort.Courses;
import org.hepatica.transform.cohort.Eligibility;
import org.hepatica.transform.cohort.Endpoints;
import org.hepatica.transform.cohort.Subjects;
import org.hepatica.transform.risk.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From registry tables to subjects, endpoints and flow, as a job wires them. */
class SubjectChainSparkTest {

  private static Tables derived(Tables registry, Study study) {
    Tables tables = registry.with(Gold.COURSE, Courses.derive(registry, study));
    tables = tables.with(Gold.PROFILE, Profiles.derive(tables, study));
    return tables.with(Gold.SUBJECT, Subjects.derive(tables, study));
  }

  private static HandMade registry(int partitions) {
    HandMade tables = new HandMade(partitions);
    for (int i = 0; i < 20; i++) {
      String patient = "patient " + i;
      tables
          .add(Registry.PATIENT, patient, "sex", i % 2 == 0 ? "male" : "female")
          .add(
              Registry.LIVER_OPERATION,
              patient,
              "operation_id",
              patient,
              "operation_date",
              "2005-01-01",
              "kind",
              "resection",
              "margin",
              i % 4 == 0 ? "R1" : "R0")
          .add(
              Registry.FOLLOW_UP,
              patient,
              "last_contact_date",
              "2006-01-01",
              "vital_status",
              i % 3 == 0 ? "dead" : "alive")
          .add(Registry.TREATMENT, patient, "kind", "hai", "start_date", "2005-02-01");
    }
    return tables;
  }

  private static List<String> sorted(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void partitionsDoNotMatter(int partitions) {
    Study study = Protocols.gholami();
    assertThat(sorted(derived(registry(partitions), study).read(Gold.SUBJECT)))
        .isEqualTo(sorted(derived(registry(1), study).read(Gold.SUBJECT)));
  }

  @Test
  void everyTableHasItsColumnsInOrderAndType() {
    Study study = Protocols.gholami();
    Tables tables = derived(registry(1), study);
    assertShape(tables.read(Gold.SUBJECT), Gold.SUBJECT);
    assertShape(Endpoints.derive(tables, study), Gold.TIME_TO_EVENT);
    assertShape(Eligibility.flow(tables, study), Gold.COHORT_FLOW);
  }

  private static void assertShape(Dataset<Row> rows, TableDefinition table) {
    assertThat(rows.schema().fieldNames()).containsExactly(table.schema().fieldNames());
    for (String name : table.schema().fieldNames()) {
      assertThat(rows.schema().apply(name).dataType().catalogString())
          .as(name)
          .isEqualTo(table.schema().apply(name).dataType().catalogString());
    }
  }

  @Test
  void aRegistryOfReadyMadeVariablesIsEnoughForAStudy() {
    HandMade registry = new HandMade();
    registry
        .add(
            Registry.LIVER_OPERATION,
            "patient",
            "operation_id",
            "patient",
            "operation_date",
            "1970-01-01",
            "operation_date_precision",
            "relative",
            "kind",
            "resection")
        .add(Registry.DELIVERED, "patient", "variable", "score", "value", "3")
        .add(Registry.DELIVERED, "patient", "variable", "age", "value", "65")
        .add(
            Registry.DELIVERED_ENDPOINT, "patient", "endpoint", "os", "time", 3573, "event", false);
    Study study = Protocols.prognosis();
    Tables tables = derived(registry, study);
    Row subject = tables.read(Gold.SUBJECT).first();
    assertThat(subject.<Integer>getAs("score")).isEqualTo(3);
    assertThat(subject.<Integer>getAs("score_lower")).isEqualTo(3);
    assertThat(subject.<Integer>getAs("age")).isEqualTo(65);
    assertThat(subject.<Boolean>getAs("in_cohort")).isTrue();
    Row endpoint = Endpoints.derive(tables, study).first();
    assertThat(endpoint.<Integer>getAs("AVAL")).isEqualTo(3573);
    assertThat(endpoint.<Integer>getAs("CNSR")).isEqualTo(1);
  }

  @Test
  void anEmptyRegistryHasNobody() {
    Study study = Protocols.gholami();
    Tables tables = derived(new HandMade(), study);
    assertThat(tables.read(Gold.SUBJECT).count()).isZero();
    assertThat(Eligibility.flow(tables, study).first().<Long>getAs("n_in")).isZero();
  }
}
