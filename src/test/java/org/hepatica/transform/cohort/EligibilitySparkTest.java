package org.hepatica.transform.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.table.HandMade.byPatient;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.table.HandMade;
import org.hepatica.transform.Protocols;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EligibilitySparkTest {

  private static final HandMade TABLES = new HandMade();
  private static Map<String, Row> subjects;
  private static List<Row> flow;

  @BeforeAll
  static void deriveOnce() {
    subject("in", 1, 1, "none", "WT");
    subject("KRAS unknown", 1, 1, "adjuvant", null);
    subject("ablation alone", 0, 0, null, "WT");
    subject("R2", 1, 0, null, "WT");
    subject("after recurrence", 1, 1, "after recurrence", null);
    subject("nobody can tell", 1, 1, null, "MUT");
    Study study = Protocols.gholami();
    var derived = Subjects.derive(TABLES, study);
    subjects = byPatient(derived);
    flow =
        Eligibility.flow(TABLES.with(Gold.SUBJECT, derived), study).orderBy("step").collectAsList();
  }

  private static void subject(
      String name, int resections, int complete, String exposure, String gene) {
    TABLES.add(
        Gold.PROFILE,
        name,
        "resections",
        resections,
        "complete_resections",
        complete,
        "operation_date",
        complete == 0 ? null : "2005-01-01",
        "last_contact_date",
        "2006-01-01",
        "exposure_class",
        exposure,
        "gene_status",
        gene);
  }

  private static List<Object> standing(String patient) {
    Row row = subjects.get(patient);
    return java.util.Arrays.asList(
        row.getAs("in_cohort"), row.getAs("in_analysis"), row.getAs("excluded_by"));
  }

  @Test
  void whoSatisfiesEveryRuleIsInTheAnalysis() {
    assertThat(standing("in")).containsExactly(true, true, null);
  }

  @Test
  void aMarkingRuleLeavesTheCohortAlone() {
    assertThat(standing("KRAS unknown")).containsExactly(true, false, "kras");
  }

  @Test
  void theFirstRuleThatFailsExcludes() {
    assertThat(standing("ablation alone")).containsExactly(false, false, "resection");
    assertThat(standing("R2")).containsExactly(false, false, "complete");
    assertThat(standing("after recurrence")).containsExactly(false, false, "adjuvant-hai");
  }

  @Test
  void whatCannotBeToldIsNotSatisfied() {
    assertThat(standing("nobody can tell")).containsExactly(false, false, "adjuvant-hai");
  }

  @Test
  void theFlowCountsFromTheRegistryToTheAnalysis() {
    assertThat(flow)
        .extracting(
            row -> row.getAs("rule_id") + " " + row.getAs("n_in") + " " + row.getAs("n_out"))
        .containsExactly(
            "registered 6 6",
            "resection 6 5",
            "complete 5 4",
            "period 4 4",
            "extrahepatic 4 4",
            "adjuvant-hai 4 2",
            "follow-up 2 2",
            "kras 2 1");
    assertThat(flow.get(5).<Long>getAs("n_excluded")).isEqualTo(2);
    assertThat(flow.get(0).<Object>getAs("label")).isEqualTo("Patients in the registry");
  }
}
