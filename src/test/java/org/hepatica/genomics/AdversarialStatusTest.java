package org.hepatica.genomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.genomics.Cases.clinical;
import static org.hepatica.genomics.Cases.covered;
import static org.hepatica.genomics.Cases.listed;
import static org.hepatica.genomics.Cases.maf;
import static org.hepatica.genomics.Cases.mafAt;
import static org.hepatica.genomics.Cases.panel;
import static org.hepatica.genomics.Cases.report;
import static org.hepatica.genomics.Cases.row;
import static org.hepatica.genomics.Cases.variant;
import static org.hepatica.genomics.Cases.well;
import static org.hepatica.genomics.Cases.wells;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases that tempt a pipeline to say wild-type, or mutated, where it may not. */
class AdversarialStatusTest {

  private static final String MUT = "mutated";
  private static final String ALL = "wild-type, all codons";
  private static final String ASSAYED = "wild-type, assayed codons";
  private static final String UNCLEAR = "indeterminate";
  private static final String UNTESTED = "not tested";

  @ParameterizedTest(name = "{0}")
  @MethodSource({"impact", "sequenom", "sanger", "genomes", "several", "oneChange"})
  void hasTheStateAndSaysWhy(String name, Cases cases, String state, String reason) {
    PatientStatus status = cases.status();
    assertThat(status.state().label() + " | " + status.reason()).isEqualTo(state + " | " + reason);
  }

