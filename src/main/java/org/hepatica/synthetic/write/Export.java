package org.hepatica.synthetic.write;

import java.io.IOException;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Draw;

/** A kind of file: its shape, and a patient's rows in it. */
interface Export {

  /** The file around the rows. */
  Layout layout();

  /** Writes a patient's rows; the draw is this patient's in this export. */
  void write(Course course, Draw draw, Rows rows) throws IOException;

  /** Ends the file. */
  default void end(Rows rows) throws IOException {}
}
