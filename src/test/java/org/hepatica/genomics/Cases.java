package org.hepatica.genomics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records of one patient's samples, as the adversarial cases write them. */
final class Cases {

  static final Panels PANELS = new Panels(true, Set.of("P468", "P0"), Set.of("P468"));

  static final Map<String, TyperAssay> ASSAYS =
      Map.of(
          "KRAS_G12_34",
              assay("KRAS_G12_34", 12, "G", "A", "c.34G>A", "C", "c.34G>C", "T", "c.34G>T"),
          "KRAS_G12_35",
              assay("KRAS_G12_35", 12, "G", "A", "c.35G>A", "C", "c.35G>C", "T", "c.35G>T"),
          "KRAS_G13_37_REV", assay("KRAS_G13_37_REV", 13, "C", "T", "c.37G>A", "A", "c.37G>T"),
          "KRAS_G13_38", assay("KRAS_G13_38", 13, "G", "A", "c.38G>A", "T", "c.38G>T"),
          "BRAF_V600", new TyperAssay("BRAF_V600", "BRAF", 600, "T", Map.of("A", "c.1799T>A")));

  static final SangerSample.Columns SANGER =
      new SangerSample.Columns("GENE", "REGION", "RESULT", "DATE", List.of("yyyy-MM-dd"));

  private final GenePolicy policy;
  private final List<SampleEvidence> samples = new ArrayList<>();
  private GenomeBuild defaultBuild = GenomeBuild.GRCH37;

  Cases(GenePolicy policy) {
    this.policy = policy;
  }

  static Cases of() {
    return new Cases(Genes.kras());
  }

  Cases build(GenomeBuild build) {
    this.defaultBuild = build;
    return this;
  }

  Cases impact(Integer day, Observation... rows) {
    return impact(PANELS, day, rows);
  }

  Cases impact(Panels panels, Integer day, Observation... rows) {
    return add(Platform.IMPACT, new ImpactSample(policy, panels, defaultBuild), day, true, rows);
  }

  Cases sequenom(Integer day, Observation... rows) {
    return add(Platform.SEQUENOM, new TyperSample(policy, ASSAYS), day, true, rows);
  }

  Cases sanger(Integer day, Observation... rows) {
    return add(Platform.SANGER, new SangerSample(policy, SANGER), day, true, rows);
  }

  Cases wgs(Integer day, Observation... rows) {
    return add(Platform.WGS, new GenomeSample(policy, defaultBuild), day, true, rows);
  }

  Cases normalTissue(Observation... rows) {
    return add(Platform.SANGER, new SangerSample(policy, SANGER), 1, false, rows);
  }

  PatientStatus status() {
    return new StatusPolicy(policy).derive(samples);
  }

  SampleEvidence sample() {
    return samples.get(0);
  }

  private Cases add(
      Platform platform, SampleReader reader, Integer day, boolean tumor, Observation... rows) {
    SampleReading reading = reader.read(List.of(rows));
    String name = platform.label() + "-" + samples.size();
    samples.add(SampleEvidence.of(platform, name, reading, tumor, day));
    return this;
  }

  static Observation row(String format, String... cells) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      map.put(cells[i], cells[i + 1]);
    }
    return new Observation(format, new Origin("export", "2020-01-01", "file", 1), map);
  }

  static Observation panel(String id) {
    return row("gene-panel-matrix", "MUTATIONS", id);
  }

  static Observation listed() {
    return row("case-list");
  }

  static Observation clinical(String type) {
    return row("clinical-sample", "SAMPLE_TYPE", type);
  }

  /** A missense row by text only. */
  static Observation maf(String change, String... more) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                "Hugo_Symbol", "KRAS",
                "Variant_Classification", "Missense_Mutation",
                "HGVSp_Short", change));
    cells.addAll(List.of(more));
    return row("maf", cells.toArray(String[]::new));
  }

  /** A row by genomic alleles and text. */
  static Observation mafAt(
      String build, int position, String ref, String alt, String change, String... more) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                "NCBI_Build", build,
                "Chromosome", "12",
                "Start_Position", String.valueOf(position),
                "Strand", "+",
                "Reference_Allele", ref,
                "Tumor_Seq_Allele1", ref,
                "Tumor_Seq_Allele2", alt));
    cells.addAll(List.of(more));
    return maf(change, cells.toArray(String[]::new));
  }

  static Observation well(String assay, String genotype, String grade) {
    return row("typer", "ASSAY_ID", assay, "GENOTYPE_ID", genotype, "DESCRIPTION", grade);
  }

  /** Every KRAS assay wild-type, but for one of them. */
  static Observation[] wells(String assay, Observation... instead) {
    List<Observation> wells = new ArrayList<>(List.of(instead));
    for (TyperAssay each : ASSAYS.values()) {
      if (each.gene().equals("KRAS") && !each.name().equals(assay)) {
        wells.add(well(each.name(), each.wildType(), "A.Conservative"));
      }
    }
    return wells.toArray(Observation[]::new);
  }

  static Observation report(String region, String result) {
    return report(region, result, "");
  }

  static Observation report(String region, String result, String date) {
    return row("sanger", "GENE", "KRAS", "REGION", region, "RESULT", result, "DATE", date);
  }

  static Observation block(String build, int start, int end, String genotype, String depth) {
    return row(
        "vcf",
        "KIND",
        "block",
        "BUILD",
        build,
        "CHROM",
        "chr12",
        "POS",
        String.valueOf(start),
        "END",
        String.valueOf(end),
        "REF",
        "A",
        "ALT",
        "<NON_REF>",
        "FILTER",
        "PASS",
        "GT",
        genotype,
        "MIN_DP",
        depth);
  }

  /** Blocks over all six codons, but for the given positions' block. */
  static Observation[] covered(Observation... more) {
    List<Observation> rows = new ArrayList<>(List.of(more));
    rows.add(block("GRCh37", 25378500, 25378700, "0/0", "30"));
    rows.add(block("GRCh37", 25380200, 25380300, "0/0", "30"));
    rows.add(block("GRCh37", 25398200, 25398300, "0/0", "30"));
    return rows.toArray(Observation[]::new);
  }

  static Observation variant(
      String build, int position, String ref, String alt, String filter, String... more) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                "KIND",
                "variant",
                "BUILD",
                build,
                "CHROM",
                "chr12",
                "POS",
                String.valueOf(position),
                "REF",
                ref,
                "ALT",
                alt,
                "FILTER",
                filter));
    cells.addAll(List.of(more));
    return row("vcf", cells.toArray(String[]::new));
  }

  private static TyperAssay assay(String name, int codon, String wildType, String... alleles) {
    Map<String, String> changes = new HashMap<>();
    for (int i = 0; i < alleles.length; i += 2) {
      changes.put(alleles[i], alleles[i + 1]);
    }
    return new TyperAssay(name, "KRAS", codon, wildType, changes);
  }
}