  static Stream<Arguments> impact() {
    Cases wild = Cases.of().impact(1, panel("P468"));
    return Stream.of(
        of("panel with KRAS and no row", wild, ALL, "no mutation in any configured codon"),
        of(
            "panel without KRAS",
            Cases.of().impact(1, panel("P0")),
            UNTESTED,
            "impact: panel P0 does not have KRAS"),
        of(
            "panel that nobody describes",
            Cases.of().impact(1, panel("P999")),
            UNTESTED,
            "impact: the genes of panel P999 are not delivered"),
        of(
            "no panel entry",
            Cases.of().impact(1, clinical("Primary")),
            UNTESTED,
            "impact: the sample has no panel entry"),
        of(
            "no panel entry though a matrix exists, in the case list",
            Cases.of().impact(1, listed()),
            UNTESTED,
            "impact: the sample has no panel entry"),
        of(
            "NA and not sequenced",
            Cases.of().impact(1, panel("NA")),
            UNTESTED,
            "impact: its panel is NA and it is not among the sequenced cases"),
        of(
            "NA and sequenced: an exome",
            Cases.of().impact(1, panel("NA"), listed()),
            ALL,
            "no mutation in any configured codon"),
        of(
            "no matrix at all, in the case list",
            Cases.of().impact(new Panels(false, Set.of(), Set.of()), 1, listed()),
            ALL,
            "no mutation in any configured codon"),
        of(
            "a mutation in a sample without panel entry is a mutation",
            Cases.of().impact(1, maf("p.G12D")),
            MUT,
            "impact: G12D"),
        of(
            "GRCh37 alleles without text",
            Cases.of().impact(1, panel("P468"), mafAt("GRCh37", 25398284, "C", "T", "")),
            MUT,
            "impact: G12D"),
        of(
            "GRCh38 alleles without text",
            Cases.of().impact(1, panel("P468"), mafAt("GRCh38", 25245350, "C", "T", "")),
            MUT,
            "impact: G12D"),
        of(
            "GRCh37 position in a file that says GRCh38",
            Cases.of().impact(1, panel("P468"), mafAt("GRCh38", 25398284, "C", "T", "p.G12D")),
            UNCLEAR,
            "impact: G12D not accepted: its position is not that codon's in GRCh38"),
        of(
            "alleles of the coding strand",
            Cases.of().impact(1, panel("P468"), mafAt("GRCh37", 25398284, "G", "A", "p.G12D")),
            UNCLEAR,
            "impact: G12D not accepted: reference allele G is not KRAS's at 25398284 of GRCh37"),
        of(
            "alleles and text disagree",
            Cases.of().impact(1, panel("P468"), mafAt("GRCh37", 25398284, "C", "T", "p.G12V")),
            UNCLEAR,
            "impact: G12V not accepted: its alleles read [G12D], its text [G12V]"),
        of(
            "an old file's columns: protein change and the caller's own reads",
            Cases.of()
                .impact(
                    1, panel("P468"), maf("", "Protein_Change", "p.G12D", "i_t_alt_count", "9")),
            MUT,
            "impact: G12D"),
        of(
            "an old file's few reads",
            Cases.of()
                .impact(
                    1, panel("P468"), maf("", "Protein_Change", "p.G12D", "i_t_alt_count", "2")),
            UNCLEAR,
            "impact: G12D not accepted: 2 alternate reads, fewer than 5"),
        of(
            "an old file's coding change",
            Cases.of().impact(1, panel("P468"), maf("", "cDNA_Change", "c.35G>A")),
            MUT,
            "impact: G12D"),
        of(
            "terms in place of a classification: a synonymous change",
            Cases.of()
                .impact(
                    1,
                    panel("P468"),
                    row(
                        "maf",
                        "Hugo_Symbol",
                        "KRAS",
                        "Consequence",
                        "splice_region_variant,synonymous_variant")),
            ALL,
            "no mutation in any configured codon"),
        of(
            "terms of which one changes the protein, without a place",
            Cases.of()
                .impact(
                    1,
                    panel("P468"),
                    row(
                        "maf",
                        "Hugo_Symbol",
                        "KRAS",
                        "Consequence",
                        "splice_region_variant,missense_variant")),
            UNCLEAR,
            "impact: unreadable variant: the row has neither readable alleles nor HGVS text"),
        of(
            "germline is set aside",
            Cases.of().impact(1, panel("P468"), maf("p.G12D", "Mutation_Status", "GERMLINE")),
            ALL,
            "no mutation in any configured codon"),
        of(
            "UNKNOWN counts as somatic",
            Cases.of().impact(1, panel("P468"), maf("p.G13D", "Mutation_Status", "UNKNOWN")),
            MUT,
            "impact: G13D"),
        of(
            "a status that is not allowed",
            Cases.of().impact(1, panel("P468"), maf("p.G12D", "Mutation_Status", "LOH")),
            UNCLEAR,
            "impact: G12D not accepted: status LOH does not count as somatic"),
        of(
            "filtered",
            Cases.of().impact(1, panel("P468"), maf("p.G12D", "FILTER", "common_in_normals")),
            UNCLEAR,
            "impact: G12D not accepted: filtered: common_in_normals"),
        of(
            "few reads",
            Cases.of().impact(1, panel("P468"), reads("p.G12D", "4", "20")),
            UNCLEAR,
            "impact: G12D not accepted: 4 alternate reads, fewer than 5"),
        of(
            "low fraction",
            Cases.of().impact(1, panel("P468"), reads("p.G12D", "9", "991")),
            UNCLEAR,
            "impact: G12D not accepted: variant fraction 0.009, less than 0.02"),
        of(
            "enough reads",
            Cases.of().impact(1, panel("P468"), reads("p.G12D", "50", "50")),
            MUT,
            "impact: G12D"),
        of(
            "silent",
            Cases.of().impact(1, panel("P468"), maf("p.G12=", "Variant_Classification", "Silent")),
            ALL,
            "no mutation in any configured codon"),
        of(
            "missense at another codon",
            Cases.of().impact(1, panel("P468"), maf("p.L19F")),
            ALL,
            "no mutation in any configured codon"),
        of(
            "two variants at one position",
            Cases.of().impact(1, panel("P468"), maf("p.G12V"), maf("p.G12A")),
            MUT,
            "impact: G12V, G12A"),
        of(
            "unreadable text",
            Cases.of().impact(1, panel("P468"), maf("codon twelve")),
            UNCLEAR,
            "impact: unreadable variant: 'CODON TWELVE' is no variant"),
        of(
            "a normal sample with a mutation",
            Cases.of().impact(1, panel("P468"), clinical("Normal"), maf("p.G12D")),
            UNTESTED,
            "only normal tissue was tested"),
        of(
            "the second of two samples is mutated",
            Cases.of().impact(1, panel("P468")).impact(2, panel("P468"), maf("p.A146T")),
            MUT,
            "impact: A146T"),
        of(
            "a low sample outweighs a wild-type one",
            Cases.of().impact(1, panel("P468")).impact(2, panel("P468"), reads("p.G12D", "2", "9")),
            UNCLEAR,
            "impact: G12D not accepted: 2 alternate reads, fewer than 5"),
        of(
            "a mutated sample outweighs a low one",
            Cases.of()
                .impact(1, panel("P468"), reads("p.G12D", "2", "9"))
                .impact(2, panel("P468"), maf("p.G12D")),
            MUT,
            "impact: G12D"));
  }

