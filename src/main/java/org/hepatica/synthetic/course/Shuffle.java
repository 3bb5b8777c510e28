package org.hepatica.synthetic.course;

import java.io.Serializable;

/**
 * A seeded one-to-one map of 0 to size - 1 onto itself, without a table: a Feistel network that
 * walks until it is back inside. It orders the registry and makes identifiers that tell nothing.
 */
public final class Shuffle implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int ROUNDS = 4;

  private final long key;
  private final long size;
  private final int half;

  /** Of 0 to size - 1, by a key. */
  public Shuffle(long size, long key) {
    this.size = size;
    this.key = Draw.mix(key);
    int bits = Math.max(2, 64 - Long.numberOfLeadingZeros(Math.max(1, size - 1)));
    this.half = (bits + 1) / 2;
  }

  /** Where a number goes. */
  public long of(long number) {
    long at = number;
    do {
      at = once(at);
    } while (at >= size);
    return at;
  }

  private long once(long number) {
    long mask = (1L << half) - 1;
    long left = number >>> half;
    long right = number & mask;
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ (Draw.mix(right + key + round) & mask);
      left = right;
      right = next;
    }
    return (left << half) | right;
  }
}
