package org.hepatica.source.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import htsjdk.samtools.SAMSequenceDictionary;
import htsjdk.samtools.SAMSequenceRecord;
import htsjdk.samtools.util.BlockCompressedInputStream;
import htsjdk.samtools.util.BlockCompressedOutputStream;
import htsjdk.variant.variantcontext.Allele;
import htsjdk.variant.variantcontext.GenotypeBuilder;
import htsjdk.variant.variantcontext.VariantContextBuilder;
import htsjdk.variant.variantcontext.writer.Options;
import htsjdk.variant.variantcontext.writer.VariantContextWriter;
import htsjdk.variant.variantcontext.writer.VariantContextWriterBuilder;
import htsjdk.variant.vcf.VCFFormatHeaderLine;
import htsjdk.variant.vcf.VCFHeader;
import htsjdk.variant.vcf.VCFHeaderLine;
import htsjdk.variant.vcf.VCFHeaderLineType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hepatica.ShippedGenes;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VcfReaderTest {

  private static final FileContext FILE =
      new FileContext(
          "c", "wgs", "2020-01-01", "wgs/a.vcf.gz", ',', "UTF-8", false, ShippedGenes.krasAlone());

  @TempDir Path folder;

  @Test
  void aBgzippedPairWrittenByHtsjdk() throws IOException {
    Path file = folder.resolve("pair.vcf.gz");
    writePair(file);
    List<SourceRecord> records;
    try (InputStream in = new BlockCompressedInputStream(file.toFile())) {
      records = read(in);
    }
    assertThat(records).hasSize(2);
    assertThat(records.get(0).cells())
        .containsEntry("KIND", "sample")
        .containsEntry("BUILD", "GRCh37")
        .containsEntry("SAMPLES", "2")
        .containsEntry("SAMPLE_1", "BL-7")
        .containsEntry("ROLE_1", "normal")
        .containsEntry("SAMPLE_2", "S10-7")
        .containsEntry("ROLE_2", "tumor");
    assertThat(records.get(1).cells())
        .containsEntry("KIND", "variant")
        .containsEntry("POS", "25398284")
        .containsEntry("ALT", "T,A")
        .containsEntry("FILTER", "PASS")
        .containsEntry("GT_2", "0/2")
        .containsEntry("AD_2", "30,0,14")
        .containsEntry("NORMAL_GT", "0/0");
  }

  @Test
  void whatAnnotatorsSay() throws IOException {
    List<SourceRecord> records =
        read(
            """
            ##fileformat=VCFv4.2
            ##reference=GRCh37
            ##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: Allele|Consequence|IMPACT|SYMBOL|Gene|HGVSc|HGVSp">
            ##INFO=<ID=ANN,Number=.,Type=String,Description="Functional annotations: 'Allele | Annotation | Annotation_Impact | Gene_Name | Gene_ID | HGVS.c | HGVS.p' ">
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1
            12\t25398284\t.\tC\tT,A\t.\tPASS\tDP=60;CSQ=T|missense_variant|MODERATE|KRAS|E|E1.1:c.35G>A|E2.1:p.Gly12Asp,A|missense_variant|MODERATE|KRAS|E||E2.1:p.Gly12Val\tGT\t0/1
            12\t25398281\t.\tC\tT\t.\tPASS\tANN=T|missense_variant|MODERATE|KRAS|E|c.38G>A|p.Gly13Asp\tGT\t0/1
            12\t25398285\t.\tC\tT\t.\tPASS\tDP=3\tGT\t0/1
            """);
    assertThat(records.get(1).cells())
        .containsEntry("EFFECTS", "T|KRAS|E1.1:c.35G>A|E2.1:p.Gly12Asp,A|KRAS||E2.1:p.Gly12Val");
    assertThat(records.get(2).cells()).containsEntry("EFFECTS", "T|KRAS|c.38G>A|p.Gly13Asp");
    assertThat(records.get(3).cells()).doesNotContainKey("EFFECTS");
  }

  @Test
  void aGeneOfAnotherChromosomeIsKeptWhereItIsKnown() throws IOException {
    String line =
        "##reference=GRCh37\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\n"
            + "chr7\t140453136\t.\tA\tT\t.\tPASS\t.\tGT\t0/1\n";
    assertThat(read(line)).hasSize(1);
    FileContext file =
        new FileContext(
            "c", "wgs", "d", "a.vcf", ',', "UTF-8", false, List.of(ShippedGenes.named("BRAF")));
    List<SourceRecord> records = new ArrayList<>();
    new VcfReader()
        .read(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), file)
        .forEachRemaining(records::add);
    assertThat(records).hasSize(2);
    assertThat(records.get(1).cells()).containsEntry("POS", "140453136");
  }

  @Test
  void referenceBlocksThatReachIntoACodon() throws IOException {
    List<SourceRecord> records =
        read(
            """
            ##fileformat=VCFv4.3
            ##reference=file:///refs/GRCh38.d1.vd1.fa
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1
            chr12\t25245000\t.\tA\t<NON_REF>\t.\tPASS\tEND=25245348\tGT:DP:MIN_DP\t0/0:30:21
            chr12\t25245349\t.\tA\t<NON_REF>\t.\tPASS\tEND=25245400\tGT:DP:MIN_DP\t0/0:30:22
            chr12\t25245500\t.\tA\t<NON_REF>\t.\tPASS\tEND=25246000\tGT:DP:MIN_DP\t0/0:30:22
            chr11\t25245000\t.\tA\t<NON_REF>\t.\tPASS\tEND=25245400\tGT:DP:MIN_DP\t0/0:30:22
            chr12\t25245350
            """);
    assertThat(records).hasSize(4);
    assertThat(records.get(0).cells()).containsEntry("BUILD", "GRCh38").containsEntry("ROLE_1", "");
    assertThat(records.get(1).cells())
        .containsEntry("KIND", "block")
        .containsEntry("END", "25245348")
        .containsEntry("GT_1", "0/0")
        .containsEntry("MIN_DP_1", "21");
    assertThat(records.get(2).line()).isEqualTo(5);
    assertThat(records.get(3).defect()).startsWith("malformed: ");
  }

  @Test
  void namesOfSampleColumnsInTheHeader() throws IOException {
    List<SourceRecord> records =
        read(
            """
            ##fileformat=VCFv4.1
            ##contig=<ID=chr12,length=133275309>
            ##SAMPLE=<ID=NORMAL,SampleName=BL-1>
            ##SAMPLE=<ID=TUMOR,SampleName=S10-1,Description="primary">
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tNORMAL\tTUMOR
            """);
    assertThat(records.get(0).cells())
        .containsEntry("BUILD", "GRCh38")
        .containsEntry("SAMPLE_1", "BL-1")
        .containsEntry("ROLE_1", "normal")
        .containsEntry("SAMPLE_2", "S10-1")
        .containsEntry("ROLE_2", "tumor");
  }

  @Test
  void aHeaderThatContradictsItselfHasNoBuild() throws IOException {
    List<SourceRecord> records =
        read(
            """
            ##fileformat=VCFv4.2
            ##contig=<ID=12,length=133851895>
            ##reference=hg38.fa
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1
            """);
    assertThat(records.get(0).cells().get("BUILD")).startsWith("contradictory");
  }

  @Test
  void aFileWithoutHeaderOrSamplesIsRefused() {
    assertThatThrownBy(() -> read("12\t25398284\t.\tC\tT\n"))
        .isInstanceOf(RefusedFileException.class);
    assertThatThrownBy(() -> read("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("0 sample columns");
  }

  private static void writePair(Path file) {
    VCFHeader header =
        new VCFHeader(
            Set.of(
                new VCFHeaderLine("tumor_sample", "S10-7"),
                new VCFHeaderLine("normal_sample", "BL-7"),
                new VCFFormatHeaderLine("GT", 1, VCFHeaderLineType.String, "Genotype"),
                new VCFFormatHeaderLine("AD", 3, VCFHeaderLineType.Integer, "Depths")),
            List.of("BL-7", "S10-7"));
    header.setSequenceDictionary(
        new SAMSequenceDictionary(
            List.of(
                new SAMSequenceRecord("11", 135006516), new SAMSequenceRecord("12", 133851895))));
    Allele c = Allele.create("C", true);
    Allele t = Allele.create("T");
    Allele a = Allele.create("A");
    try (VariantContextWriter writer =
        new VariantContextWriterBuilder()
            .setOutputStream(new BlockCompressedOutputStream(file.toFile()))
            .setReferenceDictionary(header.getSequenceDictionary())
            .unsetOption(Options.INDEX_ON_THE_FLY)
            .build()) {
      writer.writeHeader(header);
      writer.add(
          new VariantContextBuilder("x", "11", 100, 100, List.of(c, t)).passFilters().make());
      writer.add(
          new VariantContextBuilder("x", "12", 25398284, 25398284, List.of(c, t, a))
              .passFilters()
              .genotypes(
                  new GenotypeBuilder("BL-7", List.of(c, c)).AD(new int[] {30, 0, 0}).make(),
                  new GenotypeBuilder("S10-7", List.of(c, a)).AD(new int[] {30, 0, 14}).make())
              .make());
    }
    assertThat(Files.exists(file)).isTrue();
  }

  private static List<SourceRecord> read(String text) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<SourceRecord> read(InputStream in) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    new VcfReader().read(in, FILE).forEachRemaining(records::add);
    return records;
  }
}
