package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.table.Genomic;
import org.hepatica.table.HandMade;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All four platforms, from files to one status a patient. */
class GeneStatusesSparkTest {

  private static final String SEQUENOM_HEADER =
      "SAMPLE_ID,ASSAY_ID,GENOTYPE_ID,DESCRIPTION,WELL_POSITION\n";

  @TempDir static Path folder;
  private static Landed landed;
  private static HandMade tables;
  private static GeneStatuses.Result result;

  @BeforeAll
  static void derive() throws IOException {
    landed = new Landed(folder);
    files();
    tables = registry(1);
    result =
        GeneStatuses.run(
            landed.records(TestSpark.session()), tables, Landed.centers(), Landed.kras());
  }

  private static void files() throws IOException {
    landed
        .file(
            "mutations",
            "impact/data_mutations.txt",
            """
            #version 2.4
            Hugo_Symbol\tEntrez_Gene_Id\tNCBI_Build\tChromosome\tStart_Position\tEnd_Position\tStrand\tVariant_Classification\tReference_Allele\tTumor_Seq_Allele1\tTumor_Seq_Allele2\tTumor_Sample_Barcode\tMutation_Status\tHGVSp_Short\tt_alt_count\tt_ref_count
            KRAS\t0\tGRCh37\t12\t25398284\t25398284\t+\tMissense_Mutation\tC\tC\tT\tP-1-T01-IM6\tSOMATIC\tp.G12D\t60\t40
            KRAS\t0\tGRCh37\t12\t25398284\t25398284\t+\tMissense_Mutation\tC\tC\tT\tP-2-T01-IM6\tSOMATIC\tp.G12D\t3\t400
            TP53\t7157\tGRCh37\t17\t7577120\t7577120\t+\tMissense_Mutation\tC\tC\tT\tP-3-T01-IM6\tSOMATIC\tp.R273H\t60\t40
            KRAS\t0\tGRCh37\t12\t25398284\t25398284\t+\tMissense_Mutation\tC\tC\tT\tP-99-T01-IM6\tSOMATIC\tp.G12D\t60\t40
            KRAS\t0\tGRCh37
            """)
        .file(
            "matrix",
            "impact/data_gene_panel_matrix.txt",
            """
            SAMPLE_ID\tmutations
            P-1-T01-IM6\tIMPACT468
            P-2-T01-IM6\tIMPACT468
            P-3-T01-IM6\tIMPACT468
            P-3-T01-IM6\tIMPACT468
            P-4-T01-IM6\tNOKRAS
            """)
        .file(
            "samples",
            "impact/data_clinical_sample.txt",
            """
            #a
            #b
            #c
            #d
            SAMPLE_ID\tPATIENT_ID\tSAMPLE_TYPE
            P-1-T01-IM6\tP-1\tPrimary
            P-2-T01-IM6\tP-2\tPrimary
            P-3-T01-IM6\tP-3\tMetastasis
            P-4-T01-IM6\tP-4\tMetastasis
            """)
        .file("panel", "impact/a.txt", "stable_id: IMPACT468\ngene_list: TP53\tKRAS\n")
        .file("panel", "impact/b.txt", "stable_id: NOKRAS\ngene_list: TP53\tNRAS\n")
        .file("cases", "impact/c.txt", "case_list_ids: P-1-T01-IM6\tP-2-T01-IM6\tP-3-T01-IM6\n")
        .file(
            "sequenom",
            "sequenom/plate1.csv",
            SEQUENOM_HEADER
                + """
                S1,K12_34,G,A.Conservative,A01
                S1,K12_35,GA,A.Conservative,A02
                S1,K13_38,G,A.Conservative,A03
                S5,K12_34,G,A.Conservative,B01
                S5,K12_35,G,A.Conservative,B02
                S5,K13_38,G,B.Moderate,B03
                S6,K12_34,,N.No-Alleles,C01
                S6,K12_35,,N.No-Alleles,C02
                S6,K99,G,A.Conservative,C03
                NTC,K12_35,A,A.Conservative,H12
                """)
        .file(
            "sanger",
            "sanger/reports.csv",
            """
            SAMPLE_ID,GENE,REGION,RESULT,REPORT_DATE
            S3,KRAS,"codons 12, 13",c.35G>T (p.Gly12Val),2010-05-06
            S7,K-RAS,exon 2,no mutation detected,2010-05-06
            S7,BRAF,exon 15,V600E,2010-05-06
            S8,KRAS,exon 2,G12D,2010-05-06
            """)
        .file(
            "wgs",
            "wgs/pair.vcf.gz",
            """
            ##fileformat=VCFv4.2
            ##contig=<ID=chr12,length=133275309>
            ##tumor_sample=W9
            ##normal_sample=W9N
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tW9N\tW9
            chr12\t25227000\t.\tA\t<NON_REF>\t.\tPASS\tEND=25227400\tGT:MIN_DP\t0/0:30\t0/0:31
            chr12\t25245340\t.\tA\t<NON_REF>\t.\tPASS\tEND=25245349\tGT:MIN_DP\t0/0:30\t0/0:31
            chr12\t25245350\t.\tC\tA,T\t.\tPASS\t.\tGT:AD\t0/0:40,0,0\t0/2:30,0,22
            chr12\t25245351\t.\tC\t<NON_REF>\t.\tPASS\tEND=25245360\tGT:MIN_DP\t0/0:30\t0/0:31
            """)
        .file("callable", "wgs/W10.callable.bed", "12\t25378500\t25398300\tCALLABLE\n");
  }

