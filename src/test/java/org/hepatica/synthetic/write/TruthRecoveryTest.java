package org.hepatica.synthetic.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hepatica.synthetic.write.Meaning.british;
import static org.hepatica.synthetic.write.Meaning.date;
import static org.hepatica.synthetic.write.Meaning.imputed;
import static org.hepatica.synthetic.write.Meaning.index;
import static org.hepatica.synthetic.write.Meaning.positive;
import static org.hepatica.synthetic.write.Meaning.site;
import static org.hepatica.synthetic.write.Meaning.starts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hepatica.TestSpark;
import org.hepatica.synthetic.Plan;
import org.hepatica.synthetic.SyntheticPatient;
import org.hepatica.synthetic.course.Identity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derives the planted variables from the files in plain Java, for patients who fail no rule. */
class TruthRecoveryTest {

  private static final int PATIENTS = 600;
  private static final LocalDate CUT_OFF = LocalDate.of(2015, 12, 31);

  @TempDir static Path landing;

  private static final Map<String, SyntheticPatient> PLANTED = new HashMap<>();
  private static Path registry;

  @BeforeAll
  static void write() throws IOException {
    registry =
        SyntheticRegistry.withDefaults()
            .patients(PATIENTS)
            .seed(7)
            .write(TestSpark.session(), landing)
            .get(0)
            .resolve("registry");
    Plan plan = Plan.of(PATIENTS, 7);
    Identity identity = new Identity(plan.size(), 7);
    for (long index = 0; index < PATIENTS; index++) {
      PLANTED.put(identity.mrn(index), plan.patient(index));
    }
  }

  @Test
  void ageAtOperation() {
    Map<String, Map<String, String>> rows = Csv.firstBy(read("patients"), "MRN");
    PLANTED.forEach(
        (mrn, patient) -> {
          Map<String, String> row = rows.get(mrn);
          LocalDate birth = imputed(row.get("BIRTH_DATE"));
          assertThat(Period.between(birth, patient.operationDate()).getYears())
              .isEqualTo(patient.ageYears());
          assertThat(row.get("SEX")).isEqualTo(patient.female() ? "F" : "M");
        });
    assertThat(rows.values()).anyMatch(row -> row.get("BIRTH_DATE").length() == 7);
  }

  @Test
  void diseaseFreeIntervalAndNodes() {
    Map<String, Map<String, String>> rows = Csv.firstBy(read("primary_tumor"), "MRN");
    PLANTED.forEach(
        (mrn, patient) -> {
          Map<String, String> row = rows.get(mrn);
          LocalDate primary = british(row.get("RESECTION_DATE"));
          LocalDate metastasis = british(row.get("LIVER_METS_DATE"));
          assertThat(ChronoUnit.MONTHS.between(primary, metastasis))
              .isEqualTo(patient.diseaseFreeMonths());
          assertThat(metastasis.isBefore(primary.plusMonths(12)))
              .isEqualTo(patient.diseaseFreeMonths() < 12);
          assertThat(!metastasis.isAfter(primary)).isEqualTo(patient.synchronous());
          assertThat(metastasis).isBefore(patient.operationDate());
          assertThat(positive(row.get("PN"))).isEqualTo(patient.nodePositive());
        });
  }

  @Test
  void operationLesionsMarginAndAblation() {
    Map<String, List<Map<String, String>>> operations = grouped("liver_resections", "OPERATION_ID");
    Map<String, List<Map<String, String>>> lesions =
        grouped("pathology_lesions", "OPERATION_ID", "LESION_NO");
    PLANTED.forEach(
        (mrn, patient) -> {
          List<Map<String, String>> index = index(operations.get(mrn));
          assertThat(LocalDate.parse(index.get(index.size() - 1).get("OPERATION_DATE")))
              .isEqualTo(patient.operationDate());
          assertThat(index.size() == 2).isEqualTo(patient.twoStage());
          assertThat(index.stream().anyMatch(row -> row.get("MARGIN").equals("R1")))
              .isEqualTo(patient.marginPositive());
          assertThat(index.stream().anyMatch(row -> row.get("ABLATION").equals("Y")))
              .isEqualTo(patient.ablation());
          List<String> ids = index.stream().map(row -> row.get("OPERATION_ID")).toList();
          List<Double> sizes =
              lesions.getOrDefault(mrn, List.of()).stream()
                  .filter(row -> ids.contains(row.get("OPERATION_ID")))
                  .filter(row -> row.get("LESION_NO").matches("[0-9]+"))
                  .map(Meaning::centimetres)
                  .toList();
          assertThat(sizes).hasSize(Objects.requireNonNullElse(patient.metastases(), 0));
          double noted =
              index.stream()
                  .map(row -> row.get("LARGEST_CM"))
                  .filter(text -> !text.isEmpty())
                  .mapToDouble(Double::parseDouble)
                  .max()
                  .orElse(0);
          double largest = sizes.stream().mapToDouble(size -> size).max().orElse(noted);
          assertThat(largest).isEqualTo(patient.largestCm(), within(1e-12));
        });
  }

