package org.hepatica.synthetic.write;

import java.io.IOException;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Draw;
import org.hepatica.synthetic.course.Identity;
import org.hepatica.synthetic.course.LabTest;

/** The patient's ids in the laboratories' systems. */
final class CrosswalkExport implements Export {

  private final Identity identity;

  CrosswalkExport(Identity identity) {
    this.identity = identity;
  }

  @Override
  public Layout layout() {
    return Layout.csv("registry/id_crosswalk", "MRN", "SYSTEM", "ALIAS_ID");
  }

  @Override
  public void write(Course course, Draw draw, Rows rows) throws IOException {
    for (LabTest test : course.tests()) {
      String system = test.platform().name();
      rows.record(draw, course.mrn(), system, alias(identity, course, test.platform()));
    }
  }

  /** A patient's id on a platform. */
  static String alias(Identity identity, Course course, LabTest.Platform platform) {
    long index = course.patient().index();
    return switch (platform) {
      case IMPACT -> identity.impact(index);
      case SEQUENOM -> identity.laboratory("MA", index);
      case SANGER -> identity.laboratory("SG", index);
      case WGS -> identity.laboratory("WG", index) + "-T";
    };
  }
}
