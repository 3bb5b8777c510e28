package org.hepatica.synthetic.write;

import java.io.IOException;
import java.time.LocalDate;
import org.hepatica.synthetic.allele.Allele;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Draw;
import org.hepatica.synthetic.course.LabTest;
import org.hepatica.synthetic.course.LabTest.Outcome;
import org.hepatica.synthetic.course.LabTest.Platform;
import org.hepatica.synthetic.course.PartialDate;

/** The sequencing laboratory's table of reports, in words. */
final class SangerExport implements Export {

  private static final double REPEATED = 0.06;
  private static final int EXON_TWO_ENDS = 37;
  private static final int EXON_THREE_ENDS = 96;

  @Override
  public Layout layout() {
    return Layout.csv(
        "sanger/reports", "SAMPLE_ID", "GENE", "REGION", "RESULT", "REPORT_DATE", "COMMENT");
  }

  @Override
  public void write(Course course, Draw draw, Rows rows) throws IOException {
    for (LabTest test : course.tests()) {
      if (test.platform() == Platform.SANGER) {
        report(test, draw, rows);
      }
    }
  }

  private static void report(LabTest test, Draw draw, Rows rows) throws IOException {
    String gene = draw.one("KRAS", "KRAS", "K-RAS", "KRAS2", "Ki-ras");
    String region = region(test, draw);
    if (test.outcome() != Outcome.FAILED && draw.chance(REPEATED)) {
      row(test, gene, region, "failed", test.date().minusDays(7), draw, rows);
    }
    row(test, gene, region, result(test, draw), test.date(), draw, rows);
  }

  private static void row(
      LabTest test, String gene, String region, String result, LocalDate date, Draw draw, Rows rows)
      throws IOException {
    String comment =
        draw.one("", "", "Macrodissected, adequate", "Reviewed; see \"addendum\"", "2 runs");
    String sample = test.specimen().accession();
    rows.record(draw, sample, gene, region, result, PartialDate.of(date).british(), comment);
  }

  private static String region(LabTest test, Draw draw) {
    int codon = test.allele().map(Allele::codon).orElse(0);
    if (codon > EXON_THREE_ENDS) {
      return "exons 2-4";
    }
    if (codon > EXON_TWO_ENDS || test.extended()) {
      return "exons 2-3";
    }
    return draw.one("exon 2", "codons 12, 13", "codon 12-13");
  }

  private static String result(LabTest test, Draw draw) {
    if (test.outcome() == Outcome.FAILED) {
      return draw.one("failed", "insufficient tumor", "equivocal");
    }
    if (test.allele().isEmpty()) {
      return draw.one("no mutation detected", "WT", "wild type");
    }
    Allele allele = test.allele().get();
    String full = allele.coding() + " (p." + allele.longProtein() + ")";
    return draw.one(
        full, full, "p." + allele.protein(), allele.protein(), "KRAS " + allele.protein());
  }
}
