package org.hepatica.genomics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a Sequenom sample through the laboratory's dictionary. A codon is negative only when every
 * assay of the laboratory for it was called, in at least one replicate, without disagreement.
 */
public final class TyperSample implements SampleReader {

  private static final long serialVersionUID = 1L;

  /** Cell of a well that holds no patient; readers set it before names are hashed. */
  public static final String CONTROL = "CONTROL";

  private final GenePolicy policy;
  private final Map<String, TyperAssay> dictionary;

  /** Reads by a policy and a dictionary of assays by name. */
  public TyperSample(GenePolicy policy, Map<String, TyperAssay> dictionary) {
    this.policy = policy;
    this.dictionary = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.dictionary.putAll(dictionary);
  }

  @Override
  public SampleReading read(List<Observation> observations) {
    List<Call> calls = new ArrayList<>();
    List<Defect> defects = new ArrayList<>();
    Map<TyperAssay, List<Observation>> wells = wells(observations, defects);
    if (wells.isEmpty()) {
      String why = "no assay of the export looks at " + policy.symbol();
      return SampleReading.notProfiled(why, null, true, calls, defects);
    }
    Set<TyperAssay> called = new LinkedHashSet<>();
    wells.forEach(
        (assay, replicates) -> {
          if (readAssay(assay, replicates, calls, defects)) {
            called.add(assay);
          }
        });
    String failure =
        called.isEmpty() ? "no assay was called" : "of no codon every assay was called";
    return SampleReading.of(policy, interrogated(called), failure, null, true, calls, defects);
  }

  private Map<TyperAssay, List<Observation>> wells(
      List<Observation> observations, List<Defect> defects) {
    Map<TyperAssay, List<Observation>> wells = new LinkedHashMap<>();
    for (Observation row : observations) {
      String name = row.cell("ASSAY_ID");
      TyperAssay assay = dictionary.get(name);
      if (row.cell(CONTROL).equals("true")) {
        continue;
      }
      if (assay == null) {
        defects.add(
            new Defect(
                row.origin(),
                "unknown-assay",
                "ASSAY_ID",
                name,
                "assay '"
                    + name
                    + "' is not in the dictionary; add it to genomics.sequenom-assays"));
      } else if (policy.gene().names(assay.gene())) {
        wells.computeIfAbsent(assay, ignored -> new ArrayList<>()).add(row);
      }
    }
    return wells;
  }

  /** Adds an assay's variants; true when it was called. */
  private boolean readAssay(
      TyperAssay assay, List<Observation> replicates, List<Call> calls, List<Defect> defects) {
    Map<Set<String>, Observation> results = new LinkedHashMap<>();
    for (Observation row : replicates) {
      Set<String> alleles = TyperWell.alleles(policy, row);
      if (!alleles.isEmpty()) {
        results.putIfAbsent(alleles, row);
      }
    }
    String doubt =
        results.size() > 1 ? "replicates disagree: " + String.join(", ", shown(results)) : null;
    results.forEach((alleles, row) -> readAlleles(assay, alleles, row, doubt, calls, defects));
    return results.size() == 1;
  }

  private void readAlleles(
      TyperAssay assay,
      Set<String> alleles,
      Observation row,
      String doubt,
      List<Call> calls,
      List<Defect> defects) {
    List<VariantText> mutant = new ArrayList<>();
    String unknown = null;
    for (String allele : alleles) {
      if (allele.equalsIgnoreCase(assay.wildType())) {
        continue;
      }
      VariantText text = variants(assay, allele);
      if (text == null) {
        unknown = "allele " + allele + " is not in the assay's dictionary";
        addUnknown(assay, unknown, row, calls, defects);
      } else {
        mutant.add(text);
      }
    }
    // Letters that are none of the assay's may all be of the other strand.
    String support = doubt == null ? unknown : doubt;
    for (VariantText text : mutant) {
      for (Variant variant : text.variants()) {
        calls.add(policy.judge(variant, CallSupport.STATED.inDoubt(support), row.origin()));
      }
    }
  }

  /** What an allele is by the dictionary, or null. */
  private VariantText variants(TyperAssay assay, String allele) {
    String change = assay.alleles().get(allele);
    VariantText text = change == null ? null : VariantText.readCell(policy.gene(), change);
    return text == null || !text.defects().isEmpty() || text.variants().isEmpty() ? null : text;
  }

  private void addUnknown(
      TyperAssay assay, String why, Observation row, List<Call> calls, List<Defect> defects) {
    Variant unknown =
        Variant.touching(policy.symbol(), assay.codon(), assay.codon(), null, Consequence.UNKNOWN);
    calls.add(new Call(unknown, null, Acceptance.NOT_ACCEPTED, why, row.origin()));
    defects.add(
        new Defect(
            row.origin(),
            "unknown-allele",
            "GENOTYPE_ID",
            row.cell("GENOTYPE_ID"),
            why + "; add it to genomics.sequenom-assays, or correct the genotype"));
  }

  private SortedSet<Integer> interrogated(Set<TyperAssay> called) {
    SortedSet<Integer> codons = new TreeSet<>();
    for (TyperAssay assay : called) {
      codons.add(assay.codon());
    }
    for (TyperAssay assay : dictionary.values()) {
      if (policy.gene().names(assay.gene()) && !called.contains(assay)) {
        codons.remove(assay.codon());
      }
    }
    return codons;
  }

  private static List<String> shown(Map<Set<String>, Observation> results) {
    return results.keySet().stream().map(alleles -> String.join("", alleles)).sorted().toList();
  }
}
