package org.hepatica.source.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hepatica.ShippedGenes;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.StreamReader;
import org.junit.jupiter.api.Test;

class PlatformReadersTest {

  private static final String MAF =
      """
      #version 2.4
      Hugo_Symbol\tEntrez_Gene_Id\tCenter\tNCBI_Build\tChromosome\tStart_position\tEnd_position\tStrand\tVariant_Classification\tReference_Allele\tTumor_Seq_Allele1\tTumor_Seq_Allele2\tTumor_Sample_Barcode\tMutation_Status\tHGVSc\tHGVSp_Short
      KRAS\t0\tMSKCC\tGRCh37\t12\t25398284\t25398284\t+\tMissense_Mutation\tC\tC\tA\tP-0000739-T01-IM3\t\tENST00000256078.4:c.35G>T\tp.G12V
      TP53\t7157\tMSKCC\tGRCh37\t17\t7577120\t7577120\t+\tMissense_Mutation\tC\tC\tT\tP-0000739-N01-IM3\tGERMLINE\t\tp.R273H
      KRAS\t0\tMSKCC
      """;

  @Test
  void mafColumnsAreFoundByNameInAnyCase() throws IOException {
    List<SourceRecord> records = read("maf", MAF);
    assertThat(records).hasSize(3);
    assertThat(records.get(0).line()).isEqualTo(3);
    assertThat(records.get(0).cells())
        .containsEntry("Start_Position", "25398284")
        .containsEntry("Tumor_Sample_Barcode", "P-0000739-T01-IM3")
        .containsEntry("HGVSp_Short", "p.G12V")
        .containsEntry("Mutation_Status", "")
        .doesNotContainKeys("Center", "NORMAL");
    assertThat(records.get(1).cells()).containsEntry("NORMAL", "true");
    assertThat(records.get(2).defect()).startsWith("ragged: 3 cells where the header has 16");
    assertThat(reader("maf").identifyingColumns())
        .containsExactlyInAnyOrder("Tumor_Sample_Barcode", "Matched_Norm_Sample_Barcode");
  }

  @Test
  void mafRowsOfOtherGenesAreCountedAndLeftOut() throws IOException {
    FileContext ofKras =
        new FileContext(
            "c",
            "export",
            "2020-01-01",
            "a.maf",
            ',',
            "UTF-8",
            false,
            List.of(),
            List.of("KRAS", "K-RAS", "3845"));
    String text =
        """
        #version 2.4
        Hugo_Symbol\tEntrez_Gene_Id\tTumor_Sample_Barcode\tHGVSp_Short
        KRAS\t0\tS1\tp.G12D
        TP53\t7157\tS1\tp.R273H
        k-ras\t0\tS2\tp.G12V
        Unknown\t3845\tS3\tp.G13D
        \t0\tS4\tp.G12D
        TP53\t7157\tS5
        #TP53\t7157\tS6\tp.R273H
        APC\t324\tS7\tp.R876*
        """;
    List<SourceRecord> records = read("maf", text, ofKras);
    assertThat(records)
        .extracting(record -> record.cells().get("Tumor_Sample_Barcode"))
        .containsExactly("S1", "S2", "S3", "S5", null);
    assertThat(records.get(3).defect()).startsWith("ragged: 3 cells where the header has 4");
    assertThat(records.get(4).line()).as("behind the last line").isEqualTo(11);
    assertThat(records.get(4).cells())
        .containsOnly(java.util.Map.entry("KIND", "left-out"), java.util.Map.entry("ROWS", "3"));
    assertThat(read("maf", text, ofKras.ofAllGenes())).hasSize(7);
  }

  @Test
  void aFileWithoutItsColumnsIsRefused() {
    assertThatThrownBy(() -> read("maf", "Hugo_Symbol\tChromosome\nKRAS\t12\n"))
        .isInstanceOf(RefusedFileException.class)
        .hasMessage("line 1 is the header and lacks [Tumor_Sample_Barcode]; deliver these columns");
    assertThatThrownBy(() -> read("maf", "#only a comment\n"))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("there is no header line");
  }

  @Test
  void panelMatrixOfAnyProfileNames() throws IOException {
    List<SourceRecord> records =
        read("gene-panel-matrix", "SAMPLE_ID\tcna\tmutations\nP-1-T01-IM3\tNA\tIMPACT341\n");
    assertThat(records.get(0).cells())
        .containsOnly(
            java.util.Map.entry("SAMPLE_ID", "P-1-T01-IM3"),
            java.util.Map.entry("MUTATIONS", "IMPACT341"));
  }

