package org.hepatica.genomics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariantTextTest {

  private static final Gene KRAS = Genes.kras().gene();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G12D",
        "g12d",
        "p.G12D",
        "P.G12D",
        "p.Gly12Asp",
        "p.GLY12ASP",
        "p.(Gly12Asp)",
        "p.(G12D)",
        "Gly12Asp",
        "KRAS G12D",
        "KRAS_G12D",
        "KRAS:p.G12D",
        "K-RAS G12D",
        "KRAS2 G12D",
        "Ki-ras p.Gly12Asp",
        "c.35G>A",
        "C.35G>A",
        "c.35g>a",
        "35G>A",
        "KRAS c.35G>A",
        "ENST00000256078.4:c.35G>A",
        "NM_004985.5:c.35G>A",
        "NM_004985.3(KRAS):c.35G>A",
        "c.35G>A (p.Gly12Asp)",
        "c.35G>A p.G12D",
        "c.35G>A, p.(Gly12Asp)",
        "NM_004985.5(KRAS):c.35G>A (p.Gly12Asp)",
        "p.Gly12Asp (c.35G>A)",
        "G12D;G12D",
        "  G12D  "
      })
  void everySpellingOfG12dIsG12d(String text) {
    VariantText read = VariantText.readCell(KRAS, text);
    assertThat(read.defects()).isEmpty();
    assertThat(read.others()).isEmpty();
    assertThat(read.variants()).hasSize(1);
    Variant variant = read.variants().get(0);
    assertThat(variant.proteinChange()).isEqualTo("G12D");
    assertThat(variant.codon()).isEqualTo(12);
    assertThat(variant.reference()).isEqualTo("G");
    assertThat(variant.alternate()).isEqualTo("D");
    assertThat(variant.consequence()).isEqualTo(Consequence.MISSENSE);
    if (text.contains("35")) {
      assertThat(variant.codingChange()).isEqualTo("c.35G>A");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"c.99999999999G>A", "c.35_99999999999del", "p.G99999999999D"})
  void aPositionThatNoGeneHasIsNoVariantAndNoFailure(String text) {
    VariantText read = VariantText.readCell(KRAS, text);
    assertThat(read.variants()).isEmpty();
    assertThat(read.defects()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          G12D;G13D               | G12D G13D
          G12V/G12C               | G12V G12C
          G12V / G12C             | G12V G12C
          G12D, G13D              | G12D G13D
          G12D and G13D           | G12D G13D
          c.35G>T;c.38G>A         | G12V G13D
          c.35G>A (p.G12D); c.38G>A (p.G13D) | G12D G13D
          KRAS G12D; KRAS G13D    | G12D G13D
          c.35G>A;p.G13D          | G12D G13D
          """)
  void severalCallsInOneCell(String text, String changes) {
    VariantText read = VariantText.readCell(KRAS, text);
    assertThat(read.defects()).isEmpty();
    assertThat(read.variants())
        .extracting(Variant::proteinChange)
        .containsExactly(changes.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          c.34_35delinsTT      | G12F         | 12 | 12 | MISSENSE
          c.34_35delGGinsTT    | G12F         | 12 | 12 | MISSENSE
          c.34GG>TT            | G12F         | 12 | 12 | MISSENSE
          c.36T>C              | G12=         | 12 | 12 | SILENT
          p.Gly12=             | G12=         | 12 | 12 | SILENT
          p.G12G               | G12=         | 12 | 12 | SILENT
          p.G12_G13insG        | G12_G13insG  | 12 | 13 | IN_FRAME
          p.Gly12_Gly13insGly  | G12_G13insG  | 12 | 13 | IN_FRAME
          p.G12fs              | G12fs        | 12 | 12 | FRAMESHIFT
          p.Gly12ValfsTer3     | G12fs        | 12 | 12 | FRAMESHIFT
          p.G12*               | G12*         | 12 | 12 | NONSENSE
          p.Gly12Ter           | G12*         | 12 | 12 | NONSENSE
          p.G13del             | G13del       | 13 | 13 | IN_FRAME
          p.G12_G13delinsVC    | G12_G13delinsVC | 12 | 13 | IN_FRAME
          p.X97_splice         | X97_splice   | 97 | 97 | SPLICE
          p.G12?               | G12?         | 12 | 12 | UNKNOWN
          c.183A>C             | Q61H         | 61 | 61 | MISSENSE
          c.183A>T             | Q61H         | 61 | 61 | MISSENSE
          c.436G>A             | A146T        | 146 | 146 | MISSENSE
          c.351A>C             | K117N        | 117 | 117 | MISSENSE
          c.351A>T             | K117N        | 117 | 117 | MISSENSE
          c.175G>A             | A59T         | 59 | 59 | MISSENSE
          c.37G>T              | G13C         | 13 | 13 | MISSENSE
          p.V14I               | V14I         | 14 | 14 | MISSENSE
          """)
  void changesOfEveryKind(
      String text, String protein, int codon, int lastCodon, Consequence consequence) {
    VariantText read = VariantText.readCell(KRAS, text);
    assertThat(read.defects()).isEmpty();
    assertThat(read.variants()).hasSize(1);
    Variant variant = read.variants().get(0);
    assertThat(variant.proteinChange()).isEqualTo(protein);
    assertThat(variant.codon()).isEqualTo(codon);
    assertThat(variant.lastCodon()).isEqualTo(lastCodon);
    assertThat(variant.consequence()).isEqualTo(consequence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          c.35_36insGGT   | 12 | IN_FRAME
          c.35_36insG     | 12 | FRAMESHIFT
          c.34_36dup      | 12 | IN_FRAME
          c.35delG        | 12 | FRAMESHIFT
          c.34_39del      | 12 | IN_FRAME
          c.40G>A         | 14 | UNKNOWN
          c.111+1G>A      | 0  | NON_CODING
          """)
  void codingChangesWithoutAProteinChange(String text, int codon, Consequence consequence) {
    VariantText read = VariantText.readCell(KRAS, text);
    assertThat(read.defects()).isEmpty();
    assertThat(read.variants().get(0).codon()).isEqualTo(codon);
    assertThat(read.variants().get(0).consequence()).isEqualTo(consequence);
    assertThat(read.variants().get(0).codingChange()).startsWith(text.substring(0, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G12",
        "12",
        "mutated",
        "A12D",
        "c.35T>A",
        "c.35G>A (p.Gly12Val)",
        "G12D or so",
        "c.35G",
        "",
        "p.Xyz12Asp",
        "G12DD"
      })
  void whatCannotBeReadIsADefectAndNeverSilence(String text) {
    assertThat(VariantText.readCell(KRAS, text).defects()).isNotEmpty();
  }

  @Test
  void aVariantBehindAnotherGenesNameIsNotTheStudysGenes() {
    VariantText read = VariantText.readCell(KRAS, "NRAS Q61K; KRAS G12D");
    assertThat(read.defects()).isEmpty();
    assertThat(read.variants()).extracting(Variant::proteinChange).containsExactly("G12D");
    assertThat(read.others()).extracting(Variant::gene).containsExactly("NRAS");
  }

  @Test
  void aReferenceThatIsNotTheGenesIsNamed() {
    assertThat(VariantText.readCell(KRAS, "c.35T>A").defects())
        .containsExactly("reference T of c.35T>A is not KRAS's: codon 12 is GGT");
    assertThat(VariantText.readCell(KRAS, "A12D").defects())
        .containsExactly("reference A12 is not KRAS's, which is G12");
  }
}