  static Stream<Arguments> sequenom() {
    String codons = "no mutation in the assayed codons 12, 13";
    return Stream.of(
        of("every assay wild-type", Cases.of().sequenom(1, wells("")), ASSAYED, codons),
        of(
            "heterozygote",
            Cases.of()
                .sequenom(1, wells("KRAS_G12_35", well("KRAS_G12_35", "GA", "A.Conservative"))),
            MUT,
            "sequenom: G12D"),
        of(
            "homozygote mutant by one letter",
            Cases.of().sequenom(1, wells("KRAS_G12_35", well("KRAS_G12_35", "T", "B.Moderate"))),
            MUT,
            "sequenom: G12V"),
        of(
            "an assay on the other strand",
            Cases.of().sequenom(1, wells("KRAS_G13_37_REV", well("KRAS_G13_37_REV", "CA", "A"))),
            MUT,
            "sequenom: G13C"),
        of(
            "an assay without call leaves its codon open",
            Cases.of().sequenom(1, wells("KRAS_G13_38", well("KRAS_G13_38", "", "A.Conservative"))),
            UNCLEAR,
            "required codons 13 were not interrogated with success"),
        of(
            "NN is no call",
            Cases.of().sequenom(1, wells("KRAS_G12_34", well("KRAS_G12_34", "NN", "A"))),
            UNCLEAR,
            "required codons 12 were not interrogated with success"),
        of(
            "low probability is no call",
            Cases.of()
                .sequenom(1, wells("KRAS_G12_35", well("KRAS_G12_35", "GA", "D.Low Probability"))),
            UNCLEAR,
            "required codons 12 were not interrogated with success"),
        of(
            "an assay of the laboratory that was never run",
            Cases.of().sequenom(1, wells("KRAS_G12_34")),
            UNCLEAR,
            "required codons 12 were not interrogated with success"),
        of(
            "a failed replicate beside a good one",
            Cases.of()
                .sequenom(
                    1,
                    wells(
                        "KRAS_G12_35",
                        well("KRAS_G12_35", "", "I.Bad Spectrum"),
                        well("KRAS_G12_35", "G", "A.Conservative"))),
            ASSAYED,
            codons),
        of(
            "replicates disagree",
            Cases.of()
                .sequenom(
                    1,
                    wells(
                        "KRAS_G12_35",
                        well("KRAS_G12_35", "G", "A.Conservative"),
                        well("KRAS_G12_35", "GA", "A.Conservative"))),
            UNCLEAR,
            "sequenom: G12D not accepted: replicates disagree: AG, G"),
        of(
            "an allele that the dictionary does not know",
            Cases.of().sequenom(1, wells("KRAS_G13_38", well("KRAS_G13_38", "GC", "A"))),
            UNCLEAR,
            "sequenom: codon 13 unknown not accepted: allele C is not in the assay's dictionary"),
        of(
            "every well failed",
            Cases.of().sequenom(1, well("KRAS_G12_35", "", "N.No-Alleles")),
            UNCLEAR,
            "sequenom: no assay was called"),
        of(
            "only another gene's assay",
            Cases.of().sequenom(1, well("BRAF_V600", "T", "A")),
            UNTESTED,
            "sequenom: no assay of the export looks at KRAS"),
        of(
            "a control well with a mutation",
            Cases.of()
                .sequenom(
                    1,
                    wells(
                        "",
                        row(
                            "typer",
                            "ASSAY_ID",
                            "KRAS_G12_35",
                            "GENOTYPE_ID",
                            "A",
                            "DESCRIPTION",
                            "A",
                            "CONTROL",
                            "true"))),
            ASSAYED,
            codons));
  }

