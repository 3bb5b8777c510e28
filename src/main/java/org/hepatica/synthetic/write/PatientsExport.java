package org.hepatica.synthetic.write;

import java.io.IOException;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Draw;

/** The registry's list of patients. */
final class PatientsExport implements Export {

  @Override
  public Layout layout() {
    return Layout.csv("registry/patients", "MRN", "SEX", "BIRTH_DATE", "REFERRED_FROM");
  }

  @Override
  public void write(Course course, Draw draw, Rows rows) throws IOException {
    String sex = course.patient().female() ? "F" : "M";
    String birth = course.birth().iso();
    if (course.patient().fails() != null) {
      sex = draw.chance(0.05) ? "U" : sex;
      birth = draw.chance(0.05) ? "1951-02-30" : birth;
    }
    String from =
        draw.one("", "Regional", "Self", "Dr. Müller, \"North\" clinic", "St. Anne, ward 3");
    rows.record(draw, course.mrn(), sex, birth, from);
    if (draw.chance(Mess.CONFLICTS)) {
      String later = course.birth().day().plusYears(1).toString();
      rows.row(course.mrn(), sex, later, from);
    }
  }
}
