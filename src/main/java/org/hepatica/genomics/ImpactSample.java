package org.hepatica.genomics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads a panel-sequenced sample: its panel, whether it was sequenced, its rows of the MAF. */
public final class ImpactSample implements SampleReader {

  private static final long serialVersionUID = 1L;

  /** Cell of a sample whose name is a normal tissue's; readers set it before names are hashed. */
  public static final String NORMAL = "NORMAL";

  /** Cell of the panel matrix that holds the mutation profile's panel. */
  public static final String MUTATIONS = "MUTATIONS";

  private final GenePolicy policy;
  private final Panels panels;
  private final MafVariants variants;

  /** Reads by a policy; the build is that of rows that do not say, or null. */
  public ImpactSample(GenePolicy policy, Panels panels, GenomeBuild defaultBuild) {
    this.policy = policy;
    this.panels = panels;
    this.variants = new MafVariants(policy, defaultBuild);
  }

  @Override
  public SampleReading read(List<Observation> observations) {
    List<Call> calls = new ArrayList<>();
    List<Defect> defects = new ArrayList<>();
    boolean tumor = observations.stream().noneMatch(ImpactSample::isNormal);
    for (Observation row : observations) {
      if (row.isUnreadable()) {
        calls.add(Call.unreadableRecord(policy.symbol(), row.origin()));
      } else if (row.format().equals("maf") && concernsGene(row)) {
        readRow(row, calls, defects);
      }
    }
    SortedSet<String> assigned = panelsOf(observations);
    boolean listed = observations.stream().anyMatch(o -> o.format().equals("case-list"));
    String panel = String.join(", ", assigned);
    String absence = whyNotProfiled(assigned, listed);
    boolean found = calls.stream().anyMatch(Call::isAccepted);
    if (absence != null && !found) {
      return SampleReading.notProfiled(absence, panel, tumor, calls, defects);
    }
    SortedSet<Integer> codons = new TreeSet<>(absence == null ? policy.codons() : List.of());
    return SampleReading.of(
        policy, codons, "no codon is interpretable", panel, tumor, calls, defects);
  }

  private boolean concernsGene(Observation row) {
    String symbol = row.known("Hugo_Symbol");
    Integer entrez = row.number("Entrez_Gene_Id");
    return policy.gene().names(symbol)
        || entrez != null
            && entrez > 0
            && policy.gene().known().map(g -> g.entrez() == entrez).orElse(false);
  }

  private void readRow(Observation row, List<Call> calls, List<Defect> defects) {
    MafVariants.MafReading reading = variants.read(row);
    CallSupport support =
        CallSupport.ofReads(
            row.known("Mutation_Status"),
            row.known("FILTER"),
            reads(row, "t_alt_count"),
            reads(row, "t_ref_count"));
    if (reading.defect() != null) {
      boolean germline = policy.isGermline(support.status());
      Call call = Call.unreadable(policy.symbol(), reading.defect(), row.origin());
      calls.add(germline ? call.as(Acceptance.SET_ASIDE, "germline") : call);
      defects.add(unreadable(row, reading.defect()));
      return;
    }
    if (reading.doubt() != null) {
      defects.add(unreadable(row, reading.doubt()));
    }
    for (Variant variant : reading.variants()) {
      calls.add(policy.judge(variant, support.inDoubt(reading.doubt()), row.origin()));
    }
  }

  /** Older files have the reads of the caller's own columns, {@code i_} before their names. */
  private static Integer reads(Observation row, String column) {
    Integer reads = row.number(column);
    return reads != null ? reads : row.number("i_" + column);
  }

  private static Defect unreadable(Observation row, String why) {
    return new Defect(
        row.origin(),
        "unreadable-variant",
        "HGVSp_Short",
        row.cell("HGVSp_Short"),
        why + "; correct the row's alleles, build or HGVS text");
  }

  private SortedSet<String> panelsOf(List<Observation> observations) {
    SortedSet<String> matrix = new TreeSet<>();
    SortedSet<String> clinical = new TreeSet<>();
    for (Observation row : observations) {
      if (!row.cell(MUTATIONS).isEmpty()) {
        matrix.add(row.cell(MUTATIONS));
      }
      if (!row.cell("GENE_PANEL").isEmpty()) {
        clinical.add(row.cell("GENE_PANEL"));
      }
    }
    return matrix.isEmpty() ? clinical : matrix;
  }

  private String whyNotProfiled(SortedSet<String> assigned, boolean listed) {
    if (assigned.isEmpty()) {
      return panels.whyNotProfiled("", listed, policy.symbol());
    }
    return assigned.stream()
        .map(panel -> panels.whyNotProfiled(panel, listed, policy.symbol()))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static boolean isNormal(Observation row) {
    return row.cell(NORMAL).equals("true")
        || row.cell("SAMPLE_TYPE").toLowerCase(Locale.ROOT).contains("normal");
  }
}