  @Test
  void clinicalSamplesBehindFourCommentLines() throws IOException {
    String text =
        """
        #Sample Identifier\tPatient Identifier\tSample Type
        #id\tid\ttype
        #STRING\tSTRING\tSTRING
        #1\t1\t1
        SAMPLE_ID\tPATIENT_ID\tSAMPLE_TYPE\tGENE_PANEL\tMSI_SCORE
        P-1-T01-IM6\tP-1\tMetastasis\tIMPACT468\t0.1
        """;
    List<SourceRecord> records = read("clinical-sample", text);
    assertThat(records).hasSize(1);
    assertThat(records.get(0).line()).isEqualTo(6);
    assertThat(records.get(0).cells())
        .containsEntry("PATIENT_ID", "P-1")
        .containsEntry("GENE_PANEL", "IMPACT468")
        .doesNotContainKey("MSI_SCORE");
  }

  @Test
  void panelsAndCaseLists() throws IOException {
    assertThat(
            read(
                    "gene-panel",
                    "stable_id: IMPACT341\ndescription: x\ngene_list: ABL1\tKRAS\tTP53\n")
                .get(0)
                .cells())
        .containsEntry("stable_id", "IMPACT341")
        .containsEntry("gene_list", "ABL1 KRAS TP53");
    List<SourceRecord> cases =
        read("case-list", "stable_id: s_sequenced\ncase_list_ids: P-1-T01-IM3\tP-2-T01-IM5\n");
    assertThat(cases)
        .extracting(record -> record.cells().get("SAMPLE_ID"))
        .containsExactly("P-1-T01-IM3", "P-2-T01-IM5");
    assertThatThrownBy(() -> read("case-list", "stable_id: x\n"))
        .isInstanceOf(RefusedFileException.class);
  }

  @Test
  void typerExportsOfTwoSites() throws IOException {
    String comma =
        """
        Typer 4.0 export,,
        CUSTOMER,SAMPLE_ID,ASSAY_ID,GENOTYPE_ID,DESCRIPTION,WELL_POSITION
        "Lab, one",S10-123,KRAS_G12_35,GA,A.Conservative,A01
        "Lab, one",NTC_2,KRAS_G12_35,,N.No-Alleles,A02
        """;
    List<SourceRecord> records = read("typer", comma);
    assertThat(records).hasSize(2);
    assertThat(records.get(0).line()).isEqualTo(3);
    assertThat(records.get(0).cells())
        .containsEntry("SAMPLE_ID", "S10-123")
        .containsEntry("GENOTYPE_ID", "GA")
        .doesNotContainKeys("CUSTOMER", "CONTROL");
    assertThat(records.get(1).cells()).containsEntry("CONTROL", "true");
    String tab =
        "ALLELE\tASSAY_ID\tCHIP\tGENOTYPE_ID\tSAMPLE_ID\tSTATUS\tWELL_POSITION\n"
            + "G\tKRAS_35\t1\tG\tS10-123\tConservative\tB01\n";
    assertThat(read("typer", tab).get(0).cells()).containsEntry("STATUS", "Conservative");
  }

  @Test
  void controlWellsAreKnownByTheirNames() {
    assertThat(
            List.of("NTC", "ntc2", "H2O", "H2O_1", "BLANK-3", "CTRL_HCT116", "", "Neg 1", "WATER1"))
        .allMatch(SampleNames::isControl);
    assertThat(List.of("S10-123", "SP-0001", "P-0000119-T01-IM3", "CTRLESS", "POSTOP-1"))
        .noneMatch(SampleNames::isControl);
  }

  @Test
  void callableRegionsOfTheFilesSample() throws IOException {
    String bed =
        """
        track name=callable
        12\t25398279\t25398285\tCALLABLE
        12\t25380200\t25380300\tLOW_COVERAGE
        1\t100\t200\tCALLABLE
        12\tx\t200
        """;
    List<SourceRecord> records = read("callable-bed", "wgs/S10-9.callable.bed", bed);
    assertThat(records).hasSize(2);
    assertThat(records.get(0).cells())
        .containsEntry("SAMPLE_1", "S10-9")
        .containsEntry("POS", "25398280")
        .containsEntry("END", "25398285");
    assertThat(records.get(1).defect()).startsWith("malformed: ");
  }

  private static StreamReader reader(String format) {
    return PlatformFormats.readers().get(format);
  }

  private static List<SourceRecord> read(String format, String text) throws IOException {
    return read(format, "file", text);
  }

  private static List<SourceRecord> read(String format, String file, String text)
      throws IOException {
    return read(
        format,
        text,
        new FileContext(
            "c", "export", "2020-01-01", file, ',', "UTF-8", false, ShippedGenes.krasAlone()));
  }

  private static List<SourceRecord> read(String format, String text, FileContext context)
      throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    reader(format)
        .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), context)
        .forEachRemaining(records::add);
    return records;
  }
}
