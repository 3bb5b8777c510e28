package org.hepatica.genomics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the variants of one MAF row: by its genomic alleles, and by its HGVS texts. */
final class MafVariants {

  private static final List<String> TEXTS =
      List.of(
          "HGVSp_Short", "HGVSp", "Protein_Change", "Amino_Acid_Change", "HGVSc", "cDNA_Change");

  private final GenePolicy policy;
  private final GenomeBuild defaultBuild;

  MafVariants(GenePolicy policy, GenomeBuild defaultBuild) {
    this.policy = policy;
    this.defaultBuild = defaultBuild;
  }

  /**
   * The row's variants, of which each evidence confirms the other; or why it cannot be read. A
   * contradiction of alleles and text leaves the text's variants with a doubt.
   */
  MafReading read(Observation row) {
    Reading<List<Variant>> genomic = genomic(row);
    VariantText text = text(row);
    Consequence stated = stated(row);
    if (text == null) {
      return withoutText(row, genomic, stated);
    }
    if (!text.defects().isEmpty()) {
      return genomic.isReadable() && !genomic.value().isEmpty()
          ? new MafReading(genomic.value(), null, null)
          : MafReading.defect(String.join("; ", text.defects()));
    }
    List<Variant> written = text.variants();
    if (!genomic.isReadable()) {
      return new MafReading(written, genomic.defect(), null);
    }
    return compare(row, genomic.value(), written);
  }

  /** What the row says of its effect: by MAF's words, else by the terms of its Consequence. */
  private static Consequence stated(Observation row) {
    Consequence classified = Consequence.ofClassification(row.known("Variant_Classification"));
    return classified == Consequence.UNKNOWN
        ? Consequence.ofTerms(row.known("Consequence"))
        : classified;
  }

  private MafReading withoutText(
      Observation row, Reading<List<Variant>> genomic, Consequence stated) {
    if (!genomic.isReadable()) {
      return MafReading.defect(genomic.defect());
    }
    if (!genomic.value().isEmpty()) {
      return new MafReading(genomic.value(), null, null);
    }
    GenomeBuild other = buildOfItsPlace(row);
    if (other != null && stated.changesProtein()) {
      return MafReading.defect(
          "its position is no codon's in %s, but one in %s"
              .formatted(build(row).label(), other.label()));
    }
    boolean elsewhere = isPlaced(row);
    if (elsewhere || !stated.changesProtein() || stated == Consequence.SPLICE) {
      Consequence consequence = stated.changesProtein() ? Consequence.SPLICE : stated;
      return new MafReading(
          List.of(Variant.touching(policy.symbol(), 0, 0, null, consequence)), null, null);
    }
    return MafReading.defect("the row has neither readable alleles nor HGVS text");
  }

  private MafReading compare(Observation row, List<Variant> genomic, List<Variant> written) {
    if (!isPlaced(row)) {
      return new MafReading(written, null, null);
    }
    if (genomic.isEmpty()) {
      boolean atKnown = written.stream().anyMatch(this::atKnownCodon);
      return new MafReading(
          written,
          atKnown ? "its position is not that codon's in " + build(row).label() : null,
          null);
    }
    boolean substitutions =
        genomic.stream().allMatch(v -> v.alternate() != null)
            && written.stream().allMatch(v -> v.alternate() != null);
    boolean agree = written.stream().allMatch(w -> genomic.stream().anyMatch(g -> g.agreesWith(w)));
    return new MafReading(
        agree && substitutions ? genomic : withCoding(written, genomic),
        agree ? null : "its alleles read " + names(genomic) + ", its text " + names(written),
        null);
  }

  private static List<Variant> withCoding(List<Variant> written, List<Variant> genomic) {
    List<Variant> result = new ArrayList<>();
    for (Variant variant : written) {
      result.add(
          variant.codingChange() == null
              ? variant.withCodingChange(genomic.get(0).codingChange())
              : variant);
    }
    return result;
  }

  private boolean atKnownCodon(Variant variant) {
    return policy
        .gene()
        .known()
        .map(gene -> gene.codons().stream().anyMatch(c -> variant.touches(c.number())))
        .orElse(false);
  }

  private boolean isPlaced(Observation row) {
    return allele(row).isPresent() && build(row) != null && policy.gene().known().isPresent();
  }

  /** Another build than the row's in which its alleles lie at a codon of the gene, or null. */
  private GenomeBuild buildOfItsPlace(Observation row) {
    if (!isPlaced(row)) {
      return null;
    }
    CodingGene gene = policy.gene().known().orElseThrow();
    for (GenomeBuild other : GenomeBuild.values()) {
      Reading<List<Variant>> there =
          CodonAnnotator.annotate(gene, other, allele(row).orElseThrow());
      if (other != build(row) && there.isReadable() && !there.value().isEmpty()) {
        return other;
      }
    }
    return null;
  }

  private Reading<List<Variant>> genomic(Observation row) {
    Optional<CodingGene> gene = policy.gene().known();
    Optional<GenomicAllele> allele = allele(row);
    if (gene.isEmpty() || allele.isEmpty() || build(row) == null) {
      return Reading.of(List.of());
    }
    return CodonAnnotator.annotate(gene.get(), build(row), allele.get());
  }

  private GenomeBuild build(Observation row) {
    String stated = row.known("NCBI_Build");
    return stated.isEmpty() ? defaultBuild : GenomeBuild.of(stated).orElse(null);
  }

  private static Optional<GenomicAllele> allele(Observation row) {
    String reference = row.known("Reference_Allele");
    String alternate = row.known("Tumor_Seq_Allele2");
    if (alternate.isEmpty() || alternate.equals(reference)) {
      alternate = row.known("Tumor_Seq_Allele1");
    }
    Integer start = row.number("Start_Position");
    if (start == null
        || reference.isEmpty()
        || alternate.isEmpty()
        || alternate.equals(reference)
        || row.known("Chromosome").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        GenomicAllele.ofMaf(
            row.cell("Chromosome"), start, row.cell("Strand"), reference, alternate));
  }

  private VariantText text(Observation row) {
    for (String column : TEXTS) {
      if (!row.known(column).isEmpty()) {
        return VariantText.readCell(policy.gene(), row.known(column));
      }
    }
    return null;
  }

  private static List<String> names(List<Variant> variants) {
    return variants.stream().map(Variant::name).toList();
  }

  /**
   * A row's reading.
   *
   * @param variants what it says
   * @param doubt why they are not accepted, or null
   * @param defect why nothing can be read, or null
   */
  record MafReading(List<Variant> variants, String doubt, String defect) {
    static MafReading defect(String why) {
      return new MafReading(List.of(), null, why);
    }
  }
}
