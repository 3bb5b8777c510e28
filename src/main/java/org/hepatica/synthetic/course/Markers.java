package org.hepatica.synthetic.course;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hepatica.synthetic.SyntheticPatient;
import org.hepatica.synthetic.course.Course.Cea;

/** CEA over time: the value that counts, and the older and later ones that must not. */
final class Markers {

  private static final int WINDOW_MONTHS = 3;
  private static final int THOUSAND = 1000;

  private final SyntheticPatient patient;
  private final Calendar calendar;
  private final Draw draw;
  private final List<Cea> values = new ArrayList<>();

  private Markers(SyntheticPatient patient, Calendar calendar, Draw draw) {
    this.patient = patient;
    this.calendar = calendar;
    this.draw = draw;
  }

  static List<Cea> of(SyntheticPatient patient, Calendar calendar, Draw draw) {
    Markers markers = new Markers(patient, calendar, draw);
    markers.tooOld();
    markers.inWindow();
    markers.afterwards();
    markers.values.sort(Comparator.comparing(Cea::drawn));
    return markers.values;
  }

  private void tooOld() {
    if (draw.chance(0.4)) {
      LocalDate date =
          calendar.operation().minusMonths(WINDOW_MONTHS).minusDays(draw.between(1, 90));
      add(date, draw.chance(0.05) ? "n/a" : anyValue());
    }
  }

  /** The latest in the window is the planted one; without one, at most a failed measurement. */
  private void inWindow() {
    LocalDate operation = calendar.operation();
    if (patient.ceaNgMl() == null) {
      if (draw.chance(0.2)) {
        add(operation.minusDays(draw.between(5, 60)), "n/a");
      }
      return;
    }
    if (draw.chance(0.35)) {
      add(operation.minusDays(draw.between(45, 85)), anyValue());
    }
    add(operation.minusDays(draw.chance(0.03) ? 0 : draw.between(1, 40)), planted());
  }

  private void afterwards() {
    int count = draw.between(0, 4);
    int days = draw.between(20, 60);
    for (int visit = 0; visit < count && days <= patient.overallDays(); visit++) {
      add(calendar.operation().plusDays(days), anyValue());
      days += draw.between(80, 110);
    }
  }

  private String planted() {
    BigDecimal value = BigDecimal.valueOf(patient.ceaNgMl());
    String text = Surgery.plain(value);
    if (value.intValue() < THOUSAND || draw.chance(0.5)) {
      return text;
    }
    String whole = value.toBigInteger().toString();
    int cut = whole.length() - 3;
    return text.substring(0, cut) + "," + text.substring(cut);
  }

  private String anyValue() {
    double share = draw.uniform();
    if (share < 0.15) {
      return "<0.5";
    }
    return share < 0.16
        ? "> 1000"
        : Surgery.plain(BigDecimal.valueOf(draw.between(5, 900)).movePointLeft(1));
  }

  private void add(LocalDate date, String value) {
    values.add(new Cea(date, value, draw.chance(0.3) ? "ug/L" : "ng/mL"));
  }
}
