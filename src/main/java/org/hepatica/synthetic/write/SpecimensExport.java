package org.hepatica.synthetic.write;

import java.io.IOException;
import java.time.LocalDate;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Course.Specimen;
import org.hepatica.synthetic.course.Draw;
import org.hepatica.synthetic.course.PartialDate;

/** Blocks of tissue; dates are day/month/year here. */
final class SpecimensExport implements Export {

  @Override
  public Layout layout() {
    return Layout.csv(
        "registry/specimens",
        "MRN",
        "ACCESSION",
        "BLOCK",
        "COLLECTED",
        "REPORTED",
        "TISSUE",
        "TUMOR_SHARE");
  }

  @Override
  public void write(Course course, Draw draw, Rows rows) throws IOException {
    for (Specimen specimen : course.specimens()) {
      rows.record(
          draw,
          course.mrn(),
          specimen.accession(),
          specimen.block(),
          british(specimen.collected()),
          british(specimen.reported()),
          tissue(specimen.site(), draw),
          specimen.tumorShare());
    }
  }

  private static String tissue(String site, Draw draw) {
    return switch (site) {
      case "primary" -> draw.one("PRIMARY", "COLON");
      case "metastasis" -> draw.one("LIVER MET", "METASTASIS");
      default -> "NORMAL LIVER";
    };
  }

  private static String british(LocalDate day) {
    return day == null ? "" : PartialDate.of(day).british();
  }
}
