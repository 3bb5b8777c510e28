package org.hepatica.ml.collapse;

import java.io.Serializable;

/**
 * Where collapsing ends and other ways are better.
 *
 * @param levels distinct values of one column
 * @param patterns distinct patterns
 * @param times distinct times
 * @param cells of a partition's table: patterns by statuses by times
 */
public record Limits(int levels, int patterns, int times, int cells) implements Serializable {

  /** Refuses limits that codes have no room for. */
  public Limits {
    if (times > 1 << 20 || patterns > 1 << 26) {
      throw new IllegalArgumentException("at most 2^20 times and 2^26 patterns are coded");
    }
  }

  /** 4,096 levels, 65,536 patterns, 131,072 times, 32 Mi cells (128 MB a partition). */
  public static Limits withDefaults() {
    return new Limits(4096, 65_536, 131_072, 1 << 25);
  }
}
