package org.hepatica.genomics;

import java.util.ArrayList;
import java.util.List;

/**
 * What an annotator beside us made of an allele of a genome's line.
 *
 * @param allele as the annotator writes it: VEP without the base that alleles of different lengths
 *     have in common
 * @param symbol of the gene
 * @param proteinChange in HGVS; empty where there is none
 */
record StatedEffect(String allele, String symbol, String proteinChange) {

  /** Those of a cell of {@link GenomeSample#EFFECTS}. */
  static List<StatedEffect> of(String cell) {
    List<StatedEffect> effects = new ArrayList<>();
    for (String entry : cell.split(",")) {
      String[] fields = entry.split("\\|", -1);
      if (fields.length == 4) {
        effects.add(new StatedEffect(fields[0], fields[1], fields[3]));
      }
    }
    return effects;
  }

  /**
   * Why an allele's reading is in doubt, or null: the annotator names changes of the gene's protein
   * for it, and none of them is one of ours. One transcript that agrees is enough, for others may
   * be numbered otherwise; changes of the coding sequence are not compared, for that reason.
   *
   * @param placed what the allele reads as by its place
   */
  static String contradiction(
      Gene gene, String cell, String reference, String alternate, List<Variant> placed) {
    List<String> others = new ArrayList<>();
    for (StatedEffect effect : of(cell)) {
      if (gene.names(effect.symbol) && effect.isOf(reference, alternate)) {
        for (Variant written : effect.variants(gene)) {
          if (placed.stream().anyMatch(variant -> variant.agreesWith(written))) {
            return null;
          }
          others.add(written.name());
        }
      }
    }
    List<String> ours = placed.stream().map(Variant::name).toList();
    return others.isEmpty() || placed.isEmpty()
        ? null
        : "its alleles read " + ours + ", its annotation " + others.stream().distinct().toList();
  }

  private boolean isOf(String reference, String alternate) {
    boolean trimmed =
        reference.length() != alternate.length()
            && !alternate.isEmpty()
            && allele.equals(alternate.length() == 1 ? "-" : alternate.substring(1));
    return trimmed || allele.equalsIgnoreCase(alternate);
  }

  private List<Variant> variants(Gene gene) {
    String text = proteinChange.substring(proteinChange.lastIndexOf(':') + 1).replace("%3D", "=");
    return text.isEmpty() ? List.of() : VariantText.read(gene, text).variants();
  }
}
