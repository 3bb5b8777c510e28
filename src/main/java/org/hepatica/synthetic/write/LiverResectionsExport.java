package org.hepatica.synthetic.write;

import java.io.IOException;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Course.Operation;
import org.hepatica.synthetic.course.Draw;

/**
 * Operations on the liver, a row each; stages of a two-stage resection are rows of their own. Where
 * the report with its list of tumours is lacking, the surgeon's note of the largest may not be.
 */
final class LiverResectionsExport implements Export {

  @Override
  public Layout layout() {
    return Layout.csv(
        "registry/liver_resections",
        "MRN",
        "OPERATION_ID",
        "OPERATION_DATE",
        "PROCEDURE",
        "STAGE",
        "SEGMENTS",
        "EXTENT",
        "MARGIN",
        "ABLATION",
        "LARGEST_CM");
  }

  @Override
  public void write(Course course, Draw draw, Rows rows) throws IOException {
    for (Operation operation : course.operations()) {
      rows.record(draw, cells(course, operation, draw, operation.margin()));
      if (draw.chance(Mess.CONFLICTS)) {
        rows.row(cells(course, operation, draw, "R2"));
      }
    }
  }

  private static String[] cells(Course course, Operation operation, Draw draw, String margin) {
    boolean resection = operation.resection();
    String segments = draw.chance(Mess.UNKNOWN) ? "unknown" : String.valueOf(operation.segments());
    return new String[] {
      course.mrn(),
      operation.id(),
      operation.date().toString(),
      resection ? "RES" : "ABL",
      operation.stage() == 0 ? "" : String.valueOf(operation.stage()),
      resection ? segments : "",
      resection ? extent(operation) : "",
      margin == null || !resection ? "" : margin,
      operation.ablation() ? "Y" : "N",
      operation.largestCm()
    };
  }

  private static String extent(Operation operation) {
    return operation.major() ? "MAJOR" : "MINOR";
  }
}
