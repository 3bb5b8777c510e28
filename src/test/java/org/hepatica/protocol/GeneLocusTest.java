package org.hepatica.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneLocusTest {

  private static final String FLT3 =
      """
      gene {
        symbol = FLT3
        aliases = [CD135]
        entrez = 2322
        chromosome = "13"
        strand = minus
        codons { 835 { bases = GAT, grch37 = 28592642, grch38 = 28018505 } }
        exons { 20 = "807-847" }
      }
      """;

  @TempDir Path root;

  private ConfBench bench;

  @BeforeEach
  void aProject() {
    bench = new ConfBench(root);
  }

  @Test
  void someGenesAreKnownWithoutAFile() {
    assertThat(bench.load().genes())
        .extracting(GeneLocus::symbol)
        .containsExactly("BRAF", "KRAS", "NRAS");
  }

  @Test
  void aGeneOfTheFolder() {
    List<GeneLocus> genes = bench.write("conf/genes/FLT3.conf", FLT3).load().genes();
    assertThat(genes)
        .contains(
            new GeneLocus(
                "FLT3",
                List.of("CD135"),
                2322,
                "13",
                "minus",
                0,
                List.of(new GeneLocus.Codon(835, "GAT", 28592642, 28018505)),
                List.of(new GeneLocus.Exon(20, 807, 847))));
  }

  @Test
  void aFileOfAKnownGeneTakesItsPlace() {
    String other = FLT3.replace("FLT3", "KRAS");
    assertThat(bench.write("conf/genes/KRAS.conf", other).load().genes())
        .filteredOn(gene -> gene.symbol().equals("KRAS"))
        .extracting(GeneLocus::chromosome)
        .containsExactly("13");
  }

  @Test
  void aStudysGeneLiesWhereItsFileSays() {
    bench
        .write("conf/genes/FLT3.conf", FLT3)
        .studyWith("gene { symbol = FLT3, codons = [835], required-codons = [835] }");
    assertThat(bench.load().study("s").gene().orElseThrow().locus())
        .map(GeneLocus::entrez)
        .contains(2322);
    bench.studyWith("gene { symbol = EGFR, codons = [858], required-codons = [858] }");
    assertThat(bench.load().study("s").gene().orElseThrow().locus()).isEmpty();
  }

  @Test
  void codonsAreNamedOneByOneOrAsRanges() {
    bench.studyWith(
        "gene { symbol = FLT3, codons = [\"572-575\", 835], required-codons = [\"573-574\"] }");
    Study.Gene gene = bench.load().study("s").gene().orElseThrow();
    assertThat(gene.codons()).containsExactly(572, 573, 574, 575, 835);
    assertThat(gene.requiredCodons()).containsExactly(573, 574);
  }

  @Test
  void onlyExportsOfGenomesAreReadByPlace() {
    bench.center(
        ConfBench.CENTER.replace(
            "[MRN] } }", "[MRN] }\n    w { files = \"*.vcf\", format = vcf } }"));
    Center center = bench.load().center("c");
    assertThat(center.exports().get("w").loci())
        .extracting(GeneLocus::symbol)
        .containsExactly("BRAF", "KRAS", "NRAS");
    assertThat(center.exports().get("p").loci()).isEmpty();
  }

  @Test
  void everyProblemIsTold() {
    bench.write(
        "conf/genes/FLT3.conf",
        """
        gene {
          symbol = FLT
          chromosome = chr13
          strand = minus
          codons { x { bases = GAT, grch37 = 1, grch38 = 1 }, 835 { bases = GA, grch37 = 1, grch38 = 0 } }
          exons { 20 = "807" }
        }
        """);
    assertThat(bench.problems())
        .anyMatch(p -> p.startsWith("conf/genes/FLT3.conf:2: gene.symbol: 'FLT' is not the file's"))
        .anyMatch(p -> p.startsWith("conf/genes/FLT3.conf:3: gene.chromosome: 'chr13' is no chrom"))
        .anyMatch(p -> p.contains("'x' cannot be a name"))
        .anyMatch(p -> p.contains("'GA' is no codon"))
        .anyMatch(p -> p.contains("grch38: 0 is too small"))
        .anyMatch(p -> p.contains("gene.exons.20: is no range of codons"));
  }
}