  static Stream<Arguments> sanger() {
    return Stream.of(
        of(
            "exon 2 negative",
            Cases.of().sanger(1, report("exon 2", "no mutation detected")),
            ASSAYED,
            "no mutation in the assayed codons 12, 13"),
        of(
            "all three exons negative",
            Cases.of().sanger(1, report("exons 2-4", "wild type")),
            ALL,
            "no mutation in any configured codon"),
        of(
            "codon 12 only",
            Cases.of().sanger(1, report("codon 12", "WT")),
            UNCLEAR,
            "required codons 13 were not interrogated with success"),
        of(
            "negative without a region",
            Cases.of().sanger(1, report("", "WT")),
            UNCLEAR,
            "sanger: no report says which codons it looked at"),
        of(
            "mutated",
            Cases.of().sanger(1, report("codons 12, 13", "c.35G>A (p.Gly12Asp)")),
            MUT,
            "sanger: G12D"),
        of("failed", Cases.of().sanger(1, report("exon 2", "failed")), UNCLEAR, "sanger: failed"),
        of(
            "insufficient tumour",
            Cases.of().sanger(1, report("codon 12-13", "Insufficient tumor")),
            UNCLEAR,
            "sanger: insufficient tumor"),
        of(
            "no mutation detected, but insufficient",
            Cases.of().sanger(1, report("exon 2", "insufficient tumor, no mutation detected")),
            UNCLEAR,
            "sanger: insufficient tumor, no mutation detected"),
        of(
            "equivocal",
            Cases.of().sanger(1, report("exon 2", "equivocal")),
            UNCLEAR,
            "sanger: equivocal"),
        of(
            "possible mutation",
            Cases.of().sanger(1, report("exon 2", "possible G12D")),
            UNCLEAR,
            "sanger: G12D not accepted: equivocal"),
        of(
            "a variant that is denied",
            Cases.of().sanger(1, report("exon 2", "G12D not detected")),
            UNCLEAR,
            "sanger: unreadable variant: the result names a variant and denies one"),
        of(
            "a phrase nobody knows",
            Cases.of().sanger(1, report("exon 2", "see comment")),
            UNCLEAR,
            "sanger: unreadable variant: the result is neither a variant nor a known phrase"),
        of(
            "re-issued: the later report stands",
            Cases.of()
                .sanger(
                    1,
                    report("exon 2", "G12D", "2010-01-05"),
                    report("exon 2", "no mutation detected", "2010-02-01")),
            ASSAYED,
            "no mutation in the assayed codons 12, 13"),
        of(
            "repeat that failed does not undo a result",
            Cases.of()
                .sanger(
                    1,
                    report("exon 2", "WT", "2010-01-05"),
                    report("exon 2", "failed", "2010-02-01")),
            ASSAYED,
            "no mutation in the assayed codons 12, 13"),
        of(
            "two undated reports that contradict",
            Cases.of().sanger(1, report("exon 2", "G12D"), report("exon 2", "WT")),
            UNCLEAR,
            "sanger: G12D not accepted: another report of the sample says wild-type"),
        of(
            "normal tissue",
            Cases.of().normalTissue(report("exon 2", "G12D")),
            UNTESTED,
            "only normal tissue was tested"));
  }