  private static HandMade registry(int partitions) {
    HandMade made = new HandMade(partitions);
    for (int i = 1; i <= 11; i++) {
      made.add(Registry.PATIENT, "p" + i);
    }
    for (String patient : List.of("1", "3", "5", "6", "7", "8")) {
      made.add(
          Registry.SPECIMEN,
          "p" + patient,
          Registry.ACCESSION,
          landed.hash("S" + patient),
          Registry.BLOCK,
          "A",
          Registry.REPORT_DATE,
          Date.valueOf("2010-01-0" + patient),
          Registry.TUMOR_SHARE,
          0.4,
          Registry.SITE,
          patient.equals("8") ? "normal" : "metastasis");
    }
    for (int i = 1; i <= 4; i++) {
      alias(made, "p" + i, "impact", "P-" + i);
    }
    alias(made, "p9", "wgs", "W9");
    alias(made, "p10", "wgs", "W10");
    return made;
  }

  private static void alias(HandMade made, String patient, String system, String alias) {
    made.add(
        Registry.CROSSWALK,
        patient,
        Registry.SYSTEM,
        system,
        Registry.ALIAS_ID,
        landed.hash(alias));
  }

  private static void formerAlias(HandMade made, String patient, String system, String alias) {
    made.add(
        Registry.CROSSWALK,
        patient,
        Registry.SYSTEM,
        system,
        Registry.ALIAS_ID,
        landed.hash(alias),
        Registry.VALID_TO,
        Date.valueOf("2020-02-03"));
  }

  @Test
  void everyPatientHasOneStatusWithItsReason() {
    assertThat(statuses(result.statuses()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("p1", "mutated | MUT | [G12D] | impact: G12D"),
                Map.entry(
                    "p2",
                    "indeterminate | null | [] | impact: G12D not accepted: 3 alternate reads,"
                        + " fewer than 5"),
                Map.entry(
                    "p3",
                    "mutated | MUT | [G12V] | sanger: G12V; conflict at codon 12: sanger mutated,"
                        + " impact wild-type; resolved by any-mutated"),
                Map.entry("p4", "not tested | null | [] | impact: panel NOKRAS does not have KRAS"),
                Map.entry(
                    "p5",
                    "wild-type, assayed codons | WT | [] | no mutation in the assayed codons 12,"
                        + " 13"),
                Map.entry("p6", "indeterminate | null | [] | sequenom: no assay was called"),
                Map.entry(
                    "p7",
                    "wild-type, assayed codons | WT | [] | no mutation in the assayed codons 12,"
                        + " 13"),
                Map.entry("p8", "not tested | null | [] | only normal tissue was tested"),
                Map.entry("p9", "mutated | MUT | [G12D] | wgs: G12D"),
                Map.entry(
                    "p10", "wild-type, all codons | WT | [] | no mutation in any configured codon"),
                Map.entry("p11", "not tested | null | [] | no assay joins the patient")));
  }

