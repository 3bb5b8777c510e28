package org.hepatica.genomics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads a whole-genome sample: called lines, reference blocks and callable regions at the gene's
 * known codons. A base that none of them covers was not looked at.
 */
public final class GenomeSample implements SampleReader {

  private static final long serialVersionUID = 1L;

  /** Cell: {@code sample} of a header, {@code variant}, {@code block} or {@code region}. */
  public static final String KIND = Observation.KIND;

  /** Cell: tumor, normal, or empty. */
  public static final String ROLE = "ROLE";

  /** Cell: the build as the file says it, or empty. */
  public static final String BUILD = "BUILD";

  /** Cell: genotype of the normal tissue beside it. */
  public static final String NORMAL_GENOTYPE = "NORMAL_GT";

  /**
   * Cell: what an annotator made of the line, entries of {@code allele|symbol|coding change|protein
   * change} by commas.
   */
  public static final String EFFECTS = "EFFECTS";

  private final GenePolicy policy;
  private final GenomeBuild defaultBuild;

  /** Reads by a policy; the build is that of files that do not say, or null. */
  public GenomeSample(GenePolicy policy, GenomeBuild defaultBuild) {
    this.policy = policy;
    this.defaultBuild = defaultBuild;
  }

  @Override
  public SampleReading read(List<Observation> observations) {
    Optional<CodingGene> gene = policy.gene().known();
    boolean tumor = observations.stream().noneMatch(o -> o.cell(ROLE).equals("normal"));
    List<Call> calls = new ArrayList<>();
    List<Defect> defects = new ArrayList<>();
    if (gene.isEmpty()) {
      String why = "the codons of " + policy.symbol() + " are not known on the genome";
      return SampleReading.notProfiled(why, null, tumor, calls, defects);
    }
    Set<Integer> covered = new HashSet<>();
    boolean built = true;
    String fileBuild = fileBuild(observations);
    for (Observation row : observations) {
      Optional<GenomeBuild> build = build(row, fileBuild);
      if (row.isUnreadable()) {
        calls.add(Call.unreadableRecord(policy.symbol(), row.origin()));
      } else if (build.isEmpty()) {
        built = false;
        defects.add(unknownBuild(row));
      } else if (!row.cell(KIND).equals("sample")) {
        read(new GenomeLine(policy, gene.get(), build.get(), row), covered, calls, defects);
      }
    }
    String failure =
        built
            ? "nothing shows that a configured codon was covered: neither gVCF blocks nor callable"
                + " regions"
            : "the reference build is unknown";
    return SampleReading.of(
        policy, interrogated(gene.get(), covered), failure, null, tumor, calls, defects);
  }

  private void read(GenomeLine line, Set<Integer> covered, List<Call> calls, List<Defect> defects) {
    covered.addAll(line.coveredCodingPositions());
    line.calls(calls, defects);
  }

  /** A callable BED says no build: it is that of the sample's VCF, where there is one. */
  private static String fileBuild(List<Observation> observations) {
    Set<String> builds = new TreeSet<>();
    observations.stream()
        .map(row -> row.cell(BUILD))
        .filter(build -> !build.isEmpty())
        .forEach(builds::add);
    return String.join(" or ", builds);
  }

  private Optional<GenomeBuild> build(Observation row, String fileBuild) {
    boolean borrows = row.cell(BUILD).isEmpty() && row.cell(KIND).equals("region");
    String stated = borrows ? fileBuild : row.cell(BUILD);
    return stated.isEmpty() ? Optional.ofNullable(defaultBuild) : GenomeBuild.of(stated);
  }

  private static SortedSet<Integer> interrogated(CodingGene gene, Set<Integer> covered) {
    SortedSet<Integer> codons = new TreeSet<>();
    for (KnownCodon codon : gene.codons()) {
      int first = codon.firstCodingPosition();
      if (covered.containsAll(Set.of(first, first + 1, first + 2))) {
        codons.add(codon.number());
      }
    }
    return codons;
  }

  private static Defect unknownBuild(Observation row) {
    return new Defect(
        row.origin(),
        "unknown-build",
        BUILD,
        row.cell(BUILD),
        "the file does not say GRCh37 or GRCh38; deliver its ##contig or ##reference lines, or set"
            + " genomics.reference-build");
  }
}
