package org.hepatica.lake;

import java.util.Set;
import java.util.function.Consumer;

/**
 * What the tables of a lake are held to.
 *
 * @param history days for which every past version can be read
 * @param evolve columns, as in {@code silver/patient.sex}, that a table may lose or that may change
 *     their type
 * @param announce told, in a line, what becomes of a table beside its rows
 */
public record LakeTerms(int history, Set<String> evolve, Consumer<String> announce) {

  private static final int TEN_YEARS = 3650;

  /** Keeps the set unchangeable. */
  public LakeTerms {
    evolve = Set.copyOf(evolve);
  }

  /** Ten years, nothing lost or retyped, nobody told. */
  public static LakeTerms withDefaults() {
    return new LakeTerms(TEN_YEARS, Set.of(), line -> {});
  }
}
