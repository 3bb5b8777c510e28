package org.hepatica.source.platform;

import static org.assertj.core.api.Assertions.assertThat;

import htsjdk.variant.variantcontext.Genotype;
import htsjdk.variant.variantcontext.VariantContext;
import htsjdk.variant.vcf.VCFFileReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hepatica.ShippedGenes;
import org.hepatica.genomics.Acceptance;
import org.hepatica.genomics.Genes;
import org.hepatica.genomics.GenomeSample;
import org.hepatica.genomics.Observation;
import org.hepatica.genomics.Origin;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.OpenRecords;
import org.hepatica.source.format.SourceRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Records of KRAS as dbSNP publishes them, every allele in a tumour of its own: what they are is
 * known, and how they are read must be how htsjdk reads them.
 */
class PublishedRecordsTest {

  private static final Path FILE = Path.of("src/test/resources/genomics/published.vcf");
  private static final int SAMPLES = 3;

  private static final List<SourceRecord> LINES = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    FileContext context =
        new FileContext(
            "c",
            "wgs",
            "2020-01-01",
            "published.vcf",
            '\t',
            "UTF-8",
            false,
            ShippedGenes.krasAlone());
    try (OpenRecords records = PlatformFormats.readers().get("vcf").open(FILE, context)) {
      records.records().forEachRemaining(LINES::add);
    }
  }

  @Test
  void everyAlleleIsTheChangeThatIsPublishedForIt() {
    assertThat(changes(1)).containsExactly("A146S", "Q61L", "Q61E", "G13V", "G12V", "G12C");
    assertThat(changes(2)).containsExactly("A146P", "Q61R", "Q61K", "G13A", "G12A", "G12R");
    assertThat(changes(3)).containsExactly("A146T", "Q61P", "G13D", "G12D", "G12S");
  }

  private static List<String> changes(int sample) {
    List<Observation> observations =
        LINES.stream()
            .map(
                line ->
                    new Observation(
                            "vcf",
                            new Origin("wgs", "2020-01-01", "published.vcf", line.line()),
                            line.cells())
                        .ofSample(sample))
            .toList();
    return new GenomeSample(Genes.kras(), null)
        .read(observations).calls().stream()
            .filter(call -> call.acceptance() == Acceptance.ACCEPTED)
            .map(call -> call.variant().name())
            .toList();
  }

  @Test
  void linesAreReadAsHtsjdkReadsThem() {
    try (VCFFileReader reader = new VCFFileReader(FILE, false)) {
      Iterator<SourceRecord> ours = LINES.subList(1, LINES.size()).iterator();
      for (VariantContext theirs : reader) {
        Map<String, String> cells = ours.next().cells();
        assertThat(cells.get("CHROM") + ":" + cells.get("POS"))
            .isEqualTo(theirs.getContig() + ":" + theirs.getStart());
        assertThat(cells.get("REF")).isEqualTo(theirs.getReference().getBaseString());
        assertThat(cells.get("ALT"))
            .isEqualTo(
                theirs.getAlternateAlleles().stream()
                    .map(allele -> allele.getBaseString())
                    .collect(Collectors.joining(",")));
        assertThat(cells.get("FILTER").equals("PASS")).isEqualTo(theirs.isNotFiltered());
        for (int sample = 1; sample <= SAMPLES; sample++) {
          Genotype genotype = theirs.getGenotype(cells.get("SAMPLE_" + sample));
          assertThat(cells.get("GT_" + sample)).isEqualTo(written(theirs, genotype));
          assertThat(cells.get("AD_" + sample))
              .isEqualTo(
                  IntStream.of(genotype.getAD())
                      .mapToObj(String::valueOf)
                      .collect(Collectors.joining(",")));
        }
      }
      assertThat(ours.hasNext()).isFalse();
    }
  }

  private static String written(VariantContext line, Genotype genotype) {
    return genotype.getAlleles().stream()
        .map(allele -> allele.isNoCall() ? "." : String.valueOf(line.getAlleleIndex(allele)))
        .collect(Collectors.joining("/"));
  }
}
