package org.hepatica.transform.genomics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.ShippedGenes;
import org.hepatica.TestSpark;
import org.hepatica.protocol.Study;
import org.hepatica.table.Genomic;
import org.hepatica.table.HandMade;
import org.hepatica.table.Registry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same deliveries, asked for other genes than KRAS: nothing but configuration differs. */
class OtherGenesSparkTest {

  private static final int PATIENTS = 10;

  @TempDir static Path folder;
  private static Dataset<Row> records;
  private static HandMade tables;

  @BeforeAll
  static void deliver() throws IOException {
    Landed landed = new Landed(folder);
    landed
        .file(
            "mutations",
            "impact/data_mutations.txt",
            """
            Hugo_Symbol\tEntrez_Gene_Id\tNCBI_Build\tChromosome\tStart_Position\tEnd_Position\tStrand\tVariant_Classification\tReference_Allele\tTumor_Seq_Allele1\tTumor_Seq_Allele2\tTumor_Sample_Barcode\tMutation_Status\tHGVSp_Short\tt_alt_count\tt_ref_count
            NRAS\t4893\tGRCh37\t1\t115256529\t115256529\t+\tMissense_Mutation\tT\tT\tC\tS1\tSOMATIC\t\t60\t40
            FLT3\t2322\tGRCh37\t13\t28608258\t28608259\t+\tIn_Frame_Ins\t-\t-\tCATATTCATATTCTCTGA\tS2\tSOMATIC\tp.E598_Y599insFREYEY\t60\t40
            FLT3\t2322\tGRCh37\t13\t28592642\t28592642\t+\tMissense_Mutation\tC\tC\tA\tS3\tSOMATIC\tp.D835Y\t60\t40
            BRAF\t673\tGRCh37\t7\t140453136\t140453136\t+\tMissense_Mutation\tA\tA\tT\tS4\tSOMATIC\tp.V600E\t60\t40
            FLT3\t2322\tGRCh37\t13\t28610138\t28610138\t+\tMissense_Mutation\tG\tG\tA\tS4\tSOMATIC\tp.T227M\t60\t40
            BRAF\t673\tGRCh37\t7\t140453136\t140453137\t+\tMissense_Mutation\tAC\tAC\tTT\tS5\tSOMATIC\tp.V600K\t60\t40
            FLT3\t2322\tGRCh37\t13\t28608300\t28608301\t+\tIn_Frame_Ins\t-\t-\tAAA\tS6\tSOMATIC\tITD\t60\t40
            """)
        .file(
            "matrix",
            "impact/data_gene_panel_matrix.txt",
            "SAMPLE_ID\tmutations\n"
                + IntStream.rangeClosed(1, 7)
                    .mapToObj(i -> "S" + i + "\tHEME\n")
                    .reduce("", String::concat))
        .file("panel", "impact/heme.txt", "stable_id: HEME\ngene_list: FLT3\tNRAS\tBRAF\n")
        .file(
            "sanger",
            "sanger/reports.csv",
            """
            SAMPLE_ID,GENE,REGION,RESULT,REPORT_DATE
            S8,FLT3,"codons 572-630, 835",p.Tyr591_Glu598dup,2010-05-06
            S9,FLT3,"codons 572-630, 835",no mutation detected,2010-05-06
            S9,BRAF,codon 600,no mutation detected,2010-05-06
            """)
        .file(
            "wgs",
            "wgs/S10.vcf",
            """
            ##fileformat=VCFv4.2
            ##contig=<ID=chr1,length=248956422>
            ##contig=<ID=chr7,length=159345973>
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS10
            chr1\t114709500\t.\tA\t<NON_REF>\t.\tPASS\tEND=114713907\tGT:MIN_DP\t0/0:30
            chr1\t114713908\t.\tT\tC\t.\tPASS\t.\tGT:AD\t0/1:30,22
            chr1\t114713909\t.\tA\t<NON_REF>\t.\tPASS\tEND=114716200\tGT:MIN_DP\t0/0:30
            chr7\t140753300\t.\tA\t<NON_REF>\t.\tPASS\tEND=140753400\tGT:MIN_DP\t0/0:30
            """);
    records = landed.records(TestSpark.session(), ShippedGenes.all());
    tables = new HandMade();
    for (int i = 1; i <= PATIENTS; i++) {
      tables.add(Registry.PATIENT, "p" + i);
      for (String platform : List.of("impact", "sanger", "wgs")) {
        tables.add(
            Registry.CROSSWALK,
            "p" + i,
            Registry.SYSTEM,
            platform,
            Registry.ALIAS_ID,
            landed.hash("S" + i));
      }
    }
  }

