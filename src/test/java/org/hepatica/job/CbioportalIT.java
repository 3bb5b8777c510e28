package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hepatica.TestSpark;
import org.hepatica.lake.Lake;
import org.hepatica.table.Genomic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study folder of cBioPortal is a centre, with the shipped conf files as they are. */
class CbioportalIT {

  private static final String FOUR_LINES = "#a\n#b\n#c\n#d\n";

  @TempDir Path folder;

  @Test
  void aStudyFolderIsACentre() throws IOException {
    studyFolder(folder.resolve("landing/cbioportal-made-up/2024-05-01"));

    Launched night =
        Launched.in(
            folder, "nightly", "--study", "kras-survival", "--center", "cbioportal-made-up");

    assertThat(night.exitCode()).as(night.out() + night.err()).isZero();
    Map<String, Long> states = new TreeMap<>();
    Lake.open(TestSpark.session(), folder.resolve("lake"), "kras-survival")
        .read(Genomic.GENE_STATUS)
        .groupBy(Genomic.GENE_STATE)
        .count()
        .collectAsList()
        .forEach(row -> states.put(row.getString(0), row.getLong(1)));
    assertThat(states)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "mutated", 2L, "wild-type, all codons", 2L, "indeterminate", 1L, "not tested", 2L));
    assertThat(Launched.csv(folder.resolve("out/results/survival_summary.csv")))
        .extracting(
            row ->
                row.getField("by")
                    + " "
                    + row.getField("group")
                    + " "
                    + row.getField("n")
                    + " "
                    + row.getField("events"))
        .contains(
            " all 4 3",
            "kras WT 2 1",
            "kras MUT 2 2",
            "codon 12 1 1",
            "codon 13 1 1",
            "variant G12D 1 1",
            "exon 2 2 2");

    statusesAreDefended();
  }

  /** By the command that asks the lake of this night. */
  private void statusesAreDefended() {
    assertThat(gene())
        .contains("2  KRAS mutated, by impact\n", "1  KRAS indeterminate, by impact\n")
        .contains("       7  patients of the registry, in the cohort or not\n");
    assertThat(gene("P-2"))
        .contains("KRAS mutated (MUT) G13D: impact: G13D; codons 12, 13, 59, 61, 117, 146")
        .containsPattern(
            "\n  decides        impact   #[0-9a-f]{12}  2024-05-01 \\(delivery\\)  G13D"
                + ".*; at 2024-05-01 data_mutations.txt [0-9]+\n")
        .containsPattern("\n  wild-type      impact   #[0-9a-f]{12} .* no mutation in codons 12")
        .doesNotContain("P-2");
    assertThat(gene("--at", "2024-04-30"))
        .contains("7  KRAS not tested\n")
        .contains("       0  of the results by then have their delivery's date");
    assertThat(gene("P-5", "--format", "csv"))
        .contains("decides")
        .contains("13;59;61;117;146")
        .contains(",KRAS,");
    assertThat(gene("--files"))
        .contains("cbioportal-made-up 2024-05-01 data_mutations.txt (maf)\n")
        .contains("         1  not accepted: n alternate reads, fewer than 5\n")
        .contains("         1  other gene\n")
        .contains("         2  used\n");
    assertThat(gene("--list", "--state", "not tested").lines()).hasSize(2);
    Launched unknown = asked("--state", "mutant");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err())
        .contains("--state: 'mutant' is none of 'mutated', 'wild-type, all codons'");
    Launched nobody = asked("P-99");
    assertThat(nobody.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(nobody.err())
        .contains("no patient of the study has such an identifier: of those given number 1\n")
        .doesNotContain("P-99");
    Launched some = asked("P-99", "P-2", "#123456789abc");
    assertThat(some.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(some.out()).contains("KRAS mutated (MUT) G13D");
    assertThat(some.err()).contains("of those given number 1, 3\n");
    assertThat(asked("#12ab").err()).contains("'#12ab' is not # and 12 or more digits of a hash");
    Launched never = Launched.run(atTheLake("--study", "gholami-2019"));
    assertThat(never.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(never.err()).contains("no night of study gholami-2019 has ended well in");
  }

  private String gene(String... more) {
    Launched gene = asked(more);
    assertThat(gene.exitCode()).as(gene.out() + gene.err()).isZero();
    return gene.out();
  }

  private Launched asked(String... more) {
    List<String> all = new ArrayList<>(List.of("--study", "kras-survival"));
    all.addAll(List.of(more));
    return Launched.run(atTheLake(all.toArray(String[]::new)));
  }

  private String[] atTheLake(String... more) {
    List<String> all = new ArrayList<>(List.of("gene", "--center", "cbioportal-made-up"));
    all.addAll(List.of("--lake", folder.resolve("lake").toString()));
    all.addAll(List.of("--set", "identifiers.key-file=" + folder.resolve("key")));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static void studyFolder(Path study) throws IOException {
    Files.createDirectories(study.resolve("case_lists"));
    Files.writeString(
        study.resolve("data_clinical_patient.txt"),
        FOUR_LINES
            + """
            PATIENT_ID\tSEX\tOS_MONTHS\tOS_STATUS
            P-1\tMale\t12.50\t1:DECEASED
            P-2\tFemale\t30.00\tDECEASED
            P-3\tFemale\t24.10\t0:LIVING
            P-4\tMale\t36.00\t1:DECEASED
            P-5\tMale\t48.00\tLIVING
            P-6\tFemale\t\t
            P-7\t\t10.00\t0:LIVING
            """);
    Files.writeString(
        study.resolve("data_clinical_sample.txt"),
        FOUR_LINES
            + """
            SAMPLE_ID\tPATIENT_ID\tSAMPLE_TYPE
            P-1-T01\tP-1\tPrimary
            P-2-T01\tP-2\tPrimary
            P-2-T02\tP-2\tMetastasis
            P-3-T01\tP-3\tPrimary
            P-4-T01\tP-4\tMetastasis
            P-5-T01\tP-5\tPrimary
            P-6-T01\tP-6\tPrimary
            P-7-T01\tP-7\tPrimary
            """);
    Files.writeString(
        study.resolve("data_mutations.txt"),
        """
        #version 2.4
        Hugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tReference_Allele\tTumor_Seq_Allele2\tTumor_Sample_Barcode\tVariant_Classification\tHGVSp_Short\tt_alt_count\tt_ref_count
        KRAS\tGRCh37\t12\t25398284\tC\tT\tP-1-T01\tMissense_Mutation\tp.G12D\t40\t60
        KRAS\tGRCh37\t12\t25398281\tC\tT\tP-2-T02\tMissense_Mutation\tp.G13D\t40\t60
        KRAS\tGRCh37\t12\t25398284\tC\tT\tP-5-T01\tMissense_Mutation\tp.G12D\t2\t600
        TP53\tGRCh37\t17\t7577120\tC\tT\tP-3-T01\tMissense_Mutation\tp.R273H\t40\t60
        """);
    Files.writeString(
        study.resolve("data_gene_matrix.txt"),
        """
        SAMPLE_ID\tmutations\tcna
        P-1-T01\tPANEL\tPANEL
        P-2-T01\tPANEL\tPANEL
        P-2-T02\tPANEL\tPANEL
        P-3-T01\tPANEL\tPANEL
        P-4-T01\tNA\tNA
        P-5-T01\tPANEL\tPANEL
        P-6-T01\tSMALL\tNA
        """);
    Files.writeString(
        study.resolve("data_gene_panel_PANEL.txt"), "stable_id: PANEL\ngene_list: KRAS\tTP53\n");
    Files.writeString(
        study.resolve("data_gene_panel_SMALL.txt"), "stable_id: SMALL\ngene_list: TP53\n");
    Files.writeString(
        study.resolve("case_lists/cases_sequenced.txt"),
        "stable_id: made_up_sequenced\ncase_list_ids: P-1-T01\tP-2-T01\tP-2-T02\tP-3-T01\tP-4-T01\tP-5-T01\n");
  }
}