  @Test
  void latestMarkerInTheWindow() {
    Map<String, List<Map<String, String>>> values = grouped("cea", "DRAWN");
    PLANTED.forEach(
        (mrn, patient) -> {
          LocalDate operation = patient.operationDate();
          Double latest =
              values.getOrDefault(mrn, List.of()).stream()
                  .filter(row -> row.get("DRAWN").length() == 10)
                  .filter(row -> row.get("RESULT").matches("[0-9.,]+"))
                  .filter(row -> !date(row, "DRAWN").isAfter(operation))
                  .filter(row -> !date(row, "DRAWN").isBefore(operation.minusMonths(3)))
                  .max(Comparator.comparing(row -> row.get("DRAWN")))
                  .map(row -> Double.valueOf(row.get("RESULT").replace(",", "")))
                  .orElse(null);
          assertThat(latest).isEqualTo(patient.ceaNgMl());
        });
  }

  @Test
  void treatmentsAroundTheOperation() {
    Map<String, List<Map<String, String>>> courses = grouped("treatments", "TYPE", "START_DATE");
    PLANTED.forEach(
        (mrn, patient) -> {
          long recurrence =
              Objects.requireNonNullElse(patient.recurrenceDays(), Integer.MAX_VALUE).longValue();
          List<Long> hai = starts(courses.get(mrn), "HAI", patient);
          List<Long> systemic = starts(courses.get(mrn), "SYS", patient);
          assertThat(hai.stream().anyMatch(day -> day > 0 && day <= 120 && day < recurrence))
              .isEqualTo(patient.hai());
          assertThat(hai.stream().anyMatch(day -> day <= 0)).isEqualTo(patient.haiBefore());
          assertThat(hai.stream().anyMatch(day -> day > 0)).isEqualTo(patient.hai());
          assertThat(systemic.stream().anyMatch(day -> Math.abs(day) <= 180 && day < recurrence))
              .isEqualTo(patient.systemic());
        });
  }

  @Test
  void endpointsAndSites() {
    Map<String, Map<String, String>> contacts = Csv.firstBy(read("follow_up"), "MRN");
    Map<String, List<Map<String, String>>> sites =
        grouped("recurrences", "RECURRENCE_DATE", "SITE");
    PLANTED.forEach(
        (mrn, patient) -> {
          LocalDate last = date(contacts.get(mrn), "LAST_CONTACT_DATE");
          LocalDate seen = last.isAfter(CUT_OFF) ? CUT_OFF : last;
          boolean dead =
              contacts.get(mrn).get("VITAL_STATUS").equals("D") && !last.isAfter(CUT_OFF);
          assertThat(ChronoUnit.DAYS.between(patient.operationDate(), seen))
              .isEqualTo(patient.overallDays());
          assertThat(dead).isEqualTo(patient.dead());
          recurrence(sites.getOrDefault(mrn, List.of()), patient);
        });
  }

  private static void recurrence(List<Map<String, String>> rows, SyntheticPatient patient) {
    LocalDate first =
        rows.stream()
            .map(row -> date(row, "RECURRENCE_DATE"))
            .min(Comparator.naturalOrder())
            .orElse(null);
    assertThat(first)
        .isEqualTo(
            patient.recurrenceDays() == null
                ? null
                : patient.operationDate().plusDays(patient.recurrenceDays()));
    if (first != null) {
      List<String> episode =
          rows.stream()
              .filter(row -> !date(row, "RECURRENCE_DATE").isAfter(first.plusDays(30)))
              .map(row -> row.get("SITE"))
              .filter(site -> !site.equals("see letter"))
              .distinct()
              .toList();
      assertThat(site(episode)).isEqualTo(patient.recurrenceSite());
    }
  }

  private static List<Map<String, String>> read(String name) {
    return Csv.read(registry.resolve(name + ".csv"));
  }

  /** Rows by patient, the first of each key standing. */
  private static Map<String, List<Map<String, String>>> grouped(String name, String... key) {
    String[] full = new String[key.length + 1];
    full[0] = "MRN";
    System.arraycopy(key, 0, full, 1, key.length);
    return new ArrayList<>(Csv.firstBy(read(name), full).values())
        .stream().collect(Collectors.groupingBy(row -> row.get("MRN")));
  }
}
