package org.hepatica.portal;

import java.util.List;

/** What was written: patients, and what was told of the gene. */
public record Exported(long patients, Gene gene) {

  /**
   * Of the gene.
   *
   * @param profiled patients whose status is told, wild-type or mutated
   * @param mutated those with a mutation
   * @param variants lines of mutations
   * @param placed those with a place on the genome
   * @param panels ids, ascending
   */
  public record Gene(long profiled, long mutated, long variants, long placed, List<String> panels) {

    static final Gene NONE = new Gene(0, 0, 0, 0, List.of());
  }
}
