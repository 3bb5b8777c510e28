package org.hepatica.genomics;

import java.util.ArrayList;
import java.util.List;

/** Annotates genomic alleles at the known codons of a gene, by its own table of codons. */
public final class CodonAnnotator {

  private CodonAnnotator() {}

  /**
   * The variants that an allele is, one a known codon it touches; none when it touches none. A
   * defect when the reference bases are not the gene's: another build, strand or transcript.
   */
  public static Reading<List<Variant>> annotate(
      CodingGene gene, GenomeBuild build, GenomicAllele allele) {
    List<Variant> variants = new ArrayList<>();
    for (KnownCodon codon : gene.codons()) {
      if (!touches(gene, codon, build, allele)) {
        continue;
      }
      if (!allele.hasBases()) {
        return Reading.defect("allele " + allele.alternate() + " is not of bases A, C, G, T");
      }
      if (!referenceAgrees(gene, codon, build, allele)) {
        return Reading.defect(
            "reference allele "
                + allele.reference()
                + " is not "
                + gene.symbol()
                + "'s at "
                + allele.start()
                + " of "
                + build.label());
      }
      variants.add(variant(gene, codon, build, allele));
    }
    return Reading.of(List.copyOf(variants));
  }

  private static boolean touches(
      CodingGene gene, KnownCodon codon, GenomeBuild build, GenomicAllele allele) {
    int lowest = gene.lowest(codon, build);
    int from = allele.isInsertion() ? allele.start() - 1 : allele.start();
    int to = allele.isInsertion() ? allele.start() : allele.end();
    return gene.chromosome().equals(allele.chromosome()) && from <= lowest + 2 && lowest <= to;
  }

  private static boolean referenceAgrees(
      CodingGene gene, KnownCodon codon, GenomeBuild build, GenomicAllele allele) {
    for (int i = 0; i < allele.reference().length(); i++) {
      int index =
          gene.codingPosition(codon, build, allele.start() + i) - codon.firstCodingPosition();
      if (index >= 0
          && index < 3
          && coding(gene, allele.reference().charAt(i)) != codon.bases().charAt(index)) {
        return false;
      }
    }
    return true;
  }

  private static Variant variant(
      CodingGene gene, KnownCodon codon, GenomeBuild build, GenomicAllele allele) {
    String change = codingChange(gene, codon, build, allele);
    if (allele.reference().length() != allele.alternate().length()) {
      return indel(gene, codon, allele, change);
    }
    char[] bases = codon.bases().toCharArray();
    for (int i = 0; i < allele.reference().length(); i++) {
      int index =
          gene.codingPosition(codon, build, allele.start() + i) - codon.firstCodingPosition();
      if (index >= 0 && index < 3) {
        bases[index] = coding(gene, allele.alternate().charAt(i));
      }
    }
    String alternate = AminoAcids.translate(new String(bases));
    return Variant.substitution(
        gene.symbol(), codon.number(), codon.aminoAcid(), alternate, change);
  }

  private static Variant indel(
      CodingGene gene, KnownCodon codon, GenomicAllele allele, String change) {
    boolean inFrame = (allele.reference().length() - allele.alternate().length()) % 3 == 0;
    String kind = allele.isInsertion() ? "ins" : allele.alternate().isEmpty() ? "del" : "delins";
    return new Variant(
        gene.symbol(),
        codon.number(),
        codon.number(),
        codon.aminoAcid(),
        null,
        codon.aminoAcid() + codon.number() + (inFrame ? kind : "fs"),
        change,
        inFrame ? Consequence.IN_FRAME : Consequence.FRAMESHIFT);
  }

  private static String codingChange(
      CodingGene gene, KnownCodon codon, GenomeBuild build, GenomicAllele allele) {
    int one = gene.codingPosition(codon, build, allele.start());
    int other =
        gene.codingPosition(codon, build, allele.isInsertion() ? allele.start() - 1 : allele.end());
    String reference = coding(gene, allele.reference());
    String alternate = coding(gene, allele.alternate());
    int first = Math.min(one, other);
    int last = Math.max(one, other);
    if (reference.length() == 1 && alternate.length() == 1) {
      return "c." + first + reference + ">" + alternate;
    }
    String range = first == last ? "c." + first : "c." + first + "_" + last;
    String deleted = allele.isInsertion() ? "" : "del";
    return range + deleted + (alternate.isEmpty() ? "" : "ins" + alternate);
  }

  private static String coding(CodingGene gene, String bases) {
    return gene.minusStrand() ? Bases.reverseComplement(bases) : bases;
  }

  private static char coding(CodingGene gene, char base) {
    return gene.minusStrand() ? Bases.complement(base) : base;
  }
}
