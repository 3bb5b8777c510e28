package org.hepatica.transform.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.table.HandMade.byPatient;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.HandMade;
import org.hepatica.table.Registry;
import org.hepatica.transform.Protocols;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Covariates of patients operated on 2005-05-31, when nothing else is said. */
class CovariatesSparkTest {

  private static final HandMade TABLES = new HandMade(3);
  private static final Set<String> OPERATED = new HashSet<>();
  private static Map<String, Row> profiles;

  @BeforeAll
  static void deriveOnce() {
    ages();
    intervals();
    markers();
    extrahepatic();
    genes();
    profiles = byPatient(Profiles.derive(TABLES, Protocols.gholami()));
  }

  private static void ages() {
    born("day before birthday", "1945-06-01", "day");
    born("birthday", "1945-05-31", "day");
    born("leap day, 28 February", "1944-02-29", "day");
    operated("leap day, 28 February", "2005-02-28", "day");
    born("leap day, 1 March", "1944-02-29", "day");
    operated("leap day, 1 March", "2005-03-01", "day");
    born("relative", "1909-12-31", "relative");
    operated("relative", "1970-01-01", "relative");
    born("calendar and relative", "1945-06-01", "day");
    operated("calendar and relative", "1970-01-01", "relative");
  }

  private static void born(String patient, String day, String precision) {
    TABLES.add(
        Registry.PATIENT,
        patient,
        "sex",
        "female",
        "birth_date",
        day,
        "birth_date_precision",
        precision);
    if (patient.contains("birthday")) {
      operated(patient, "2005-05-31", "day");
    }
  }

  private static void operated(String patient, String day, String precision) {
    TABLES.add(
        Gold.COURSE,
        patient,
        "resections",
        1,
        "complete_resections",
        1,
        "operation_date",
        day,
        "operation_precision",
        precision,
        "last_contact_date",
        precision.equals("day") ? "2010-01-01" : "1980-01-01");
  }

  private static void intervals() {
    primary("same day", "2003-02-10", "2003-02-10", "positive");
    primary("day after", "2003-02-10", "2003-02-11", "negative");
    primary("day before 12 months", "2003-02-10", "2004-02-09", null);
    primary("exactly 12 months", "2003-02-10", "2004-02-10", null);
    primary("12 months from a leap day", "2004-02-29", "2005-02-28", null);
    primary("liver first", "2005-06-01", null, null);
    primary("metastases unknown", "2003-02-10", null, null);
    relativePrimary("365 days", "1969-01-01");
    relativePrimary("366 days", "1968-12-31");
  }

  private static void primary(String patient, String resected, String metastases, String nodes) {
    operated(patient, "2005-05-31", "day");
    TABLES.add(
        Registry.PRIMARY_TUMOR,
        patient,
        "resection_date",
        resected,
        "liver_metastasis_date",
        metastases,
        "nodal_status",
        nodes);
  }

  private static void relativePrimary(String patient, String resected) {
    operated(patient, "1970-01-01", "relative");
    TABLES.add(
        Registry.PRIMARY_TUMOR,
        patient,
        "resection_date",
        resected,
        "resection_date_precision",
        "relative",
        "liver_metastasis_date",
        "1970-01-01",
        "liver_metastasis_date_precision",
        "relative");
  }

  /** 2005-05-31 less 3 calendar months is 2005-02-28. */
  private static void markers() {
    cea("first day of the window", "2005-02-28", 10.0);
    cea("day before the window", "2005-02-27", 10.0);
    cea("day of the operation", "2005-05-31", 11.0);
    cea("day of the operation", "2005-05-30", 12.0);
    cea("day of the operation", "2005-06-01", 13.0);
    cea("day after the operation", "2005-06-01", 10.0);
    cea("latest without a value", "2005-05-30", null);
    cea("latest without a value", "2005-05-01", 14.0);
    operated("markers in days", "1970-01-01", "relative");
    TABLES.add(Registry.CEA, "markers in days", "drawn_date", "1969-10-02", "cea_ng_ml", 10.0);
    operated("markers in days, too early", "1970-01-01", "relative");
    TABLES.add(
        Registry.CEA, "markers in days, too early", "drawn_date", "1969-10-01", "cea_ng_ml", 1.0);
  }

  private static void cea(String patient, String drawn, Double value) {
    operatedOnce(patient);
    TABLES.add(Registry.CEA, patient, "drawn_date", drawn, "cea_ng_ml", value);
  }

  private static void operatedOnce(String patient) {
    if (OPERATED.add(patient)) {
      operated(patient, "2005-05-31", "day");
    }
  }

  private static void extrahepatic() {
    disease("resected at the operation", "2005-01-01", "2005-05-31");
    disease("resected after the operation", "2005-01-01", "2005-06-01");
    disease("never resected", "2005-05-31", null);
    disease("found after the operation", "2005-06-01", null);
    disease("one of two unresected", "2005-01-01", "2005-02-01");
    disease("one of two unresected", "2005-03-01", null);
  }

  private static void disease(String patient, String found, String resected) {
    operatedOnce(patient);
    TABLES.add(
        Registry.EXTRAHEPATIC,
        patient,
        "found_date",
        found,
        "site",
        "lung " + found,
        "resected_date",
        resected);
  }

