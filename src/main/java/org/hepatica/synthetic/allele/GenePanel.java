package org.hepatica.synthetic.allele;

import java.util.List;

/**
 * A hybrid-capture panel with an excerpt of its genes.
 *
 * @param id stable id
 * @param suffix end of the barcodes of its samples
 * @param genes symbols
 */
public record GenePanel(String id, String suffix, List<String> genes) {

  private static final List<String> FIRST =
      List.of(
          "AKT1", "APC", "ARID1A", "ATM", "BRAF", "BRCA1", "BRCA2", "CDKN2A", "CTNNB1", "EGFR",
          "ERBB2", "FBXW7", "GNAS", "HRAS", "KRAS", "MAP2K1", "MLH1", "MSH2", "MSH6", "NRAS",
          "PIK3CA", "PMS2", "POLE", "PTEN", "SMAD2", "SMAD4", "TCF7L2", "TP53");

  /** The panels that the centre's samples were sequenced on. */
  public static final List<GenePanel> ALL =
      List.of(
          new GenePanel("IMPACT341", "IM3", FIRST),
          new GenePanel("IMPACT410", "IM5", plus("B2M", "NCOR1", "RECQL", "UPF1")));

  private static List<String> plus(String... more) {
    return java.util.stream.Stream.concat(FIRST.stream(), java.util.Arrays.stream(more)).toList();
  }
}
