package org.hepatica.synthetic.write;

import java.io.IOException;
import java.util.List;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Courses;
import org.hepatica.synthetic.course.Draw;

/** A file of the cBioPortal staging folder: its rows are made from the patient's samples. */
abstract class ImpactExport implements Export {

  private final Courses courses;
  private final Layout layout;

  ImpactExport(Courses courses, Layout layout) {
    this.courses = courses;
    this.layout = layout;
  }

  @Override
  public Layout layout() {
    return layout;
  }

  @Override
  public void write(Course course, Draw draw, Rows rows) throws IOException {
    List<ImpactSample> samples =
        ImpactSample.of(course, courses.identity(), courses.draw(course, "impact"));
    if (!samples.isEmpty()) {
      write(course, samples, draw, rows);
    }
  }

  abstract void write(Course course, List<ImpactSample> samples, Draw draw, Rows rows)
      throws IOException;
}
