package org.hepatica.synthetic.write;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.hepatica.synthetic.allele.HotspotAssay;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Draw;
import org.hepatica.synthetic.course.LabTest;
import org.hepatica.synthetic.course.LabTest.Outcome;
import org.hepatica.synthetic.course.LabTest.Platform;

/** Hotspot genotyping: a row an assay and well, controls between the patients' wells. */
final class SequenomExport implements Export {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT);
  private static final double REPLICATED = 0.1;
  private static final double CONTROLS = 0.08;
  private static final String[] NO_CALLS = {"D.Low Probability", "I.Bad Spectrum", "N.No-Alleles"};

  @Override
  public Layout layout() {
    return Layout.csv(
        "sequenom/typer",
        "CUSTOMER",
        "PROJECT",
        "PLATE",
        "EXPERIMENT",
        "CHIP",
        "WELL_POSITION",
        "SAMPLE_ID",
        "ASSAY_ID",
        "GENOTYPE_ID",
        "DESCRIPTION");
  }

  @Override
  public void write(Course course, Draw draw, Rows rows) throws IOException {
    for (LabTest test : course.tests()) {
      if (test.platform() == Platform.SEQUENOM) {
        sample(test, draw, rows);
      }
    }
  }

  private static void sample(LabTest test, Draw draw, Rows rows) throws IOException {
    String plate = "KRAS-" + MONTH.format(test.date());
    int failing = test.outcome() == Outcome.FAILED && draw.chance(0.3) ? 13 : 0;
    for (HotspotAssay assay : HotspotAssay.ALL) {
      if (assay.extended() && !test.extended()) {
        continue;
      }
      boolean failed =
          test.outcome() == Outcome.FAILED && (failing == 0 || assay.codon() == failing);
      int wells = draw.chance(REPLICATED) ? 2 : 1;
      for (int replicate = 0; replicate < wells; replicate++) {
        well(test, assay, failed, plate, draw, rows);
      }
    }
    if (draw.chance(CONTROLS)) {
      String control = draw.one("NTC", "H2O", "BLANK", "NTC2");
      for (HotspotAssay assay : HotspotAssay.ALL.subList(0, 4)) {
        row(plate, control, assay, "", "N.No-Alleles", draw, rows);
      }
    }
  }

  private static void well(
      LabTest test, HotspotAssay assay, boolean failed, String plate, Draw draw, Rows rows)
      throws IOException {
    String sample = test.specimen().accession();
    if (failed) {
      String grade = draw.one(NO_CALLS);
      String genotype = grade.startsWith("D") ? assay.wildType() : draw.one("", "NN");
      row(plate, sample, assay, genotype, grade, draw, rows);
      return;
    }
    String genotype =
        assay.genotype(assay.gene().equals("KRAS") ? test.allele() : Optional.empty());
    String grade = draw.chance(0.8) ? "A.Conservative" : "B.Moderate";
    row(plate, sample, assay, genotype, grade, draw, rows);
  }

  private static void row(
      String plate,
      String sample,
      HotspotAssay assay,
      String genotype,
      String grade,
      Draw draw,
      Rows rows)
      throws IOException {
    String well = "ABCDEFGHIJKLMNOP".charAt(draw.between(0, 15)) + "" + draw.between(1, 24);
    rows.record(
        draw,
        "Surgery",
        "CRLM",
        plate,
        "KRAS hotspots",
        "1",
        well,
        sample,
        assay.name(),
        genotype,
        grade);
  }
}
