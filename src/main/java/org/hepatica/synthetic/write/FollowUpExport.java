package org.hepatica.synthetic.write;

import java.io.IOException;
import java.time.LocalDate;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Draw;

/** Last contacts. A patient without one has no row, or a row without its date. */
final class FollowUpExport implements Export {

  @Override
  public Layout layout() {
    return Layout.csv(
        "registry/follow_up", "MRN", "LAST_CONTACT_DATE", "VITAL_STATUS", "DEATH_DATE");
  }

  @Override
  public void write(Course course, Draw draw, Rows rows) throws IOException {
    LocalDate last = course.lastContact();
    if (last == null) {
      if (draw.chance(0.5)) {
        rows.row(course.mrn(), draw.one("", "NA"), "A", "");
      }
      return;
    }
    boolean dead = course.died() != null;
    rows.record(draw, course.mrn(), last.toString(), dead ? "D" : "A", dead ? last.toString() : "");
    if (draw.chance(Mess.CONFLICTS)) {
      rows.row(course.mrn(), last.minusDays(30).toString(), "A", "");
    }
  }
}
