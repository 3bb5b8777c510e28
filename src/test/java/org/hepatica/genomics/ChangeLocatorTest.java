package org.hepatica.genomics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeLocatorTest {

  /** On the plus strand; its places are those of the two published builds. */
  private static final CodingGene PLUS =
      new CodingGene(
          "PLUS", 1, "4", false, List.of(new KnownCodon(5, "ATG", 1000, 2000)), java.util.Map.of());

  @ParameterizedTest
  @CsvSource({
    "GRCH37, c.35G>A, 25398284, C, T",
    "GRCH38, c.35G>A, 25245350, C, T",
    "GRCH37, c.38G>A, 25398281, C, T",
    "GRCH37, c.183A>C, 25380275, T, G",
    "GRCH37, c.436G>A, 25378562, C, T",
    "GRCH37, c.34_35delinsTT, 25398284, CC, AA",
    // over the border of codons 12 and 13, which lie beside each other
    "GRCH37, c.36_37delinsAT, 25398282, CA, AT",
    "GRCH37, c.36_38del, 25398281, CCA, ''",
    "GRCH37, c.35del, 25398284, C, ''",
    "GRCH37, c.34_35insT, 25398285, '', A",
    "GRCH37, c.34_36dup, 25398283, '', ACC"
  })
  void aChangeOfTheMinusStrandLiesOnThePlusStrand(
      GenomeBuild build, String change, int start, String reference, String alternate) {
    assertThat(new ChangeLocator(Genes.KRAS, build).locate(change))
        .contains(new GenomicAllele("12", start, reference, alternate));
  }

  @ParameterizedTest
  @CsvSource({
    "GRCH37, c.14T>C, 1001, T, C",
    "GRCH38, c.13_14delinsGG, 2000, AT, GG",
    "GRCH37, c.14_15insCC, 1002, '', CC"
  })
  void andOneOfThePlusStrandAsItIs(
      GenomeBuild build, String change, int start, String reference, String alternate) {
    assertThat(new ChangeLocator(PLUS, build).locate(change))
        .contains(new GenomicAllele("4", start, reference, alternate));
  }

  @ParameterizedTest
  @EnumSource(GenomeBuild.class)
  void everySubstitutionAtAKnownCodonIsAnnotatedAsItWas(GenomeBuild build) {
    ChangeLocator locator = new ChangeLocator(Genes.KRAS, build);
    int seen = 0;
    for (KnownCodon codon : Genes.KRAS.codons()) {
      for (int i = 0; i < 3; i++) {
        char base = codon.bases().charAt(i);
        for (char other : "ACGT".replace(String.valueOf(base), "").toCharArray()) {
          String change = "c." + (codon.firstCodingPosition() + i) + base + ">" + other;
          Optional<GenomicAllele> allele = locator.locate(change);
          assertThat(allele).isPresent();
          assertThat(CodonAnnotator.annotate(Genes.KRAS, build, allele.get()).value())
              .singleElement()
              .satisfies(variant -> assertThat(variant.codingChange()).isEqualTo(change));
          seen++;
        }
      }
    }
    assertThat(seen).isEqualTo(6 * 9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c.35C>A", // another base than KRAS has
        "c.40G>A", // codon 14 is not known
        "c.39_40del",
        "c.39_40insA",
        "c.39dup",
        "c.39_175del", // in two pieces on the genome
        "c.34_36insT",
        "c.35=",
        "p.G12D",
        ""
      })
  void whatCannotBeKnownHasNoPlace(String change) {
    assertThat(new ChangeLocator(Genes.KRAS, GenomeBuild.GRCH37).locate(change)).isEmpty();
  }

  @Test
  void noChangeHasNoPlace() {
    assertThat(new ChangeLocator(Genes.KRAS, GenomeBuild.GRCH37).locate(null)).isEmpty();
  }
}
