package org.hepatica.synthetic.course;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.hepatica.synthetic.SyntheticPatient;

/**
 * The dates on which a patient's other facts hang.
 *
 * @param birth date of birth
 * @param primary resection of the primary
 * @param metastasis diagnosis of liver metastases
 * @param firstStage first operation on the liver
 * @param operation time zero
 * @param lastContact last contact or death
 * @param recurrence first recurrence, or null
 */
record Calendar(
    PartialDate birth,
    LocalDate primary,
    PartialDate metastasis,
    LocalDate firstStage,
    LocalDate operation,
    LocalDate lastContact,
    LocalDate recurrence) {

  private static final double YEAR_ONLY = 0.01;
  private static final double MONTH_ONLY = 0.03;

  static Calendar of(SyntheticPatient patient, Draw draw) {
    LocalDate operation = patient.operationDate();
    LocalDate firstStage =
        patient.twoStage() ? operation.minusDays(draw.between(28, 80)) : operation;
    LocalDate metastasis = firstStage.minusDays(lead(patient, draw));
    LocalDate primary = primary(metastasis, patient, draw);
    return new Calendar(
        birth(patient, draw),
        primary,
        forget(primary, metastasis, patient, draw),
        firstStage,
        operation,
        operation.plusDays(patient.overallDays()),
        patient.recurrenceDays() == null ? null : operation.plusDays(patient.recurrenceDays()));
  }

  /** Days after the operation that are before any recurrence and not after the last contact. */
  int quietDays() {
    LocalDate end = lastContact;
    if (recurrence != null && !recurrence.isAfter(end)) {
      end = recurrence.minusDays(1);
    }
    return (int) ChronoUnit.DAYS.between(operation, end);
  }

  private static int lead(SyntheticPatient patient, Draw draw) {
    if (patient.haiBefore()) {
      return draw.between(220, 320);
    }
    return patient.systemic() ? draw.between(60, 140) : draw.between(20, 80);
  }

  private static LocalDate primary(LocalDate metastasis, SyntheticPatient patient, Draw draw) {
    int months = patient.diseaseFreeMonths();
    int extra = draw.between(0, 26);
    for (int tried = 0; tried < 31; tried++) {
      int days = (extra + tried) % 31;
      LocalDate primary =
          patient.synchronous()
              ? metastasis.plusMonths(-months).plusDays(days)
              : metastasis.minusMonths(months).minusDays(days);
      if (agrees(primary, metastasis, patient)) {
        return primary;
      }
    }
    throw new IllegalArgumentException(
        "No dates give patient " + patient.index() + " an interval of " + months + " months");
  }

  /** Whether these dates say what was planted. */
  static boolean agrees(LocalDate primary, LocalDate metastasis, SyntheticPatient patient) {
    return patient.synchronous() == !metastasis.isAfter(primary)
        && ChronoUnit.MONTHS.between(primary, metastasis) == patient.diseaseFreeMonths()
        && (patient.synchronous() || wholeMonths(primary, metastasis, patient.diseaseFreeMonths()));
  }

  private static boolean wholeMonths(LocalDate primary, LocalDate metastasis, int months) {
    return !metastasis.isBefore(primary.plusMonths(months))
        && metastasis.isBefore(primary.plusMonths(months + 1L));
  }

  private static PartialDate forget(
      LocalDate primary, LocalDate metastasis, SyntheticPatient patient, Draw draw) {
    PartialDate month = PartialDate.of(metastasis).month();
    boolean harmless =
        agrees(primary, month.day(), patient) && month.day().isBefore(patient.operationDate());
    return draw.chance(MONTH_ONLY) && harmless ? month : PartialDate.of(metastasis);
  }

  private static PartialDate birth(SyntheticPatient patient, Draw draw) {
    LocalDate operation = patient.operationDate();
    LocalDate born = operation.minusYears(patient.ageYears()).minusDays(draw.between(0, 364));
    while (age(born, operation) != patient.ageYears() || onLeapDay(born)) {
      born = born.plusDays(age(born, operation) > patient.ageYears() ? 1 : -1);
    }
    PartialDate exact = PartialDate.of(born);
    double share = draw.uniform();
    if (share < YEAR_ONLY && age(exact.year().day(), operation) == patient.ageYears()) {
      return exact.year();
    }
    return share < YEAR_ONLY + MONTH_ONLY
            && age(exact.month().day(), operation) == patient.ageYears()
        ? exact.month()
        : exact;
  }

  /** Conventions of a birthday on 29 February differ. */
  private static boolean onLeapDay(LocalDate day) {
    return day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
  }

  private static int age(LocalDate born, LocalDate at) {
    return Period.between(born, at).getYears();
  }
}
