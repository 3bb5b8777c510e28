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
 * @param mergedFrom the size of a table, in bytes, from which on its changed rows are merged into
 *     it; a smaller one is written anew, which takes less time
 */
public record LakeTerms(
    int history, Set<String> evolve, Consumer<String> announce, long mergedFrom) {

  private static final int TEN_YEARS = 3650;
  private static final long MERGED_FROM = 64L << 20;

  /** With the usual size from which on rows are merged. */
  public LakeTerms(int history, Set<String> evolve, Consumer<String> announce) {
    this(history, evolve, announce, MERGED_FROM);
  }

  /** Keeps the set unchangeable. */
  public LakeTerms {
    evolve = Set.copyOf(evolve);
  }

  /** Ten years, nothing lost or retyped, nobody told. */
  public static LakeTerms withDefaults() {
    return new LakeTerms(TEN_YEARS, Set.of(), line -> {});
  }
}