  @Test
  void aSampleThatIsClaimedForTwoPatientsIsNobodys() {
    HandMade claimed = registry(1);
    alias(claimed, "p11", "impact", "P-1");
    alias(claimed, "p7", "sequenom", "S5");
    GeneStatuses.Result result =
        GeneStatuses.run(
            landed.records(TestSpark.session()), claimed, Landed.centers(), Landed.kras());
    assertThat(statuses(result.statuses()))
        // Of p1 the plate's sample is left; of p5 nothing, for p7 claims it by the crosswalk.
        .containsEntry("p1", "mutated | MUT | [G12D] | sequenom: G12D")
        .containsEntry("p11", "not tested | null | [] | no assay joins the patient")
        .containsEntry("p5", "not tested | null | [] | no assay joins the patient");
    List<String> reasons =
        result
            .quarantine()
            .where(col(Operational.RULE).equalTo("sample-of-several-patients"))
            .select(Operational.EXPORT, Operational.REASON)
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0) + ": " + row.getString(1))
            .toList();
    String ending = "; correct the specimens or the crosswalk so that one is left";
    String ofBoth =
        ": the sample is claimed for patient #p1 (by crosswalk, for the platform's patient) and"
            + " patient #p11 (by crosswalk, for the platform's patient)"
            + ending;
    assertThat(reasons)
        .contains(
            "mutations" + ofBoth,
            "samples" + ofBoth,
            "sequenom: the sample is claimed for patient #p5 (by specimen) and patient #p7 (by"
                + " crosswalk, for the sample)"
                + ending);
    assertThat(result.assays().count()).isEqualTo(GeneStatusesSparkTest.result.assays().count());
  }

  @Test
  void aSampleThatChangedHandsBetweenDeliveriesIsNobodysUntilTheCentreConfirmsIt() {
    HandMade swapped = registry(1);
    formerAlias(swapped, "p11", "impact", "P-1");
    swapped.add(
        Registry.SPECIMEN,
        "p7",
        Registry.ACCESSION,
        landed.hash("S5"),
        Registry.BLOCK,
        "A",
        Registry.VALID_TO,
        Date.valueOf("2020-02-03"));
    Dataset<Row> records = landed.records(TestSpark.session());
    GeneStatuses.Result result =
        GeneStatuses.run(records, swapped, Landed.centers(), Landed.kras());

    assertThat(statuses(result.statuses()))
        .containsEntry("p1", "mutated | MUT | [G12D] | sequenom: G12D")
        .containsEntry("p11", "not tested | null | [] | no assay joins the patient")
        .containsEntry("p5", "not tested | null | [] | no assay joins the patient");
    String shown = "#" + landed.hash("S5").substring(0, 12);
    assertThat(
            result
                .quarantine()
                .where(
                    col(Operational.RULE)
                        .equalTo("sample-swapped")
                        .and(col(Operational.EXPORT).equalTo("sequenom")))
                .select(Operational.REASON)
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> row.getString(0)))
        .containsExactly(
            "the sample is claimed for patient #p5 (by specimen) and patient #p7 (by specimen, in"
                + " an earlier delivery); if the newer claim is right, name "
                + shown
                + " in genomics.confirmed-samples of the centre's conf file");

    List<String> confirmed = List.of(shown.substring(1));
    assertThat(
            statuses(
                GeneStatuses.run(records, swapped, Landed.centers(confirmed), Landed.kras())
                    .statuses()))
        .containsEntry("p1", "mutated | MUT | [G12D] | sequenom: G12D")
        .containsEntry(
            "p5", "wild-type, assayed codons | WT | [] | no mutation in the assayed codons 12, 13");
  }

  @Test
  void everyAssayOfAPatientSaysWhatItContributed() {
    Map<String, String> parts = new TreeMap<>();
    for (Row row : result.evidence().collectAsList()) {
      parts.put(
          row.getAs(Registry.PATIENT_ID) + " " + row.getAs(Genomic.PLATFORM),
          row.getAs(Genomic.PART)
              + " | "
              + row.getAs(Genomic.REASON)
              + " | "
              + row.getList(row.fieldIndex(Genomic.VARIANTS))
              + " | "
              + row.getAs(Genomic.VARIANT_FRACTION)
              + " | "
              + row.getAs(Registry.TUMOR_SHARE));
    }
    assertThat(parts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("p1 impact", "decides | G12D | [G12D] | 0.6 | null"),
                Map.entry("p1 sequenom", "mutated | G12D | [G12D] | null | 0.4"),
                Map.entry(
                    "p2 impact",
                    "decides | G12D not accepted: 3 alternate reads, fewer than 5 | [] | null |"
                        + " null"),
                Map.entry(
                    "p3 impact",
                    "wild-type | no mutation in codons 12, 13, 59, 61, 117, 146 | [] | null |"
                        + " null"),
                Map.entry("p3 sanger", "decides | G12V | [G12V] | null | 0.4"),
                Map.entry(
                    "p4 impact",
                    "not profiled | panel NOKRAS does not have KRAS | [] | null | null"),
                Map.entry(
                    "p5 sequenom", "decides | no mutation in codons 12, 13 | [] | null | 0.4"),
                Map.entry("p6 sequenom", "decides | no assay was called | [] | null | 0.4"),
                Map.entry("p7 sanger", "decides | no mutation in codons 12, 13 | [] | null | 0.4"),
                Map.entry(
                    "p8 sanger", "normal tissue | the tissue is normal | [G12D] | null | 0.4"),
                Map.entry("p9 wgs", "decides | G12D | [G12D] | 0.4230769230769231 | null"),
                Map.entry(
                    "p10 wgs",
                    "decides | no mutation in codons 12, 13, 59, 61, 117, 146 | [] | null |"
                        + " null")));
    assertThat(result.evidence().schema().fieldNames())
        .containsExactly(Genomic.GENE_EVIDENCE.schema().fieldNames());
  }

  @Test
  void theStatusAtADateRestsOnResultsThatWereThereByThen() {
    Tables gold =
        tables
            .with(Genomic.ASSAY, result.assays())
            .with(Genomic.ASSAY_CALL, result.calls())
            .with(Genomic.GENE_STATUS, result.statuses());
    StatusesAt before = new StatusesAt(gold, Landed.kras(), LocalDate.of(2010, 1, 3));
    assertThat(statuses(before.statuses()))
        .containsEntry("p1", "mutated | MUT | [G12D] | sequenom: G12D")
        .containsEntry("p3", "mutated | MUT | [G12V] | sanger: G12V")
        .containsEntry("p5", "not tested | null | [] | no assay joins the patient")
        .hasSize(11);
    assertThat(before.evidence().select(Registry.PATIENT_ID).as(Encoders.STRING()).collectAsList())
        .containsExactlyInAnyOrder("p1", "p3");

    StatusesAt today = new StatusesAt(gold, Landed.kras(), LocalDate.of(2021, 3, 4));
    assertThat(statuses(today.statuses())).isEqualTo(statuses(result.statuses()));
  }

  @Test
  void thePlaceOfRowsAndTheNumberOfPartitionsMeanNothing() {
    Dataset<Row> shuffled = landed.records(TestSpark.session()).repartition(7, col("cells"));
    GeneStatuses.Result again =
        GeneStatuses.run(shuffled, registry(7), Landed.centers(), Landed.kras());
    assertThat(again.statuses().collectAsList().stream().map(Row::toString))
        .containsExactlyInAnyOrderElementsOf(
            result.statuses().collectAsList().stream().map(Row::toString).toList());
  }

  @Test
  void assaysKnowTheirPatientTheirCodonsAndTheirDate() {
    Map<String, String> assays = new TreeMap<>();
    for (Row row : result.assays().collectAsList()) {
      assays.put(
          row.getAs(Genomic.PLATFORM) + " " + row.getAs(Registry.PATIENT_ID),
          row.getAs(Genomic.OUTCOME)
              + " "
              + row.getList(row.fieldIndex(Genomic.CODONS))
              + " "
              + row.getAs(Genomic.RESULT_DATE)
              + " "
              + row.getAs(Genomic.RESULT_DATE_SOURCE));
    }
    assertThat(assays)
        .containsEntry("impact p1", "called [12, 13, 59, 61, 117, 146] 2021-03-04 delivery")
        .containsEntry("sequenom p5", "called [12, 13] 2010-01-05 specimen")
        .containsEntry("sequenom p6", "failed [] 2010-01-06 specimen")
        .containsEntry("impact p4", "not profiled [] 2021-03-04 delivery")
        .containsEntry("wgs p9", "called [12, 13, 59, 61] 2021-03-04 delivery");
    assertThat(result.assays().schema().fieldNames())
        .containsExactly(Genomic.ASSAY.schema().fieldNames());
    assertThat(result.calls().schema().fieldNames())
        .containsExactly(Genomic.ASSAY_CALL.schema().fieldNames());
    assertThat(result.statuses().schema().fieldNames())
        .containsExactly(Genomic.GENE_STATUS.schema().fieldNames());
  }

  @Test
  void whatCannotBeUsedIsQuarantinedWithTheRule() {
    List<String> rows =
        result
            .quarantine()
            .select(Operational.EXPORT, Operational.RULE, Registry.SOURCE_LINE)
            .collectAsList()
            .stream()
            .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
            .toList();
    assertThat(rows)
        .containsExactlyInAnyOrder(
            "mutations ragged 7",
            "mutations sample-without-patient 6",
            "sequenom unknown-assay 10");
  }

  @Test
  void everyRecordIsAccountedFor() {
    Map<String, String> counts = new LinkedHashMap<>();
    for (Row row : result.reconciliation().collectAsList()) {
      counts.put(
          row.getAs(Registry.SOURCE_FILE),
          "%d = %d + %d + %d"
              .formatted(
                  row.<Long>getAs(Operational.RECORDS),
                  row.<Long>getAs(Operational.ACCEPTED),
                  row.<Long>getAs(Operational.QUARANTINED),
                  row.<Long>getAs(Operational.DUPLICATES)));
    }
    assertThat(counts)
        .containsEntry("impact/data_mutations.txt", "5 = 3 + 2 + 0")
        .containsEntry("impact/data_gene_panel_matrix.txt", "5 = 4 + 0 + 1")
        .containsEntry("impact/c.txt", "3 = 3 + 0 + 0")
        .containsEntry("sequenom/plate1.csv", "10 = 9 + 1 + 0")
        .containsEntry("sanger/reports.csv", "4 = 4 + 0 + 0")
        .containsEntry("wgs/pair.vcf.gz", "5 = 5 + 0 + 0");
  }

  @Test
  void everyRecordOfAFileHasAFateAndAReason() {
    Tables gold =
        tables
            .with(Operational.RECORD, landed.records(TestSpark.session()))
            .with(Genomic.ASSAY_CALL, result.calls())
            .with(Genomic.GENE_QUARANTINE, result.quarantine());
    Map<String, Long> fates = new TreeMap<>();
    for (Row row : PlatformStrictness.rows(gold, Landed.centers(), Landed.kras()).collectAsList()) {
      String reason = row.getAs(Genomic.REASON);
      fates.put(
          row.getAs(Operational.EXPORT)
              + " "
              + row.getAs(PlatformStrictness.FATE)
              + (reason == null ? "" : ": " + reason),
          row.getAs(PlatformStrictness.RECORDS));
    }
    assertThat(fates)
        .containsEntry("mutations used", 1L)
        .containsEntry("mutations not accepted: n alternate reads, fewer than 5", 1L)
        .containsEntry("mutations other gene", 1L)
        .containsEntry("mutations quarantined: sample-without-patient", 1L)
        .containsEntry("mutations quarantined: ragged", 1L)
        .containsEntry("matrix used", 4L)
        .containsEntry("matrix duplicate", 1L)
        .containsEntry("sequenom control", 1L)
        .containsEntry("sequenom quarantined: unknown-assay", 1L)
        .containsEntry("sequenom used", 8L)
        .containsEntry("sanger other gene", 1L)
        .containsEntry("wgs used", 5L);
  }

  @Test
  void platformsAreComparedOnPatientsAndCodonsThatBothSaw() {
    List<String> rows =
        PlatformConcordance.counts(result.assays(), result.calls()).collectAsList().stream()
            .map(Row::toString)
            .sorted()
            .toList();
    // p1: impact and sequenom both mutated; p3: impact wild-type, sanger mutated
    assertThat(rows).containsExactly("[impact,sanger,0,0,1,0,0]", "[impact,sequenom,0,0,0,1,0]");
  }

  private static Map<String, String> statuses(Dataset<Row> statuses) {
    Map<String, String> byPatient = new LinkedHashMap<>();
    for (Row row : statuses.collectAsList()) {
      String earlier =
          byPatient.put(
              row.getAs(Registry.PATIENT_ID),
              row.getAs(Genomic.GENE_STATE)
                  + " | "
                  + row.getAs(Genomic.GENE_STATUS_NAME)
                  + " | "
                  + row.getList(row.fieldIndex(Genomic.VARIANTS))
                  + " | "
                  + row.getAs(Genomic.REASON));
      assertThat(earlier).isNull();
    }
    return byPatient;
  }
}