  @Test
  void theTandemDuplicationOfAGeneWithoutPlacesIsReadByItsText() {
    List<Integer> codons =
        Stream.concat(IntStream.rangeClosed(572, 630).boxed(), Stream.of(835)).toList();
    Map<String, String> flt3 =
        statuses(gene("FLT3", List.of("FLT3", "FLK2", "CD135"), codons, List.of()));
    assertThat(flt3.get("p2"))
        .isEqualTo("mutated | [E598_Y599insFREYEY] | impact: E598_Y599insFREYEY");
    assertThat(flt3.get("p3")).isEqualTo("mutated | [D835Y] | impact: D835Y");
    assertThat(flt3.get("p8")).isEqualTo("mutated | [Y591_E598dup] | sanger: Y591_E598dup");
    assertThat(List.of("p1", "p4", "p5", "p7", "p9"))
        .allSatisfy(
            patient -> assertThat(flt3.get(patient)).startsWith("wild-type, all codons | [] |"));
    assertThat(flt3.get("p6")).startsWith("indeterminate | [] | impact: ");
    assertThat(flt3.get("p10"))
        .startsWith("not tested | [] | wgs: the codons of FLT3 are not known");
  }

  @Test
  void aGeneOfTheOtherArmIsReadByItsPlaces() {
    Study.Gene nras =
        gene("NRAS", List.of("NRAS", "N-RAS"), List.of(12, 13, 59, 61, 117, 146), List.of())
            .at(ShippedGenes.named("NRAS"));
    Map<String, String> statuses = statuses(nras);
    assertThat(statuses.get("p1")).isEqualTo("mutated | [Q61R] | impact: Q61R");
    assertThat(statuses.get("p10")).isEqualTo("mutated | [Q61R] | wgs: Q61R");
    assertThat(statuses.get("p2")).startsWith("wild-type, all codons | [] |");
    assertThat(statuses.get("p9")).startsWith("not tested | [] |");
  }

  @Test
  void ofOneChangeAnotherAtItsCodonIsInDoubt() {
    Study.Gene braf =
        gene("BRAF", List.of("BRAF"), List.of(600), List.of("V600E"))
            .at(ShippedGenes.named("BRAF"));
    Map<String, String> statuses = statuses(braf);
    assertThat(statuses.get("p4")).isEqualTo("mutated | [V600E] | impact: V600E");
    assertThat(statuses.get("p5"))
        .isEqualTo(
            "indeterminate | [] | impact: V600K not accepted: it is not among the changes that"
                + " count");
    assertThat(statuses.get("p9")).startsWith("wild-type, all codons | [] |");
    assertThat(statuses.get("p10")).startsWith("wild-type, all codons | [] |");
  }

  private static Study.Gene gene(
      String symbol, List<String> aliases, List<Integer> codons, List<String> changes) {
    return new Study.Gene(
        symbol,
        aliases,
        codons,
        codons,
        "any-mutated",
        List.of(),
        List.of("SOMATIC", "UNKNOWN", ""),
        5,
        0.02,
        List.of("A", "B"),
        changes,
        Optional.empty(),
        Optional.empty());
  }

  private static Map<String, String> statuses(Study.Gene gene) {
    Map<String, String> statuses = new LinkedHashMap<>();
    Dataset<Row> rows = GeneStatuses.run(records, tables, Landed.centers(), gene).statuses();
    for (Row row : rows.collectAsList()) {
      statuses.put(
          row.getAs(Registry.PATIENT_ID),
          row.getAs(Genomic.GENE_STATE)
              + " | "
              + row.getList(row.fieldIndex(Genomic.VARIANTS))
              + " | "
              + row.getAs(Genomic.REASON));
    }
    assertThat(statuses).hasSize(PATIENTS);
    return statuses;
  }
}
