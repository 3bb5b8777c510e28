package org.hepatica.synthetic.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hepatica.synthetic.SyntheticPatient;
import org.hepatica.synthetic.course.Course.Treatment;

/** Pump and systemic treatment: what was planted, and courses that must not count as it. */
final class Therapy {

  private static final int WITHIN = 120;
  private static final int AROUND = 170;
  private static final int EARLIEST = 25;
  private static final int LONG_AGO_MONTHS = 12;

  private final SyntheticPatient patient;
  private final Calendar calendar;
  private final Draw draw;
  private final List<Treatment> courses = new ArrayList<>();

  private Therapy(SyntheticPatient patient, Calendar calendar, Draw draw) {
    this.patient = patient;
    this.calendar = calendar;
    this.draw = draw;
  }

  static List<Treatment> of(SyntheticPatient patient, Calendar calendar, Draw draw) {
    Therapy therapy = new Therapy(patient, calendar, draw);
    therapy.ofThePrimary();
    if (patient.haiBefore()) {
      therapy.pump("PREOP", calendar.metastasis().day().plusDays(20 + draw.between(0, 20)));
    }
    if (patient.systemic()) {
      therapy.systemic();
    }
    if (patient.hai()) {
      therapy.pump("ADJ", calendar.operation().plusDays(therapy.afterwards(14, 56, WITHIN)));
    }
    therapy.ofTheRecurrence();
    return therapy.courses;
  }

  /** A day within bounds and, where the patient leaves room, before recurrence and death. */
  private int afterwards(int first, int last, int limit) {
    int latest = Math.min(limit, calendar.quietDays());
    return latest < first ? Math.max(1, latest) : draw.between(first, Math.min(last, latest));
  }

  private void ofThePrimary() {
    boolean longAgo = !patient.synchronous() && patient.diseaseFreeMonths() >= LONG_AGO_MONTHS;
    if (longAgo && draw.chance(0.3)) {
      LocalDate start = calendar.primary().plusDays(draw.between(25, 60));
      systemic("ADJ-CRC", start, 150);
    }
  }

  private void systemic() {
    boolean room = calendar.quietDays() >= EARLIEST;
    double share = draw.uniform();
    if (!room || share < 0.6) {
      systemic("PREOP", preoperative(), draw.between(40, 80));
    }
    if (room && share > 0.4) {
      LocalDate start = calendar.operation().plusDays(afterwards(EARLIEST, 70, AROUND));
      systemic("ADJ", start, draw.between(90, 180));
    }
  }

  private LocalDate preoperative() {
    LocalDate wanted = calendar.metastasis().day().plusDays(draw.between(18, 30));
    LocalDate earliest = calendar.operation().minusDays(AROUND);
    LocalDate latest = calendar.operation().minusDays(1);
    LocalDate start = wanted.isBefore(earliest) ? earliest : wanted;
    return start.isAfter(latest) ? latest : start;
  }

  /** After a recurrence; a pump only where the patient fails the rule that excludes it. */
  private void ofTheRecurrence() {
    LocalDate recurrence = calendar.recurrence();
    if (recurrence == null) {
      return;
    }
    if (Fails.HAI_LATER.equals(patient.fails())) {
      pump("SALVAGE", recurrence.plusDays(draw.between(10, 50)));
    }
    LocalDate start = recurrence.plusDays(draw.between(14, 40));
    if (draw.chance(0.5) && !start.isAfter(calendar.lastContact())) {
      systemic("PALL", start, 120);
    }
  }

  private void pump(String setting, LocalDate start) {
    courses.add(new Treatment("HAI", "FUDR", setting, start, end(start, 150)));
  }

  private void systemic(String setting, LocalDate start, int days) {
    String agent = draw.one("5-FU/LV", "FOLFOX", "FOLFIRI", "IFL");
    courses.add(new Treatment("SYS", agent, setting, start, end(start, days)));
  }

  private LocalDate end(LocalDate start, int days) {
    LocalDate end = start.plusDays(days);
    LocalDate last = calendar.lastContact();
    if (draw.chance(0.05)) {
      return null;
    }
    return end.isAfter(last) && !start.isAfter(last) ? last : end;
  }
}
