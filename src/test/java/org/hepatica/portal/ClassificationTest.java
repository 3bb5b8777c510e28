package org.hepatica.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hepatica.genomics.GenomicAllele;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationTest {

  @ParameterizedTest
  @CsvSource({
    "missense, G12D, Missense_Mutation",
    "nonsense, G12*, Nonsense_Mutation",
    "stop or start lost, *189Q, Nonstop_Mutation",
    "stop or start lost, M1V, Translation_Start_Site",
    "in-frame, G12_G13insG, In_Frame_Ins",
    "in-frame, c.34_36dup, In_Frame_Ins",
    "in-frame, G12del, In_Frame_Del",
    "in-frame, G12_G13delinsVC, Missense_Mutation",
    "frameshift, c.35del, Frame_Shift_Del",
    "frameshift, c.34_35insT, Frame_Shift_Ins",
    "frameshift, G12fs, Unknown",
    "splice, G12_splice, Splice_Site"
  })
  void aConsequenceHasMafsWord(String consequence, String change, String word) {
    assertThat(Classification.of(consequence, change, Optional.empty())).isEqualTo(word);
  }

  @Test
  void allelesTellBetterThanWords() {
    Optional<GenomicAllele> longer = Optional.of(new GenomicAllele("12", 5, "C", "CAAA"));
    assertThat(Classification.of("in-frame", "G12delins", longer)).isEqualTo("In_Frame_Ins");
    Optional<GenomicAllele> shorter = Optional.of(new GenomicAllele("12", 5, "CA", ""));
    assertThat(Classification.of("frameshift", "G12fs", shorter)).isEqualTo("Frame_Shift_Del");
  }

  @ParameterizedTest
  @CsvSource({
    "C, T, 5, 5, SNP, C, T",
    "CC, AA, 5, 6, DNP, CC, AA",
    "CCA, TTT, 5, 7, TNP, CCA, TTT",
    "CCAA, TTTT, 5, 8, ONP, CCAA, TTTT",
    "'', ACC, 4, 5, INS, -, ACC",
    "CCA, '', 5, 7, DEL, CCA, -",
    "CC, A, 5, 6, DEL, CC, A",
    "C, AAA, 5, 5, INS, C, AAA"
  })
  void anAlleleIsWrittenAsMafWritesIt(
      String reference, String alternate, int start, int end, String type, String ref, String alt) {
    assertThat(MafAllele.of(new GenomicAllele("12", 5, reference, alternate)))
        .isEqualTo(new MafAllele(start, end, type, ref, alt));
  }
}
