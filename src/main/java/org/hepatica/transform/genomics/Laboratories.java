package org.hepatica.transform.genomics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hepatica.genomics.CodingGene;
import org.hepatica.genomics.ConflictRule;
import org.hepatica.genomics.Gene;
import org.hepatica.genomics.GenePolicy;
import org.hepatica.genomics.GenomeBuild;
import org.hepatica.genomics.GenomeSample;
import org.hepatica.genomics.ImpactSample;
import org.hepatica.genomics.KnownCodon;
import org.hepatica.genomics.Panels;
import org.hepatica.genomics.Platform;
import org.hepatica.genomics.SampleReader;
import org.hepatica.genomics.SangerSample;
import org.hepatica.genomics.TyperAssay;
import org.hepatica.genomics.TyperSample;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.GeneLocus;
import org.hepatica.protocol.Study;

/** The configuration in the words of the pure ring, ready to travel to tasks. */
final class Laboratories implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The export whose CSV is the Sanger table. */
  static final String SANGER = "sanger";

  private static final Map<String, String> SANGER_COLUMNS =
      Map.of(
          "sample", "SAMPLE_ID",
          "gene", "GENE",
          "region", "REGION",
          "result", "RESULT",
          "date", "REPORT_DATE");

  private static final Map<String, Platform> PLATFORMS =
      Map.of(
          "maf",
          Platform.IMPACT,
          "gene-panel-matrix",
          Platform.IMPACT,
          "clinical-sample",
          Platform.IMPACT,
          "case-list",
          Platform.IMPACT,
          "gene-panel",
          Platform.IMPACT,
          "typer",
          Platform.SEQUENOM,
          SANGER,
          Platform.SANGER,
          "vcf",
          Platform.WGS,
          "callable-bed",
          Platform.WGS);

  private final GenePolicy policy;
  private final HashMap<String, HashMap<String, TyperAssay>> assays = new HashMap<>();
  private final HashMap<String, GenomeBuild> builds = new HashMap<>();
  private final HashMap<String, HashMap<String, String>> sanger = new HashMap<>();
  private final HashMap<String, List<String>> sangerDates = new HashMap<>();

  Laboratories(Map<String, Center> centers, Study.Gene gene) {
    this.policy = policy(gene);
    centers.forEach(
        (name, center) -> {
          sanger.put(name, new HashMap<>(SANGER_COLUMNS));
          center.genomics().ifPresent(laboratory -> add(name, laboratory));
        });
  }

  private void add(String center, Center.Laboratory laboratory) {
    HashMap<String, TyperAssay> dictionary = new HashMap<>();
    laboratory
        .sequenomAssays()
        .forEach(
            (name, assay) ->
                dictionary.put(
                    name,
                    new TyperAssay(
                        name,
                        assay.gene(),
                        assay.codon(),
                        assay.wildType(),
                        new HashMap<>(assay.alleles()))));
    assays.put(center, dictionary);
    GenomeBuild.of(laboratory.referenceBuild()).ifPresent(build -> builds.put(center, build));
    if (!laboratory.sanger().isEmpty()) {
      sanger.put(center, new HashMap<>(laboratory.sanger()));
    }
    sangerDates.put(center, List.copyOf(laboratory.sangerDateFormats()));
  }

  static GenePolicy policy(Study.Gene gene) {
    return new GenePolicy(
        named(gene),
        Set.copyOf(gene.codons()),
        Set.copyOf(gene.requiredCodons()),
        ConflictRule.of(gene.conflict()),
        gene.precedence().stream().map(Platform::of).toList(),
        gene.somatic().stream()
            .map(status -> status.toUpperCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()),
        gene.minAlternateReads(),
        gene.minVariantFraction(),
        new HashSet<>(gene.sequenomCalls()),
        Set.copyOf(gene.changes()));
  }

  private static Gene named(Study.Gene gene) {
    List<String> spellings = new ArrayList<>(gene.aliases());
    gene.locus().ifPresent(place -> spellings.addAll(place.aliases()));
    Gene named = Gene.of(gene.symbol(), spellings);
    return gene.locus().map(place -> named.at(coding(place))).orElse(named);
  }

  private static CodingGene coding(GeneLocus place) {
    Map<Integer, CodingGene.CodonRange> exons = new TreeMap<>();
    place
        .exons()
        .forEach(
            exon ->
                exons.put(
                    exon.number(), new CodingGene.CodonRange(exon.firstCodon(), exon.lastCodon())));
    return new CodingGene(
        place.symbol(),
        place.entrez(),
        place.chromosome(),
        place.isOnMinusStrand(),
        place.codons().stream()
            .map(
                codon ->
                    new KnownCodon(codon.number(), codon.bases(), codon.grch37(), codon.grch38()))
            .toList(),
        exons);
  }

  GenePolicy policy() {
    return policy;
  }

  /** What an export's records are: its format, or sanger; empty for what is no platform's. */
  static String format(Center.Export export) {
    boolean isSanger = export.name().equals(SANGER) && !PLATFORMS.containsKey(export.format());
    String format = isSanger ? SANGER : export.format();
    return PLATFORMS.containsKey(format) ? format : "";
  }

  /** Platform by format. */
  static Map<String, Platform> platforms() {
    return PLATFORMS;
  }

  /** Column of a centre's Sanger table by role, or null when it has none. */
  String sangerColumn(String center, String role) {
    return sanger.get(center).get(role);
  }

  /** The reader of a centre's samples on a platform. */
  SampleReader reader(String center, Platform platform, Panels panels) {
    return switch (platform) {
      case IMPACT -> new ImpactSample(policy, panels, builds.get(center));
      case SEQUENOM -> new TyperSample(policy, assays.getOrDefault(center, new HashMap<>()));
      case WGS -> new GenomeSample(policy, builds.get(center));
      case SANGER -> new SangerSample(policy, sangerColumns(center));
    };
  }

  private SangerSample.Columns sangerColumns(String center) {
    List<String> formats = sangerDates.getOrDefault(center, List.of());
    return new SangerSample.Columns(
        sangerColumn(center, "gene"),
        sangerColumn(center, "region"),
        sangerColumn(center, "result"),
        sangerColumn(center, "date"),
        formats.isEmpty() ? List.of("yyyy-MM-dd") : formats);
  }
}
