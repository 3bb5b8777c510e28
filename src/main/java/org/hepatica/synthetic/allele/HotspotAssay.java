package org.hepatica.synthetic.allele;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An assay of the laboratory's Sequenom panel, as its dictionary in the centre's configuration says
 * too.
 *
 * @param name the laboratory's name
 * @param gene symbol
 * @param codon the codon
 * @param wildType reported wild-type base
 * @param alleles reported base by coding change
 * @param extended only on the second panel of the laboratory
 */
public record HotspotAssay(
    String name,
    String gene,
    int codon,
    String wildType,
    Map<String, String> alleles,
    boolean extended) {

  /** The plate: codons 12 and 13, on the second panel 61 and BRAF too. */
  public static final List<HotspotAssay> ALL =
      List.of(
          kras("KRAS_G12_34", 12, "G", false, "c.34G>T", "T", "c.34G>A", "A", "c.34G>C", "C"),
          kras("KRAS_G12_35", 12, "G", false, "c.35G>A", "A", "c.35G>C", "C", "c.35G>T", "T"),
          kras("KRAS_G13_37", 13, "G", false, "c.37G>T", "T", "c.37G>A", "A", "c.37G>C", "C"),
          kras("KRAS_G13_38", 13, "G", false, "c.38G>A", "A", "c.38G>T", "T", "c.38G>C", "C"),
          kras("KRAS_Q61_181", 61, "C", true, "c.181C>A", "A", "c.181C>G", "G"),
          kras("KRAS_Q61_182", 61, "A", true, "c.182A>T", "T", "c.182A>G", "G", "c.182A>C", "C"),
          kras("KRAS_Q61_183_REV", 61, "T", true, "c.183A>C", "G", "c.183A>T", "A"),
          new HotspotAssay("BRAF_V600_1799", "BRAF", 600, "T", Map.of("c.1799T>A", "A"), true));

  private static HotspotAssay kras(
      String name, int codon, String wildType, boolean extended, String... alleles) {
    Map<String, String> byCoding =
        alleles.length == 4
            ? Map.of(alleles[0], alleles[1], alleles[2], alleles[3])
            : Map.of(alleles[0], alleles[1], alleles[2], alleles[3], alleles[4], alleles[5]);
    return new HotspotAssay(name, "KRAS", codon, wildType, byCoding, extended);
  }

  /** Whether some assay of the plate shows the change. */
  public static boolean shows(Allele allele) {
    return ALL.stream().anyMatch(assay -> assay.alleles.containsKey(allele.coding()));
  }

  /**
   * What a heterozygous tumour reads here: the wild-type base, and the variant's where it shows.
   */
  public String genotype(Optional<Allele> allele) {
    return wildType + allele.map(one -> alleles.getOrDefault(one.coding(), "")).orElse("");
  }
}
