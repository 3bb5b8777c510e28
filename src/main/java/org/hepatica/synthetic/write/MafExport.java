package org.hepatica.synthetic.write;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hepatica.synthetic.allele.Allele;
import org.hepatica.synthetic.allele.KrasGene;
import org.hepatica.synthetic.allele.OtherGene;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Courses;
import org.hepatica.synthetic.course.Draw;
import org.hepatica.synthetic.course.LabTest.Outcome;

/** Mutations of the hybrid-capture platform, as MAF. */
final class MafExport extends ImpactExport {

  private static final String TRANSCRIPT = "ENST00000256078.4:";
  private static final String MISSENSE = "Missense_Mutation";
  private static final double SILENT = 0.01;
  private static final double GERMLINE = 0.02;
  private static final double HETEROGENEOUS = 0.1;

  MafExport(Courses courses) {
    super(
        courses,
        Layout.tabs(
            "impact/data_mutations",
            List.of("#version 2.4"),
            "Hugo_Symbol",
            "Entrez_Gene_Id",
            "Center",
            "NCBI_Build",
            "Chromosome",
            "Start_Position",
            "End_Position",
            "Strand",
            "Consequence",
            "Variant_Classification",
            "Variant_Type",
            "Reference_Allele",
            "Tumor_Seq_Allele1",
            "Tumor_Seq_Allele2",
            "Tumor_Sample_Barcode",
            "Matched_Norm_Sample_Barcode",
            "Mutation_Status",
            "t_ref_count",
            "t_alt_count",
            "n_ref_count",
            "n_alt_count",
            "HGVSc",
            "HGVSp",
            "HGVSp_Short",
            "Codons"));
  }

  @Override
  void write(Course course, List<ImpactSample> samples, Draw draw, Rows rows) throws IOException {
    boolean first = true;
    for (ImpactSample sample : samples) {
      if (sample.sequenced()) {
        kras(sample, first, draw, rows);
        others(sample, draw, rows);
      }
      first = false;
    }
  }

  /** The planted variant; a second sample of the patient may lack it. */
  private static void kras(ImpactSample sample, boolean first, Draw draw, Rows rows)
      throws IOException {
    Optional<Allele> allele = sample.test().allele();
    if (allele.isPresent() && (first || !draw.chance(HETEROGENEOUS))) {
      boolean weak = sample.test().outcome() == Outcome.WEAK;
      String status = draw.chance(0.15) ? draw.one("UNKNOWN", "") : "SOMATIC";
      kras(sample, allele.get(), MISSENSE, status, reads(weak, draw), draw, rows);
    }
    if (draw.chance(SILENT)) {
      kras(sample, KrasGene.SILENT, "Silent", "SOMATIC", reads(false, draw), draw, rows);
    }
  }

  private static int reads(boolean weak, Draw draw) {
    return weak ? draw.between(1, 3) : draw.between(40, 180);
  }

  private static void kras(
      ImpactSample sample,
      Allele allele,
      String classification,
      String status,
      int reads,
      Draw draw,
      Rows rows)
      throws IOException {
    row(
        sample,
        new String[] {
          "KRAS",
          draw.chance(0.5) ? "3845" : "0",
          "12",
          String.valueOf(allele.start()),
          String.valueOf(allele.end()),
          classification,
          allele.type(),
          allele.reference(),
          allele.alternate(),
          TRANSCRIPT + allele.coding(),
          "p." + allele.longProtein(),
          "p." + allele.protein(),
          allele.codons()
        },
        status,
        reads,
        draw,
        rows);
  }

  private static void others(ImpactSample sample, Draw draw, Rows rows) throws IOException {
    for (OtherGene gene : OtherGene.ALL) {
      if (draw.chance(gene.share())) {
        String position = String.valueOf(gene.position());
        String[] what = {
          gene.symbol(),
          String.valueOf(gene.entrez()),
          gene.chromosome(),
          position,
          position,
          gene.classification(),
          "SNP",
          gene.reference(),
          gene.alternate(),
          gene.coding(),
          "p." + gene.longProtein(),
          "p." + gene.protein(),
          ""
        };
        String status = draw.chance(GERMLINE) ? "GERMLINE" : "SOMATIC";
        row(sample, what, status, reads(false, draw), draw, rows);
      }
    }
  }

  private static void row(
      ImpactSample sample, String[] what, String status, int reads, Draw draw, Rows rows)
      throws IOException {
    rows.record(
        draw,
        what[0],
        what[1],
        "synthetic",
        "GRCh37",
        what[2],
        what[3],
        what[4],
        "+",
        consequence(what[5]),
        what[5],
        what[6],
        what[7],
        what[7],
        what[8],
        sample.id(),
        draw.chance(0.3) ? "" : sample.normal(),
        status,
        String.valueOf(draw.between(200, 500)),
        String.valueOf(reads),
        String.valueOf(draw.between(150, 400)),
        "0",
        what[9],
        what[10],
        what[11],
        what[12]);
  }

  private static String consequence(String classification) {
    return switch (classification) {
      case MISSENSE -> "missense_variant";
      case "Silent" -> "synonymous_variant";
      default -> "stop_gained";
    };
  }
}
