package org.hepatica.synthetic.write;

import java.util.Map;
import java.util.TreeMap;
import org.hepatica.synthetic.allele.Allele;
import org.hepatica.synthetic.allele.KrasGene;
import org.hepatica.synthetic.allele.KrasGene.Stretch;
import org.hepatica.synthetic.allele.OtherGene;
import org.hepatica.synthetic.course.Draw;
import org.hepatica.synthetic.course.LabTest;
import org.hepatica.synthetic.course.LabTest.Outcome;

/** The text of a genome's VCF: GRCh37, tumour and normal, reference blocks over KRAS. */
final class GenomeText {

  private static final long[] LENGTHS = {
    249250621, 243199373, 198022430, 191154276, 180915260, 171115067, 159138663, 146364022,
    141213431, 135534747, 135006516, 133851895, 115169878, 107349540, 102531392, 90354753,
    81195210, 78077248, 59128983, 63025520, 48129895, 51304566
  };
  private static final int KRAS_CHROMOSOME = 12;
  private static final String NON_REFERENCE = "<NON_REF>";
  private static final double FILTERED = 0.15;

  private final String tumor;
  private final String normal;
  private final LabTest test;
  private final Draw draw;
  private final boolean tumorFirst;

  /** Lines by chromosome and position. */
  private final Map<Long, String> lines = new TreeMap<>();

  GenomeText(String tumor, LabTest test, Draw draw) {
    this.tumor = tumor;
    this.normal = tumor.replaceAll("T$", "N");
    this.test = test;
    this.draw = draw;
    this.tumorFirst = draw.chance(0.5);
  }

  String text() {
    for (OtherGene gene : OtherGene.ALL) {
      if (draw.chance(gene.share())) {
        int chromosome = Integer.parseInt(gene.chromosome());
        variant(
            chromosome, gene.position(), gene.reference(), gene.alternate(), draw.chance(FILTERED));
      }
    }
    for (Stretch stretch : KrasGene.STRETCHES) {
      cover(stretch);
    }
    return header() + String.join("", lines.values());
  }

  private void cover(Stretch stretch) {
    Allele allele = test.allele().orElse(null);
    if (allele == null || allele.start() < stretch.start() || allele.start() > stretch.end()) {
      block(stretch, stretch.start(), stretch.end());
      return;
    }
    block(stretch, stretch.start(), allele.start() - 1);
    boolean weak = test.outcome() == Outcome.WEAK;
    variant(KRAS_CHROMOSOME, allele.start(), allele.reference(), allele.alternate(), weak);
    block(stretch, allele.end() + 1, stretch.end());
  }

  private void block(Stretch stretch, long from, long to) {
    if (from > to) {
      return;
    }
    String tumorCell = "0/0:" + draw.between(55, 80) + ":" + draw.between(45, 54);
    String normalCell = "0/0:" + draw.between(30, 45) + ":" + draw.between(22, 29);
    String reference = String.valueOf(stretch.base(from));
    String[] site = {reference, NON_REFERENCE, "PASS", "END=" + to, "GT:DP:MIN_DP"};
    add(KRAS_CHROMOSOME, from, site, tumorCell, normalCell);
  }

  private void variant(int chromosome, long at, String ref, String alt, boolean filtered) {
    boolean blocks = chromosome == KRAS_CHROMOSOME && draw.chance(0.5);
    String filter = filtered ? "weak_evidence" : "PASS";
    int reads = filtered ? draw.between(2, 4) : draw.between(15, 35);
    int rest = draw.between(30, 45);
    String third = blocks ? ",0" : "";
    String tumorCell = "0/1:" + rest + "," + reads + third + ":" + (rest + reads);
    int depth = draw.between(28, 40);
    String normalCell = "0/0:" + depth + ",0" + third + ":" + depth;
    String alternate = blocks ? alt + "," + NON_REFERENCE : alt;
    add(
        chromosome,
        at,
        new String[] {ref, alternate, filter, "DP=" + (rest + reads + depth), "GT:AD:DP"},
        tumorCell,
        normalCell);
  }

  private void add(int chromosome, long at, String[] site, String tumorCell, String normalCell) {
    String cells = tumorFirst ? tumorCell + "\t" + normalCell : normalCell + "\t" + tumorCell;
    String start = chromosome + "\t" + at + "\t.\t" + site[0] + "\t" + site[1] + "\t.\t";
    String line = start + site[2] + "\t" + site[3] + "\t" + site[4] + "\t" + cells + "\n";
    lines.put(chromosome * 1_000_000_000L + at, line);
  }

  private String header() {
    StringBuilder text = new StringBuilder("##fileformat=VCFv4.2\n");
    text.append("##FILTER=<ID=PASS,Description=\"All filters passed\">\n")
        .append("##FILTER=<ID=weak_evidence,Description=\"Too little evidence\">\n")
        .append("##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n")
        .append("##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"Reads by allele\">\n")
        .append("##FORMAT=<ID=DP,Number=1,Type=Integer,Description=\"Reads\">\n")
        .append("##FORMAT=<ID=MIN_DP,Number=1,Type=Integer,Description=\"Fewest reads\">\n")
        .append("##INFO=<ID=DP,Number=1,Type=Integer,Description=\"Reads\">\n")
        .append("##INFO=<ID=END,Number=1,Type=Integer,Description=\"Last position\">\n")
        .append("##ALT=<ID=NON_REF,Description=\"Any other allele\">\n");
    for (int chromosome = 1; chromosome <= LENGTHS.length; chromosome++) {
      text.append("##contig=<ID=").append(chromosome).append(",length=");
      text.append(LENGTHS[chromosome - 1]).append(",assembly=GRCh37>\n");
    }
    text.append("##reference=GRCh37\n##tumor_sample=").append(tumor);
    text.append("\n##normal_sample=").append(normal);
    String samples = tumorFirst ? tumor + "\t" + normal : normal + "\t" + tumor;
    return text.append("\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t")
        .append(samples)
        .append('\n')
        .toString();
  }
}
