package org.hepatica.synthetic.write;

import java.io.IOException;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Course.Cea;
import org.hepatica.synthetic.course.Draw;

/** Marker values from the hospital's laboratory. */
final class CeaExport implements Export {

  @Override
  public Layout layout() {
    return Layout.csv("registry/cea", "MRN", "DRAWN", "RESULT", "UNIT");
  }

  @Override
  public void write(Course course, Draw draw, Rows rows) throws IOException {
    for (Cea cea : course.cea()) {
      String drawn = cea.drawn().toString();
      rows.record(draw, course.mrn(), drawn, cea.value(), cea.unit());
      if (draw.chance(Mess.CONFLICTS)) {
        rows.row(course.mrn(), drawn, "77.7", cea.unit());
      }
      if (draw.chance(Mess.ORPHANS)) {
        rows.row("", drawn, cea.value(), cea.unit());
      }
    }
    if (draw.chance(Mess.CUT)) {
      rows.row(course.mrn(), "200");
    }
  }
}