  private static void genes() {
    operatedOnce("mutated");
    gene("mutated", "KRAS", "mutated", "MUT");
    gene("mutated", "NRAS", "wild-type, all codons", "WT");
    operatedOnce("other gene");
    gene("other gene", "NRAS", "mutated", "MUT");
    TABLES.add(Gold.COURSE, "no operation", "resections", 0, "complete_resections", 0);
  }

  private static void gene(String patient, String gene, String state, String status) {
    TABLES.add(
        Genomic.GENE_STATUS,
        patient,
        "gene",
        gene,
        "gene_state",
        state,
        "gene_status",
        status,
        "reason",
        "",
        "conflict",
        false,
        "assays",
        1);
  }

  private static Object of(String patient, String column) {
    return profiles.get(patient).getAs(column);
  }

  @Test
  void ageIsCompletedYears() {
    assertThat(of("day before birthday", "age")).isEqualTo(59);
    assertThat(of("birthday", "age")).isEqualTo(60);
    assertThat(of("birthday", "sex")).isEqualTo("female");
  }

  @Test
  void bornOnALeapDayAYearIsCompletedOnTheFirstOfMarch() {
    assertThat(of("leap day, 28 February", "age")).isEqualTo(60);
    assertThat(of("leap day, 1 March", "age")).isEqualTo(61);
  }

  @Test
  void ageInRelativeDaysIsOfYearsOf365AndAQuarter() {
    assertThat(of("relative", "age")).isEqualTo(60);
    assertThat(of("calendar and relative", "age")).isNull();
  }

  @Test
  void metastasesAtOrBeforeThePrimarysResectionAreSynchronous() {
    assertThat(of("same day", "synchronous")).isEqualTo(true);
    assertThat(of("same day", "disease_free_interval_days")).isEqualTo(0);
    assertThat(of("day after", "synchronous")).isEqualTo(false);
    assertThat(of("liver first", "synchronous")).isEqualTo(true);
    assertThat(of("metastases unknown", "synchronous")).isNull();
  }

  @Test
  void theDiseaseFreeIntervalIsShortBeforeTheSameDayOfTheNextYear() {
    assertThat(shortInterval("same day")).isEqualTo(true);
    assertThat(shortInterval("day before 12 months")).isEqualTo(true);
    assertThat(shortInterval("exactly 12 months")).isEqualTo(false);
    assertThat(shortInterval("12 months from a leap day")).isEqualTo(false);
    assertThat(shortInterval("liver first")).isEqualTo(true);
    assertThat(shortInterval("metastases unknown")).isNull();
    assertThat(shortInterval("365 days")).isEqualTo(true);
    assertThat(shortInterval("366 days")).isEqualTo(false);
  }

  private static Object shortInterval(String patient) {
    return of(patient, "disease_free_interval_lt_12_months");
  }

  @Test
  void nodalStatusIsATruthOrUnknown() {
    assertThat(of("same day", "node_positive")).isEqualTo(true);
    assertThat(of("day after", "node_positive")).isEqualTo(false);
    assertThat(of("exactly 12 months", "node_positive")).isNull();
  }

  @Test
  void ceaIsTheLatestValueFromThreeMonthsBeforeToTheDayOfTheOperation() {
    assertThat(of("first day of the window", "cea_ng_ml")).isEqualTo(10.0);
    assertThat(of("day before the window", "cea_ng_ml")).isNull();
    assertThat(of("day of the operation", "cea_ng_ml")).isEqualTo(11.0);
    assertThat(of("day after the operation", "cea_ng_ml")).isNull();
    assertThat(of("latest without a value", "cea_ng_ml")).isEqualTo(14.0);
    assertThat(of("latest without a value", "cea_date")).hasToString("2005-05-01");
    assertThat(of("markers in days", "cea_ng_ml")).isEqualTo(10.0);
    assertThat(of("markers in days, too early", "cea_ng_ml")).isNull();
  }

  @Test
  void extrahepaticDiseaseIsResectedByTheOperationOrNot() {
    assertThat(of("resected at the operation", "extrahepatic_disease")).isEqualTo(true);
    assertThat(of("resected at the operation", "extrahepatic_unresected")).isEqualTo(false);
    assertThat(of("resected after the operation", "extrahepatic_unresected")).isEqualTo(true);
    assertThat(of("never resected", "extrahepatic_unresected")).isEqualTo(true);
    assertThat(of("one of two unresected", "extrahepatic_unresected")).isEqualTo(true);
    assertThat(of("found after the operation", "extrahepatic_disease")).isEqualTo(false);
    assertThat(of("birthday", "extrahepatic_disease")).isEqualTo(false);
    assertThat(of("no operation", "extrahepatic_disease")).isNull();
  }

  @Test
  void theStatusIsOfTheStudysGene() {
    assertThat(of("mutated", "gene_status")).isEqualTo("MUT");
    assertThat(of("other gene", "gene_status")).isNull();
    assertThat(of("other gene", "gene_state")).isEqualTo("not tested");
  }

  @Test
  void aStudyWithoutAGeneHasNoStatus() {
    Row profile = byPatient(Profiles.derive(TABLES, Protocols.prognosis())).get("mutated");
    assertThat(profile.<Object>getAs("gene_status")).isNull();
    assertThat(profile.<Object>getAs("gene_state")).isNull();
  }
}
