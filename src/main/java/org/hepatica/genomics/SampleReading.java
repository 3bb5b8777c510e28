package org.hepatica.genomics;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the records of one sample say about the gene.
 *
 * @param outcome what came of it
 * @param reason why it failed or was not profiled; may be null
 * @param panel panel or assay set; may be null
 * @param codons configured codons interrogated with success
 * @param tumor false when the files say that the tissue is normal
 * @param calls what was reported
 * @param defects records that could not be used
 */
public record SampleReading(
    Outcome outcome,
    String reason,
    String panel,
    SortedSet<Integer> codons,
    boolean tumor,
    List<Call> calls,
    List<Defect> defects) {

  /** Keeps them unchangeable. */
  public SampleReading {
    codons = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(codons));
    calls = List.copyOf(calls);
    defects = List.copyOf(defects);
  }

  /**
   * The reading of a sample whose interrogated codons are known: a codon with an accepted variant
   * was interrogated too, one with a variant that is not accepted was not.
   */
  static SampleReading of(
      GenePolicy policy,
      SortedSet<Integer> interrogated,
      String failure,
      String panel,
      boolean tumor,
      List<Call> calls,
      List<Defect> defects) {
    SortedSet<Integer> codons = new TreeSet<>(interrogated);
    for (Call call : calls) {
      for (int codon : policy.codons()) {
        if (call.variant().touches(codon) && call.isAccepted()) {
          codons.add(codon);
        }
      }
    }
    for (Call call : calls) {
      if (call.blocks()) {
        codons.removeIf(codon -> call.variant().touches(codon));
      }
    }
    codons.retainAll(policy.codons());
    Outcome outcome = codons.isEmpty() ? Outcome.FAILED : Outcome.CALLED;
    return new SampleReading(
        outcome, outcome == Outcome.FAILED ? failure : null, panel, codons, tumor, calls, defects);
  }

  static SampleReading notProfiled(
      String reason, String panel, boolean tumor, List<Call> calls, List<Defect> defects) {
    return new SampleReading(
        Outcome.NOT_PROFILED, reason, panel, new TreeSet<>(), tumor, calls, defects);
  }
}