  static Stream<Arguments> genomes() {
    String nowhere =
        "wgs: nothing shows that a configured codon was covered: neither gVCF blocks nor callable"
            + " regions";
    return Stream.of(
        of(
            "blocks over all codons",
            Cases.of().wgs(1, covered()),
            ALL,
            "no mutation in any configured codon"),
        of(
            "a plain VCF without the gene",
            Cases.of().wgs(1, row("vcf", "KIND", "sample", "BUILD", "GRCh37")),
            UNCLEAR,
            nowhere),
        of(
            "blocks of the other build",
            Cases.of().wgs(1, Cases.block("GRCh38", 25398200, 25398300, "0/0", "30")),
            UNCLEAR,
            nowhere),
        of(
            "blocks too shallow for an accepted variant",
            Cases.of().wgs(1, Cases.block("GRCh37", 25398200, 25398300, "0/0", "4")),
            UNCLEAR,
            nowhere),
        of(
            "blocks without genotype",
            Cases.of().wgs(1, Cases.block("GRCh37", 25398200, 25398300, "./.", "30")),
            UNCLEAR,
            nowhere),
        of(
            "partial coverage: the last base of codon 13 is open",
            Cases.of().wgs(1, Cases.block("GRCh37", 25398281, 25398300, "0/0", "30")),
            UNCLEAR,
            "required codons 13 were not interrogated with success"),
        of(
            "exon 2 covered only",
            Cases.of().wgs(1, Cases.block("GRCh37", 25398280, 25398285, "0/0", "30")),
            ASSAYED,
            "no mutation in the assayed codons 12, 13"),
        of(
            "callable regions without a build, as the VCF's",
            Cases.of()
                .build(null)
                .wgs(
                    1,
                    row("vcf", "KIND", "sample", "BUILD", "GRCh38"),
                    row(
                        "callable-bed",
                        "KIND",
                        "region",
                        "CHROM",
                        "12",
                        "POS",
                        "25245346",
                        "END",
                        "25245351")),
            ASSAYED,
            "no mutation in the assayed codons 12, 13"),
        of(
            "a file that does not say its build",
            Cases.of().build(null).wgs(1, variant("", 25398284, "C", "T", "PASS", "GT", "0/1")),
            UNCLEAR,
            "wgs: the reference build is unknown"),
        of(
            "the second allele of a multi-allelic line",
            Cases.of()
                .wgs(1, covered(variant("GRCh37", 25398284, "C", "T,A", "PASS", "GT", "0/2"))),
            MUT,
            "wgs: G12V"),
        of(
            "an annotation that agrees, on one of two transcripts",
            annotated("T|KRAS|E1:c.5G>A|E1:p.Gly2Asp,T|KRAS|E2:c.35G>A|E2:p.Gly12Asp"),
            MUT,
            "wgs: G12D"),
        of(
            "an annotation that says another change",
            annotated("T|KRAS|E2:c.35G>T|E2:p.Gly12Val"),
            UNCLEAR,
            "wgs: G12D not accepted: its alleles read [G12D], its annotation [G12V]"),
        of(
            "an annotation of another allele, of another gene, or without a protein",
            annotated("A|KRAS||p.Gly12Val,T|LYRM5||p.Gly12Val,T|KRAS|n.9G>A|"),
            MUT,
            "wgs: G12D"),
        of(
            "a filtered line",
            Cases.of()
                .wgs(1, covered(variant("GRCh37", 25398284, "C", "T", "germline", "GT", "0/1"))),
            UNCLEAR,
            "wgs: G12D not accepted: filtered: germline"),
        of(
            "few reads by AD",
            Cases.of()
                .wgs(
                    1,
                    covered(
                        variant("GRCh37", 25398284, "C", "T", "PASS", "GT", "0/1", "AD", "40,3"))),
            UNCLEAR,
            "wgs: G12D not accepted: 3 alternate reads, fewer than 5"),
        of(
            "the normal tissue has it too",
            Cases.of()
                .wgs(
                    1,
                    covered(
                        variant(
                            "GRCh37",
                            25398284,
                            "C",
                            "T",
                            "PASS",
                            "GT",
                            "0/1",
                            "NORMAL_GT",
                            "0/1"))),
            ALL,
            "no mutation in any configured codon"),
        of(
            "a somatic caller without genotypes",
            Cases.of().wgs(1, variant("GRCh37", 25398284, "C", "T", "PASS")),
            MUT,
            "wgs: G12D"),
        of(
            "a missing genotype is no evidence",
            Cases.of().wgs(1, variant("GRCh37", 25398284, "C", "T", "PASS", "GT", "./.")),
            UNCLEAR,
            nowhere),
        of(
            "half a genotype with the variant",
            Cases.of().wgs(1, variant("GRCh37", 25398284, "C", "T", "PASS", "GT", "./1")),
            MUT,
            "wgs: G12D"),
        of(
            "the normal column of a pair",
            Cases.of()
                .wgs(
                    1,
                    variant("GRCh37", 25398284, "C", "T", "PASS", "GT", "0/1", "ROLE", "normal")),
            UNTESTED,
            "only normal tissue was tested"));
  }

  /** G12D by its place, with what annotators say of it. */
  private static Cases annotated(String effects) {
    return Cases.of()
        .wgs(
            1,
            covered(
                variant("GRCh37", 25398284, "C", "T", "PASS", "GT", "0/1", "EFFECTS", effects)));
  }

