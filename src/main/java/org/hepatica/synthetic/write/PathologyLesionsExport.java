package org.hepatica.synthetic.write;

import java.io.IOException;
import java.math.BigDecimal;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Course.Lesion;
import org.hepatica.synthetic.course.Draw;

/** Tumours of the pathology reports; a report measures in cm or in mm. */
final class PathologyLesionsExport implements Export {

  @Override
  public Layout layout() {
    return Layout.csv(
        "registry/pathology_lesions", "MRN", "OPERATION_ID", "LESION_NO", "SIZE", "UNIT");
  }

  @Override
  public void write(Course course, Draw draw, Rows rows) throws IOException {
    boolean millimetres = draw.chance(0.4);
    String unit = millimetres ? "mm" : "cm";
    for (Lesion lesion : course.lesions()) {
      String number = String.valueOf(lesion.number());
      String size = millimetres ? millimetres(lesion.sizeCm()) : lesion.sizeCm();
      rows.record(draw, course.mrn(), lesion.operationId(), number, size, unit);
      if (draw.chance(Mess.CONFLICTS)) {
        rows.row(course.mrn(), lesion.operationId(), number, draw.one("999", "0.1"), unit);
      }
    }
    if (!course.lesions().isEmpty() && draw.chance(Mess.CONFLICTS)) {
      rows.row(course.mrn(), course.lesions().get(0).operationId(), "?", "2.5", "cm");
    }
  }

  private static String millimetres(String centimetres) {
    return centimetres == null || centimetres.contains("?")
        ? centimetres
        : new BigDecimal(centimetres).movePointRight(1).toPlainString();
  }
}
