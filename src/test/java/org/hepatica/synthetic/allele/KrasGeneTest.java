package org.hepatica.synthetic.allele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.hepatica.synthetic.allele.KrasGene.Stretch;
import org.junit.jupiter.api.Test;

class KrasGeneTest {

  @Test
  void theTableAgreesWithThePublishedPositions() {
    check("G12D", "c.35G>A", 25398284, "C", "T", "gGt/gAt", "Gly12Asp");
    check("G13D", "c.38G>A", 25398281, "C", "T", "gGc/gAc", "Gly13Asp");
    check("Q61H", "c.183A>C", 25380275, "T", "G", "caA/caC", "Gln61His");
    check("A146T", "c.436G>A", 25378562, "C", "T", "Gca/Aca", "Ala146Thr");
    check("K117N", "c.351A>C", 25378647, "T", "G", "aaA/aaC", "Lys117Asn");
    check("G12F", "c.34_35delinsTT", 25398284, "CC", "AA", "GGt/TTt", "Gly12Phe");
  }

  @Test
  void everyAlleleLiesOnItsStretchWithItsReferenceBases() {
    for (String protein : KrasGene.proteins()) {
      Allele allele = KrasGene.allele(protein);
      Stretch stretch =
          KrasGene.STRETCHES.stream()
              .filter(one -> one.start() <= allele.start() && allele.end() <= one.end())
              .findFirst()
              .orElseThrow();
      int from = (int) (allele.start() - stretch.start());
      assertThat(stretch.bases().substring(from, from + allele.reference().length()))
          .as(protein)
          .isEqualTo(allele.reference());
      assertThat((allele.firstCoding() + 2) / 3).as(protein).isEqualTo(allele.codon());
    }
  }

  @Test
  void assaysReportTheVariantBesideTheWildType() {
    HotspotAssay assay = HotspotAssay.ALL.get(1);
    assertThat(assay.genotype(Optional.of(KrasGene.allele("G12V")))).isEqualTo("GT");
    assertThat(assay.genotype(Optional.of(KrasGene.allele("G13D")))).isEqualTo("G");
    assertThat(HotspotAssay.shows(KrasGene.allele("A146T"))).isFalse();
    assertThat(HotspotAssay.shows(KrasGene.allele("Q61H"))).isTrue();
  }

  @Test
  void anUnknownVariantIsRefusedByName() {
    assertThatThrownBy(() -> KrasGene.allele("G12W")).hasMessageContaining("G12W");
  }

  private static void check(
      String protein,
      String coding,
      long start,
      String reference,
      String alternate,
      String codons,
      String longProtein) {
    Allele allele = KrasGene.allele(protein);
    assertThat(allele).isEqualTo(new Allele(protein, coding, start, reference, alternate));
    assertThat(allele.codons()).isEqualTo(codons);
    assertThat(allele.longProtein()).isEqualTo(longProtein);
  }
}
