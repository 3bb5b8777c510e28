package org.hepatica.synthetic.write;

import java.io.IOException;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Course.Recurrence;
import org.hepatica.synthetic.course.Draw;

/** Recurrences, a row a site. */
final class RecurrencesExport implements Export {

  @Override
  public Layout layout() {
    return Layout.csv("registry/recurrences", "MRN", "RECURRENCE_DATE", "SITE");
  }

  @Override
  public void write(Course course, Draw draw, Rows rows) throws IOException {
    for (Recurrence recurrence : course.recurrences()) {
      String date = recurrence.date().toString();
      rows.record(draw, course.mrn(), date, recurrence.site());
    }
    if (!course.recurrences().isEmpty() && draw.chance(Mess.CONFLICTS)) {
      rows.row(course.mrn(), course.recurrences().get(0).date().toString(), "see letter");
    }
  }
}
