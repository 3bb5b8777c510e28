package org.hepatica.genomics;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one sample of a patient contributes.
 *
 * @param platform that tested it
 * @param sample its id (a hash)
 * @param outcome what came of it
 * @param reason why it failed or was not profiled, or null
 * @param codons configured codons interrogated with success
 * @param tumor whether the tissue is tumour
 * @param day of the result, as days since 1970, or null
 * @param calls what was reported
 */
public record SampleEvidence(
    Platform platform,
    String sample,
    Outcome outcome,
    String reason,
    SortedSet<Integer> codons,
    boolean tumor,
    Integer day,
    List<Call> calls) {

  /** Keeps them unchangeable. */
  public SampleEvidence {
    codons = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(codons));
    calls = List.copyOf(calls);
  }

  /** A reading with its sample, tissue and date. */
  public static SampleEvidence of(
      Platform platform, String sample, SampleReading reading, boolean tumor, Integer day) {
    return new SampleEvidence(
        platform,
        sample,
        reading.outcome(),
        reading.reason(),
        reading.codons(),
        tumor && reading.tumor(),
        day,
        reading.calls());
  }

  /** Accepted calls. */
  List<Call> accepted() {
    return calls.stream().filter(Call::isAccepted).toList();
  }

  /** The first call that makes it indeterminate, or null. */
  Call block() {
    return calls.stream().filter(Call::blocks).findFirst().orElse(null);
  }

  /** Whether it says anything about the gene, be it that it failed. */
  boolean tested() {
    return outcome != Outcome.NOT_PROFILED || !accepted().isEmpty() || block() != null;
  }
}
