package org.hepatica.genomics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodonAnnotatorTest {

  @ParameterizedTest
  @CsvSource({
    // build, position, ref, alt, protein, coding
    "GRCH37, 25398284, C, T, G12D, c.35G>A",
    "GRCH38, 25245350, C, T, G12D, c.35G>A",
    "GRCH37, 25398284, C, A, G12V, c.35G>T",
    "GRCH37, 25398285, C, A, G12C, c.34G>T",
    "GRCH37, 25398281, C, T, G13D, c.38G>A",
    "GRCH38, 25245347, C, T, G13D, c.38G>A",
    "GRCH37, 25380275, T, G, Q61H, c.183A>C",
    "GRCH37, 25380275, T, A, Q61H, c.183A>T",
    "GRCH38, 25227341, T, G, Q61H, c.183A>C",
    "GRCH37, 25378562, C, T, A146T, c.436G>A",
    "GRCH38, 25225628, C, T, A146T, c.436G>A",
    "GRCH37, 25378647, T, G, K117N, c.351A>C",
    "GRCH37, 25378647, T, A, K117N, c.351A>T",
    "GRCH37, 25380283, C, T, A59T, c.175G>A",
    "GRCH37, 25398283, A, G, G12=, c.36T>C",
    // c.34_35delinsTT: plus strand, ascending 25398284 CC > AA
    "GRCH37, 25398284, CC, AA, G12F, c.34_35delinsTT",
    // padded as in a multi-allelic record
    "GRCH37, 25398283, AC, AT, G12D, c.35G>A",
    "GRCH37, 25398284, CCA, TCA, G12D, c.35G>A",
    // indels: in frame and not
    "GRCH37, 25398280, GCCA, G, G13del, c.36_38del",
    "GRCH37, 25398284, C, CA, G12fs, c.34_35insT"
  })
  void genomicAllelesAreTheCodingChangesOfTheOtherStrand(
      GenomeBuild build, int position, String ref, String alt, String protein, String coding) {
    Reading<List<Variant>> read =
        CodonAnnotator.annotate(
            Genes.KRAS, build, GenomicAllele.ofVcf("chr12", position, ref, alt));
    assertThat(read.defect()).isNull();
    assertThat(read.value())
        .anySatisfy(
            variant -> {
              assertThat(variant.proteinChange()).isEqualTo(protein);
              assertThat(variant.codingChange()).isEqualTo(coding);
            });
  }

  @Test
  void theTwoBuildsAre152934BasesApartEverywhere() {
    assertThat(Genes.KRAS.codons()).allMatch(c -> c.grch37() - c.grch38() == 152_934);
  }

  @Test
  void aReferenceOfAnotherBuildOrStrandIsADefect() {
    assertThat(
            CodonAnnotator.annotate(
                    Genes.KRAS, GenomeBuild.GRCH37, GenomicAllele.ofVcf("12", 25398284, "G", "A"))
                .defect())
        .isEqualTo("reference allele G is not KRAS's at 25398284 of GRCh37");
  }

  @Test
  void aChangeAcrossTwoCodonsIsAVariantOfEach() {
    // c.36_37delinsAT: GGA TGC, G12= and G13C
    Reading<List<Variant>> read =
        CodonAnnotator.annotate(
            Genes.KRAS, GenomeBuild.GRCH37, GenomicAllele.ofVcf("12", 25398282, "CA", "AT"));
    assertThat(read.value())
        .extracting(Variant::proteinChange)
        .containsExactlyInAnyOrder("G12=", "G13C");
  }

  @Test
  void anotherChromosomeOrPlaceTouchesNoCodon() {
    assertThat(annotate("11", 25398284, "C", "T")).isEmpty();
    assertThat(annotate("12", 25398279, "C", "T")).isEmpty();
    assertThat(annotate("12", 25398286, "C", "T")).isEmpty();
  }

  @Test
  void mafAllelesOfAMinusStrandRowAreComplemented() {
    GenomicAllele allele = GenomicAllele.ofMaf("12", 25398284, "-", "G", "A");
    assertThat(CodonAnnotator.annotate(Genes.KRAS, GenomeBuild.GRCH37, allele).value())
        .extracting(Variant::proteinChange)
        .containsExactly("G12D");
  }

  @ParameterizedTest
  @CsvSource({
    "GRCh37, GRCH37",
    "hg19, GRCH37",
    "37, GRCH37",
    "b37, GRCH37",
    "human_g1k_v37.fasta, GRCH37",
    "GRCh38.p13, GRCH38",
    "hg38, GRCH38",
    "38, GRCH38",
    "GRCh37.p13, GRCH37",
    "Homo_sapiens_assembly19.fasta, GRCH37",
    "Homo_sapiens_assembly38.fasta, GRCH38"
  })
  void buildsByAnyName(String text, GenomeBuild build) {
    assertThat(GenomeBuild.of(text)).contains(build);
  }

  @ParameterizedTest
  @CsvSource({"'', 1", "NCBI36, 1", "mm10, 1", "hg18, 1", "reference.fa, 1", "T2T-CHM13v2.0, 1"})
  void otherBuildsAreUnknown(String text, int ignored) {
    assertThat(GenomeBuild.of(text)).isEmpty();
  }

  private static List<Variant> annotate(String contig, int position, String ref, String alt) {
    GenomicAllele allele = GenomicAllele.ofVcf(contig, position, ref, alt);
    return CodonAnnotator.annotate(Genes.KRAS, GenomeBuild.GRCH37, allele).value();
  }
}
