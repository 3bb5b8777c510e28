package org.hepatica.synthetic.course;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that depends on the seed, the patient and the topic only: never on who asks first, so
 * files do not depend on partitions, and a new topic leaves the others as they were.
 */
public final class Draw {

  private final SplittableRandom random;

  private Draw(long state) {
    random = new SplittableRandom(state);
  }

  /** The stream of one patient and topic. */
  public static Draw of(long seed, long index, String topic) {
    return new Draw(mix(mix(seed) + mix(index ^ 0x5bf03635L) + mix(topic.hashCode())));
  }

  /** True in a share of cases. */
  public boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** A whole number from first to last, both included; first when there is no room. */
  public int between(int first, int last) {
    return last <= first ? first : random.nextInt(first, last + 1);
  }

  /** A number from 0 to below 1. */
  public double uniform() {
    return random.nextDouble();
  }

  /** One of several, alike. */
  @SafeVarargs
  public final <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  /** One of several, alike. */
  public <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  static long mix(long value) {
    long mixed = value + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
