package org.hepatica.synthetic.write;

import java.io.IOException;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Course.Extrahepatic;
import org.hepatica.synthetic.course.Draw;

/** Extrahepatic disease known at the operation. */
final class ExtrahepaticExport implements Export {

  @Override
  public Layout layout() {
    return Layout.csv("registry/extrahepatic", "MRN", "FOUND_DATE", "SITE", "RESECTED_DATE");
  }

  @Override
  public void write(Course course, Draw draw, Rows rows) throws IOException {
    for (Extrahepatic site : course.extrahepatic()) {
      String resected = site.resected() == null ? draw.one("", "NA") : site.resected().toString();
      rows.record(draw, course.mrn(), site.found().toString(), site.site(), resected);
    }
  }
}
