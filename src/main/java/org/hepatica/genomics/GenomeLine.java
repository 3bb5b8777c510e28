package org.hepatica.genomics;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One line of a whole-genome file for one sample. */
final class GenomeLine {

  /** Of an allele: no line has more than 4 digits of them. */
  private static final String NUMBER = "\\d{1,4}";

  private final GenePolicy policy;
  private final CodingGene gene;
  private final GenomeBuild build;
  private final Observation row;

  GenomeLine(GenePolicy policy, CodingGene gene, GenomeBuild build, Observation row) {
    this.policy = policy;
    this.gene = gene;
    this.build = build;
    this.row = row;
  }

  /** Coding positions of known codons that the line shows to have been read well enough. */
  Set<Integer> coveredCodingPositions() {
    Integer start = row.number("POS");
    if (start == null || !isEvidence()) {
      return Set.of();
    }
    int end = row.number("END") != null ? row.number("END") : start + row.cell("REF").length() - 1;
    Set<Integer> positions = new HashSet<>();
    if (!gene.chromosome().equals(Bases.chromosome(row.cell("CHROM")))) {
      return positions;
    }
    for (KnownCodon codon : gene.codons()) {
      int lowest = gene.lowest(codon, build);
      for (int p = Math.max(start, lowest); p <= Math.min(end, lowest + 2); p++) {
        positions.add(gene.codingPosition(codon, build, p));
      }
    }
    return positions;
  }

  private boolean isEvidence() {
    if (row.cell(GenomeSample.KIND).equals("region")) {
      return true;
    }
    Integer depth = row.number("MIN_DP") != null ? row.number("MIN_DP") : row.number("DP");
    boolean deep = depth == null || depth >= policy.minAlternateReads();
    return passes() && deep && !row.cell("GT").contains(".") && !indices().isEmpty();
  }

  private boolean passes() {
    return row.known("FILTER").isEmpty() || row.known("FILTER").equalsIgnoreCase("PASS");
  }

  /** Adds the calls of the sample's alternate alleles. */
  void calls(List<Call> calls, List<Defect> defects) {
    if (!row.cell(GenomeSample.KIND).equals("variant")) {
      return;
    }
    String[] alternates = row.cell("ALT").split(",");
    if (namesNoAllele(row.cell("GT"), alternates.length)) {
      String why = "its genotype names an allele that the line has not";
      calls.add(Call.unreadable(policy.symbol(), why, row.origin()));
    }
    Set<Integer> inNormal = indices(row.cell(GenomeSample.NORMAL_GENOTYPE));
    for (int index : indices()) {
      if (index > 0 && index <= alternates.length && isSequence(alternates[index - 1])) {
        call(index, alternates[index - 1], inNormal.contains(index), calls, defects);
      }
    }
  }

  private void call(
      int index, String alternate, boolean germline, List<Call> calls, List<Defect> defects) {
    CallSupport support = support(index).asGermline(germline);
    Integer start = row.number("POS");
    Reading<List<Variant>> reading =
        start == null
            ? Reading.defect("POS is not a number")
            : CodonAnnotator.annotate(
                gene,
                build,
                GenomicAllele.ofVcf(row.cell("CHROM"), start, row.cell("REF"), alternate));
    if (!reading.isReadable()) {
      calls.add(Call.unreadable(policy.symbol(), reading.defect(), row.origin()));
      defects.add(
          new Defect(
              row.origin(),
              "unreadable-variant",
              "ALT",
              alternate,
              reading.defect() + "; check the file's build"));
      return;
    }
    String doubt =
        StatedEffect.contradiction(
            policy.gene(),
            row.cell(GenomeSample.EFFECTS),
            row.cell("REF"),
            alternate,
            reading.value());
    for (Variant variant : reading.value()) {
      calls.add(policy.judge(variant, support.inDoubt(doubt), row.origin()));
    }
  }

  private CallSupport support(int index) {
    String[] depths = row.known("AD").split(",");
    String filter = row.known("FILTER");
    if (depths.length <= index) {
      return CallSupport.ofReads("", filter, null, null);
    }
    try {
      int all = 0;
      for (String depth : depths) {
        all += Integer.parseInt(depth);
      }
      int alternate = Integer.parseInt(depths[index]);
      return CallSupport.ofReads("", filter, alternate, all - alternate);
    } catch (NumberFormatException e) {
      return CallSupport.ofReads("", filter, null, null);
    }
  }

  /** Alleles of the genotype; of a tumour column without genotypes, every alternate. */
  private Set<Integer> indices() {
    if (row.cells().get("GT") == null && row.cell(GenomeSample.KIND).equals("variant")) {
      Set<Integer> all = new HashSet<>();
      for (int i = 1; i <= row.cell("ALT").split(",").length; i++) {
        all.add(i);
      }
      return all;
    }
    return indices(row.cell("GT"));
  }

  /** Whether a part of a genotype is neither missing nor the number of an allele. */
  private static boolean namesNoAllele(String genotype, int alternates) {
    if (genotype.isEmpty()) {
      return false;
    }
    for (String part : genotype.split("[/|]", -1)) {
      boolean missing = part.equals(".");
      boolean known = part.matches(NUMBER) && Integer.parseInt(part) <= alternates;
      if (!missing && !known) {
        return true;
      }
    }
    return false;
  }

  /** Allele numbers of a genotype; missing ones are left out. */
  private static Set<Integer> indices(String genotype) {
    Set<Integer> indices = new HashSet<>();
    for (String part : genotype.split("[/|]")) {
      if (part.matches(NUMBER)) {
        indices.add(Integer.valueOf(part));
      }
    }
    return indices;
  }

  private static boolean isSequence(String alternate) {
    return !alternate.equals("*") && !alternate.equals(".") && !alternate.startsWith("<NON_REF");
  }
}