  static Stream<Arguments> oneChange() {
    return Stream.of(
        of("the change that counts", braf("p.V600E"), MUT, "impact: V600E"),
        of("in three letters", braf("p.Val600Glu"), MUT, "impact: V600E"),
        of(
            "another change of the codon is no mutation, and no wild-type",
            braf("p.V600K"),
            UNCLEAR,
            "impact: V600K not accepted: it is not among the changes that count"),
        of(
            "a change of the codon whose effect is unknown may be the one",
            braf("p.V600?"),
            UNCLEAR,
            "impact: V600? not accepted: its codon or its effect is unknown"),
        of(
            "an insertion at the codon likewise",
            braf("p.V600_K601insE"),
            UNCLEAR,
            "impact: V600_K601insE not accepted: it is not among the changes that count"),
        of(
            "another codon is set aside",
            braf("p.K601E"),
            ALL,
            "no mutation in any configured codon"));
  }

  private static Cases braf(String change) {
    return new Cases(Genes.v600e())
        .impact(
            new Panels(true, Set.of("P468"), Set.of("P468")),
            1,
            panel("P468"),
            row(
                "maf",
                "Hugo_Symbol",
                "BRAF",
                "Variant_Classification",
                "Missense_Mutation",
                "HGVSp_Short",
                change));
  }

  static Stream<Arguments> several() {
    Observation g12d = report("exon 2", "G12D");
    String conflict = "conflict at codon 12: sanger mutated, impact wild-type; resolved by ";
    return Stream.of(
        of("no assay", Cases.of(), UNTESTED, "no assay joins the patient"),
        of(
            "platforms disagree: any mutated",
            Cases.of().impact(9, panel("P468")).sanger(1, g12d),
            MUT,
            "sanger: G12D; " + conflict + "any-mutated"),
        of(
            "platforms disagree: the latest is wild-type",
            with(ConflictRule.LATEST).impact(9, panel("P468")).sanger(1, g12d),
            ALL,
            "no mutation in any configured codon; " + conflict + "latest"),
        of(
            "platforms disagree: the latest is mutated",
            with(ConflictRule.LATEST).impact(1, panel("P468")).sanger(9, g12d),
            MUT,
            "sanger: G12D; " + conflict + "latest"),
        of(
            "platforms disagree on the same day: any mutated",
            with(ConflictRule.LATEST).impact(1, panel("P468")).sanger(1, g12d),
            MUT,
            "sanger: G12D; " + conflict + "latest"),
        of(
            "platforms disagree: precedence",
            with(ConflictRule.PRECEDENCE, Platform.IMPACT, Platform.SANGER)
                .impact(1, panel("P468"))
                .sanger(9, g12d),
            ALL,
            "no mutation in any configured codon; " + conflict + "precedence"),
        of(
            "other codons are no disagreement",
            Cases.of().sequenom(1, wells("")).sanger(1, report("exon 3", "Q61H")),
            MUT,
            "sanger: Q61H"),
        of(
            "another variant at the same codon is one",
            Cases.of().impact(9, panel("P468"), maf("p.G12V")).sanger(1, g12d),
            MUT,
            "impact: G12V; conflict at codon 12: impact and sanger mutated differently; resolved by"
                + " any-mutated"),
        of(
            "a failed sample does not outweigh a wild-type one",
            Cases.of().sequenom(1, wells("")).sanger(9, report("exon 2", "failed")),
            ASSAYED,
            "no mutation in the assayed codons 12, 13"),
        of(
            "two platforms together look at the required codons",
            Cases.of().sanger(1, report("codon 12", "WT")).sanger(2, report("codon 13", "WT")),
            ASSAYED,
            "no mutation in the assayed codons 12, 13"),
        of(
            "a possible mutation outweighs another platform's wild-type",
            Cases.of().impact(1, panel("P468")).sanger(1, report("exon 2", "possible G12D")),
            UNCLEAR,
            "sanger: G12D not accepted: equivocal"),
        of(
            "a mutated normal sample beside a wild-type tumour",
            Cases.of().normalTissue(g12d).impact(1, panel("P468")),
            ALL,
            "no mutation in any configured codon"));
  }

  private static Observation reads(String change, String alternate, String reference) {
    return maf(change, "t_alt_count", alternate, "t_ref_count", reference);
  }

  private static Cases with(ConflictRule rule, Platform... order) {
    return new Cases(Genes.kras().withConflict(rule, List.of(order)));
  }

  private static Arguments of(String name, Cases cases, String state, String reason) {
    return Arguments.of(name, cases, state, reason);
  }
}
