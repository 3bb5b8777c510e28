package org.hepatica.genomics;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Genes as the tests know them, apart from the configuration. */
public final class Genes {

  public static final CodingGene KRAS =
      new CodingGene(
          "KRAS",
          3845,
          "12",
          true,
          List.of(
              new KnownCodon(12, "GGT", 25398285, 25245351),
              new KnownCodon(13, "GGC", 25398282, 25245348),
              new KnownCodon(59, "GCA", 25380283, 25227349),
              new KnownCodon(61, "CAA", 25380277, 25227343),
              new KnownCodon(117, "AAA", 25378649, 25225715),
              new KnownCodon(146, "GCA", 25378562, 25225628)),
          Map.of(
              2, new CodingGene.CodonRange(1, 37),
              3, new CodingGene.CodonRange(38, 97),
              4, new CodingGene.CodonRange(97, 150)));

  /** Extended RAS codons of KRAS, 12 and 13 required, any mutation wins. */
  public static GenePolicy kras() {
    return new GenePolicy(
        Gene.of("KRAS", List.of("K-RAS", "KRAS2", "Ki-ras")).at(KRAS),
        Set.of(12, 13, 59, 61, 117, 146),
        Set.of(12, 13),
        ConflictRule.ANY_MUTATED,
        List.of(),
        Set.of("SOMATIC", "UNKNOWN", ""),
        5,
        0.02,
        Set.of("A", "B"),
        Set.of());
  }

  /** V600E of BRAF, read by texts alone. */
  static GenePolicy v600e() {
    return new GenePolicy(
        Gene.of("BRAF", List.of("B-RAF")),
        Set.of(600),
        Set.of(600),
        ConflictRule.ANY_MUTATED,
        List.of(),
        Set.of("SOMATIC", "UNKNOWN", ""),
        5,
        0.02,
        Set.of("A", "B"),
        Set.of("V600E"));
  }

  private Genes() {}
}
