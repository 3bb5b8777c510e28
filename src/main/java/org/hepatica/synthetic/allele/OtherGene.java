package org.hepatica.synthetic.allele;

import java.util.List;

/**
 * A common variant of another gene, so that files are not about KRAS alone. GRCh37, plus strand.
 *
 * @param symbol the gene
 * @param entrez its id at NCBI
 * @param chromosome without chr
 * @param position the changed base
 * @param reference its reference
 * @param alternate the variant
 * @param classification MAF's classification
 * @param coding such as c.524G>A
 * @param protein such as R175H
 * @param longProtein such as Arg175His
 * @param share of colorectal tumours that carry it here
 */
public record OtherGene(
    String symbol,
    int entrez,
    String chromosome,
    long position,
    String reference,
    String alternate,
    String classification,
    String coding,
    String protein,
    String longProtein,
    double share) {

  private static final String MISSENSE = "Missense_Mutation";
  private static final String NONSENSE = "Nonsense_Mutation";

  /** By chromosome and position, ascending. */
  public static final List<OtherGene> ALL =
      List.of(
          of("NRAS", 4893, "1", 115256530, "G>T", MISSENSE, "c.181C>A", "Q61K", "Gln61Lys", .03),
          of(
              "PIK3CA",
              5290,
              "3",
              178936091,
              "G>A",
              MISSENSE,
              "c.1633G>A",
              "E545K",
              "Glu545Lys",
              .07),
          of(
              "PIK3CA",
              5290,
              "3",
              178952085,
              "A>G",
              MISSENSE,
              "c.3140A>G",
              "H1047R",
              "His1047Arg",
              .04),
          of("APC", 324, "5", 112173917, "C>T", NONSENSE, "c.2626C>T", "R876*", "Arg876Ter", .2),
          of("APC", 324, "5", 112175639, "C>T", NONSENSE, "c.4348C>T", "R1450*", "Arg1450Ter", .3),
          of("BRAF", 673, "7", 140453136, "A>T", MISSENSE, "c.1799T>A", "V600E", "Val600Glu", .03),
          of("TP53", 7157, "17", 7577120, "C>T", MISSENSE, "c.818G>A", "R273H", "Arg273His", .15),
          of("TP53", 7157, "17", 7577538, "C>T", MISSENSE, "c.743G>A", "R248Q", "Arg248Gln", .15),
          of("TP53", 7157, "17", 7578406, "C>T", MISSENSE, "c.524G>A", "R175H", "Arg175His", .2));

  private static OtherGene of(
      String symbol,
      int entrez,
      String chromosome,
      long position,
      String bases,
      String classification,
      String coding,
      String protein,
      String longProtein,
      double share) {
    return new OtherGene(
        symbol,
        entrez,
        chromosome,
        position,
        bases.substring(0, 1),
        bases.substring(2),
        classification,
        coding,
        protein,
        longProtein,
        share);
  }
}
