package org.hepatica.transform.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.table.HandMade.byPatient;

import java.util.Map;
import org.apache.spark.sql.Row;
import org.hepatica.table.Gold;
import org.hepatica.table.HandMade;
import org.hepatica.table.Registry;
import org.hepatica.transform.Protocols;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The clinical risk score of patients with all components but the one in question. */
class ScoresSparkTest {

  private static final HandMade TABLES = new HandMade(2);
  private static Map<String, Row> profiles;

  @BeforeAll
  static void deriveOnce() {
    patient("on every cut-off", "negative", "2004-02-10", 1, 5.0, null, 200.0, null);
    patient("over every cut-off", "positive", "2004-02-09", 2, 5.1, null, 200.1, null);
    patient("CEA < 0.5", "negative", "2004-02-10", 1, 5.0, null, 0.5, "<");
    patient("CEA > 1000", "negative", "2004-02-10", 1, 5.0, null, 1000.0, ">");
    patient("CEA > 200", "negative", "2004-02-10", 1, 5.0, null, 200.0, ">");
    patient("CEA < 200", "negative", "2004-02-10", 1, 5.0, null, 200.0, "<");
    patient("CEA > 150", "positive", "2004-02-10", 1, 5.0, null, 150.0, ">");
    patient("CEA < 250", "negative", "2004-02-10", 1, 5.0, null, 250.0, "<");
    patient("size > 5", "negative", "2004-02-10", 1, 5.0, ">", 1.0, null);
    patient("size > 4", "negative", "2004-02-10", 1, 4.0, ">", 1.0, null);
    patient("no pathology", "positive", "2004-02-10", null, null, null, 1.0, null);
    patient("nothing known", null, null, null, null, null, null, null);
    readyMade();
    profiles = byPatient(Profiles.derive(TABLES, Protocols.gholami()));
  }

  private static void readyMade() {
    patient("ready-made", null, null, null, null, null, null, null);
    ready("ready-made", "score", "4");
    patient("ready-made in bounds", "positive", "2004-02-10", null, null, null, 1.0, null);
    ready("ready-made in bounds", "score", "2");
    patient("ready-made out of bounds", "positive", "2004-02-10", null, null, null, 1.0, null);
    ready("ready-made out of bounds", "score", "5");
    patient("derived and ready-made", "negative", "2004-02-10", 1, 5.0, null, 1.0, null);
    ready("derived and ready-made", "score", "5");
    patient("ready-made components", null, null, null, null, null, null, null);
    ready("ready-made components", "node_positive", "true");
    ready("ready-made components", "disease_free_interval_days", "366");
    ready("ready-made components", "number_of_metastases", "3");
    ready("ready-made components", "largest_metastasis_cm", "> 5");
    ready("ready-made components", "cea_ng_ml", "1,234.5");
    patient("ready-made nonsense", null, null, null, null, null, null, null);
    ready("ready-made nonsense", "score", "high");
  }

  private static void ready(String patient, String variable, String value) {
    TABLES.add(Registry.DELIVERED, patient, "variable", variable, "value", value);
  }

  private static void patient(
      String name,
      String nodes,
      String metastases,
      Integer number,
      Double size,
      String sizeQualifier,
      Double cea,
      String ceaQualifier) {
    TABLES
        .add(
            Gold.COURSE,
            name,
            "operation_date",
            "2005-05-31",
            "operation_precision",
            "day",
            "number_of_metastases",
            number,
            "largest_metastasis_cm",
            size,
            "largest_metastasis_cm_qualifier",
            sizeQualifier)
        .add(
            Registry.PRIMARY_TUMOR,
            name,
            "resection_date",
            metastases == null ? null : "2003-02-10",
            "liver_metastasis_date",
            metastases,
            "nodal_status",
            nodes)
        .add(
            Registry.CEA,
            name,
            "drawn_date",
            "2005-05-01",
            "cea_ng_ml",
            cea,
            "cea_ng_ml_qualifier",
            ceaQualifier);
  }

  private static String score(String patient) {
    Row row = profiles.get(patient);
    return row.getAs("score_lower")
        + ".."
        + row.getAs("score_upper")
        + " "
        + row.getAs("score")
        + " "
        + row.getList(row.fieldIndex("score_missing"));
  }

  private static Object origin(String patient, String variable) {
    Row row = profiles.get(patient);
    return row.getJavaMap(row.fieldIndex("origin")).get(variable);
  }

  @Test
  void exactlyTheCutOffGivesNoPoint() {
    assertThat(score("on every cut-off")).isEqualTo("0..0 0 []");
    assertThat(score("over every cut-off")).isEqualTo("5..5 5 []");
  }

  @Test
  void aCensoredValueDecidesWhereItCan() {
    assertThat(score("CEA < 0.5")).isEqualTo("0..0 0 []");
    assertThat(score("CEA < 200")).isEqualTo("0..0 0 []");
    assertThat(score("CEA > 200")).isEqualTo("1..1 1 []");
    assertThat(score("CEA > 1000")).isEqualTo("1..1 1 []");
    assertThat(score("size > 5")).isEqualTo("1..1 1 []");
  }

  @Test
  void aCensoredValueThatDoesNotDecideIsMissing() {
    assertThat(score("CEA > 150")).isEqualTo("1..2 null [cea]");
    assertThat(score("CEA < 250")).isEqualTo("0..1 null [cea]");
    assertThat(score("size > 4")).isEqualTo("0..1 null [size]");
  }

  @Test
  void missingComponentsWidenTheBounds() {
    assertThat(score("no pathology")).isEqualTo("1..3 null [number, size]");
    assertThat(score("nothing known"))
        .isEqualTo("0..5 null [node-positive, disease-free, number, cea, size]");
  }

  @Test
  void aReadyMadeScoreFillsScoreAndBounds() {
    assertThat(score("ready-made")).startsWith("4..4 4 ");
    assertThat(origin("ready-made", "score")).isEqualTo("delivered");
    assertThat(score("ready-made in bounds")).isEqualTo("2..2 2 [number, size]");
  }

  @Test
  void aReadyMadeScoreAgainstWhatIsKnownIsLeftAside() {
    assertThat(score("ready-made out of bounds")).isEqualTo("1..3 null [number, size]");
    assertThat(origin("ready-made out of bounds", "score")).isNull();
    assertThat(score("derived and ready-made")).isEqualTo("0..0 0 []");
    assertThat(origin("derived and ready-made", "score")).isEqualTo("derived");
  }

  @Test
  void readyMadeComponentsAreAsGoodAsDerivedOnes() {
    assertThat(score("ready-made components")).isEqualTo("4..4 4 []");
    assertThat(origin("ready-made components", "cea_ng_ml")).isEqualTo("delivered");
    assertThat(profiles.get("ready-made components").<Object>getAs("cea_ng_ml")).isEqualTo(1234.5);
  }

  @Test
  void aTextThatIsNoScoreFillsNothing() {
    assertThat(score("ready-made nonsense")).startsWith("0..5 null ");
    assertThat(
            profiles
                .get("ready-made nonsense")
                .getJavaMap(profiles.get("ready-made nonsense").fieldIndex("delivered")))
        .containsEntry("score", "high");
  }
}
