package org.hepatica.transform.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.table.HandMade.byPatient;

import java.util.Map;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.table.HandMade;
import org.hepatica.table.Registry;
import org.hepatica.transform.Protocols;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ready-made variables of patients about whom nothing can be derived. */
class ReadySparkTest {

  private static final HandMade TABLES = new HandMade();
  private static Map<String, Row> profiles;

  @BeforeAll
  static void deriveOnce() {
    patient("good", "age", "63.7", "sex", "female", "extrahepatic_disease", "1");
    patient("bad", "age", "old", "sex", "F", "number_of_metastases", "2.5", "margin", "RX");
    patient("own", "major_comorbidity", "1");
    patient("exposed", "exposed", "true");
    patient("class", "exposure_class", "late");
    TABLES.add(Registry.PATIENT, "both", "sex", "male");
    patient("both", "sex", "female");
    profiles = byPatient(Profiles.derive(TABLES, Protocols.gholami()));
  }

  private static void patient(String name, String... variables) {
    TABLES.add(
        Gold.COURSE, name, "operation_date", "1970-01-01", "operation_precision", "relative");
    for (int i = 0; i < variables.length; i += 2) {
      TABLES.add(Registry.DELIVERED, name, "variable", variables[i], "value", variables[i + 1]);
    }
  }

  private static Object of(String patient, String column) {
    return profiles.get(patient).getAs(column);
  }

  private static Object inMap(String patient, String map, String key) {
    Row row = profiles.get(patient);
    return row.getJavaMap(row.fieldIndex(map)).get(key);
  }

  @Test
  void aReadyMadeVariableFillsTheSubjectsInItsType() {
    assertThat(of("good", "age")).isEqualTo(63);
    assertThat(of("good", "sex")).isEqualTo("female");
    assertThat(of("good", "extrahepatic_disease")).isEqualTo(true);
    assertThat(inMap("good", "origin", "extrahepatic_disease")).isEqualTo("delivered");
  }

  @Test
  void aTextThatDoesNotFitFillsNothing() {
    assertThat(of("bad", "age")).isNull();
    assertThat(of("bad", "sex")).isNull();
    assertThat(of("bad", "number_of_metastases")).isNull();
    assertThat(of("bad", "margin")).isNull();
    assertThat(inMap("bad", "origin", "age")).isNull();
  }

  @Test
  void aDerivedVariableStandsBeforeAReadyMadeOne() {
    assertThat(of("both", "sex")).isEqualTo("male");
    assertThat(inMap("both", "origin", "sex")).isEqualTo("derived");
    assertThat(inMap("both", "delivered", "sex")).isEqualTo("female");
  }

  @Test
  void aVariableOfTheCentresOwnStaysReachable() {
    assertThat(inMap("own", "delivered", "major_comorbidity")).isEqualTo("1");
    assertThat(inMap("own", "delivered", "age")).isNull();
  }

  @Test
  void exposureIsReadyMadeOrNone() {
    assertThat(of("exposed", "exposure_class")).isEqualTo("adjuvant");
    assertThat(of("exposed", "exposed")).isEqualTo(true);
    assertThat(of("class", "exposure_class")).isEqualTo("late");
    assertThat(of("class", "exposed")).isEqualTo(false);
    assertThat(of("own", "exposure_class")).isEqualTo("none");
    assertThat(of("own", "exposed")).isEqualTo(false);
  }

  @Test
  void aStudyWithoutExposureAndScoreHasNeither() {
    Study study = Protocols.prognosis();
    Row profile = byPatient(Profiles.derive(TABLES, study)).get("good");
    assertThat(profile.<Object>getAs("exposed")).isNull();
    assertThat(profile.<Object>getAs("exposure_class")).isNull();
    assertThat(profile.<Object>getAs("score")).isNull();
    assertThat(profile.<Object>getAs("score_upper")).isNull();
  }
}
