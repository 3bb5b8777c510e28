package org.hepatica.synthetic.write;

import java.io.IOException;
import java.time.LocalDate;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Course.Treatment;
import org.hepatica.synthetic.course.Draw;
import org.hepatica.synthetic.course.PartialDate;

/** Courses of treatment; dates are day/month/year here. */
final class TreatmentsExport implements Export {

  @Override
  public Layout layout() {
    return Layout.csv(
        "registry/treatments", "MRN", "TYPE", "AGENT", "SETTING", "START_DATE", "END_DATE");
  }

  @Override
  public void write(Course course, Draw draw, Rows rows) throws IOException {
    for (Treatment treatment : course.treatments()) {
      String start = british(treatment.start());
      String setting = draw.chance(Mess.UNKNOWN) ? "unknown" : treatment.setting();
      rows.record(
          draw,
          course.mrn(),
          treatment.kind(),
          treatment.agent(),
          setting,
          start,
          british(treatment.end()));
      if (draw.chance(Mess.CONFLICTS)) {
        rows.row(course.mrn(), treatment.kind(), treatment.agent(), "ERROR", start, "");
      }
    }
  }

  private static String british(LocalDate day) {
    return day == null ? "" : PartialDate.of(day).british();
  }
}
