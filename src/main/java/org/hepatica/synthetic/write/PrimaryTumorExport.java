package org.hepatica.synthetic.write;

import java.io.IOException;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Draw;
import org.hepatica.synthetic.course.PartialDate;

/** The colorectal primaries; dates are day/month/year here. */
final class PrimaryTumorExport implements Export {

  @Override
  public Layout layout() {
    return Layout.csv(
        "registry/primary_tumor", "MRN", "SITE", "RESECTION_DATE", "PN", "LIVER_METS_DATE");
  }

  @Override
  public void write(Course course, Draw draw, Rows rows) throws IOException {
    String site = draw.one("C18.2", "C18.7", "C19", "C20", "C18.0");
    String resected = PartialDate.of(course.primaryResection()).british();
    String nodes = nodes(course.patient().nodePositive(), draw);
    rows.record(draw, course.mrn(), site, resected, nodes, course.metastasis().british());
    if (draw.chance(Mess.CONFLICTS)) {
      String other = nodes.startsWith("N0") ? "N1" : "N0";
      rows.row(course.mrn(), site, resected, other, course.metastasis().british());
    }
  }

  private static String nodes(Boolean positive, Draw draw) {
    if (positive == null) {
      return draw.one("NX", "", "unknown");
    }
    return positive
        ? draw.one("N1", "N2", "N1a", "N2b", "pN1", "positive")
        : draw.one("N0", "pN0", "negative");
  }
}
