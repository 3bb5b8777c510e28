package org.hepatica.synthetic.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hepatica.synthetic.SyntheticPatient;
import org.hepatica.synthetic.course.Course.Extrahepatic;
import org.hepatica.synthetic.course.Course.Recurrence;

/** Recurrences, extrahepatic disease and the last contact. */
final class Events {

  private static final int EPISODE = 30;
  private static final LocalDate CUT_OFF = LocalDate.of(2015, 12, 31);
  private static final List<String> OTHERS = List.of("Lymph nodes", "Peritoneum", "Bone", "Pelvis");

  private Events() {}

  /** The sites of the first episode, one of them on its first day, and perhaps a later one. */
  static List<Recurrence> recurrences(SyntheticPatient patient, Calendar calendar, Draw draw) {
    List<Recurrence> rows = new ArrayList<>();
    LocalDate first = calendar.recurrence();
    if (first == null) {
      return rows;
    }
    List<String> sites = sites(patient.recurrenceSite(), draw);
    int leading = draw.between(0, sites.size() - 1);
    int room = (int) ChronoUnit.DAYS.between(first, calendar.lastContact());
    for (int site = 0; site < sites.size(); site++) {
      int delay = site == leading ? 0 : draw.between(0, Math.min(EPISODE - 2, Math.max(0, room)));
      rows.add(new Recurrence(first.plusDays(delay), sites.get(site)));
    }
    if (room > 150 && draw.chance(0.25)) {
      rows.add(new Recurrence(first.plusDays(draw.between(90, 150)), draw.one("Liver", "Lung")));
    }
    return rows;
  }

  private static List<String> sites(String planted, Draw draw) {
    String other = draw.one(OTHERS);
    boolean more = draw.chance(0.2);
    return switch (planted == null ? "other" : planted) {
      case "liver alone" -> List.of("Liver");
      case "liver with others" ->
          more
              ? List.of("Liver", "Lung", other)
              : List.of("Liver", draw.chance(0.6) ? "Lung" : other);
      case "lung" -> more ? List.of("Lung", other) : List.of("Lung");
      default -> List.of(other);
    };
  }

  static List<Extrahepatic> extrahepatic(SyntheticPatient patient, Calendar calendar, Draw draw) {
    boolean unresected = Fails.UNRESECTED.equals(patient.fails());
    if (!patient.extrahepatic() && !unresected) {
      return List.of();
    }
    LocalDate found = calendar.operation().minusDays(draw.between(0, 60));
    LocalDate resected = draw.chance(0.6) ? calendar.operation() : found;
    String site = draw.one("Hilar nodes", "Lung", "Peritoneum", "Ovary");
    return List.of(new Extrahepatic(found, site, unresected ? null : resected));
  }

  /**
   * The last contact as the registry has it: a patient censored by the cut-off was seen, or died,
   * after it.
   */
  static LocalDate lastContact(SyntheticPatient patient, Calendar calendar, Draw draw) {
    if (Fails.NO_FOLLOW_UP.equals(patient.fails())) {
      return null;
    }
    LocalDate last = calendar.lastContact();
    boolean cut = !patient.dead() && last.equals(CUT_OFF);
    return cut ? last.plusDays(draw.between(0, 25)) : last;
  }

  static LocalDate died(SyntheticPatient patient, LocalDate lastContact, Draw draw) {
    boolean known = lastContact != null;
    boolean afterCutOff = known && lastContact.isAfter(CUT_OFF) && draw.chance(0.1);
    return known && (patient.dead() || afterCutOff) ? lastContact : null;
  }
}
