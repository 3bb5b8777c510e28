package org.hepatica.genomics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Platforms that disagree on a codon: one found a mutation where another found none, or another
 * one.
 *
 * @param codon where
 * @param mutated samples that found a mutation there, by platform
 * @param wildType samples that found none, of platforms without a mutation there
 */
record CodonConflict(
    int codon,
    Map<Platform, List<SampleEvidence>> mutated,
    Map<Platform, List<SampleEvidence>> wildType) {

  /** Every conflict among samples, by codon. */
  static List<CodonConflict> find(Set<Integer> codons, List<SampleEvidence> samples) {
    List<CodonConflict> conflicts = new ArrayList<>();
    for (int codon : new TreeSet<>(codons)) {
      CodonConflict candidate = at(codon, samples);
      if (candidate.isConflict()) {
        conflicts.add(candidate);
      }
    }
    return conflicts;
  }

  private static CodonConflict at(int codon, List<SampleEvidence> samples) {
    Map<Platform, List<SampleEvidence>> mutated = new EnumMap<>(Platform.class);
    Map<Platform, List<SampleEvidence>> wildType = new EnumMap<>(Platform.class);
    for (SampleEvidence sample : samples) {
      boolean found = sample.accepted().stream().anyMatch(c -> c.variant().touches(codon));
      if (found) {
        mutated.computeIfAbsent(sample.platform(), p -> new ArrayList<>()).add(sample);
      } else if (sample.codons().contains(codon)) {
        wildType.computeIfAbsent(sample.platform(), p -> new ArrayList<>()).add(sample);
      }
    }
    wildType.keySet().removeAll(mutated.keySet());
    return new CodonConflict(codon, mutated, wildType);
  }

  private boolean isConflict() {
    return !mutated.isEmpty() && !wildType.isEmpty() || differentVariants();
  }

  /** Whether two platforms found mutations here of which none is the same. */
  private boolean differentVariants() {
    List<Set<String>> names = mutated.values().stream().map(this::names).toList();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        if (Collections.disjoint(names.get(i), names.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private Set<String> names(List<SampleEvidence> samples) {
    return samples.stream()
        .flatMap(sample -> sample.accepted().stream())
        .filter(call -> call.variant().touches(codon))
        .map(call -> call.variant().name())
        .collect(Collectors.toSet());
  }

  /** Whether policy lets the wild-type stand. */
  boolean overrules(GenePolicy policy) {
    if (wildType.isEmpty()) {
      return false;
    }
    return switch (policy.conflict()) {
      case ANY_MUTATED -> false;
      case LATEST -> latest(wildType) > latest(mutated);
      case PRECEDENCE -> first(policy, wildType) < first(policy, mutated);
    };
  }

  private static long latest(Map<Platform, List<SampleEvidence>> samples) {
    return samples.values().stream()
        .flatMap(List::stream)
        .mapToLong(sample -> sample.day() == null ? Long.MIN_VALUE : sample.day())
        .max()
        .orElse(Long.MIN_VALUE);
  }

  private static int first(GenePolicy policy, Map<Platform, List<SampleEvidence>> samples) {
    return samples.keySet().stream()
        .map(platform -> StatusPolicy.rank(policy, platform))
        .min(Comparator.naturalOrder())
        .orElse(Integer.MAX_VALUE);
  }

  /** For people: codon 12: sequenom mutated, sanger wild-type. */
  String describe() {
    String found = labels(mutated) + " mutated";
    return "codon "
        + codon
        + ": "
        + found
        + (wildType.isEmpty() ? " differently" : ", " + labels(wildType) + " wild-type");
  }

  private static String labels(Map<Platform, List<SampleEvidence>> samples) {
    return samples.keySet().stream().map(Platform::label).collect(Collectors.joining(" and "));
  }
}
