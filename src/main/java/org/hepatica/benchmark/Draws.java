package org.hepatica.benchmark;

/**
 * Random numbers of one subject: they depend on the seed and the subject's number only, not on the
 * partition, the Java version or the machine. SplitMix64 (Steele, Lea and Flood 2014, <a
 * href="https://doi.org/10.1145/2660193.2660195">doi:10.1145/2660193.2660195</a>).
 */
final class Draws {

  private static final long STEP = 0x9e3779b97f4a7c15L;
  private static final double BIT = 0x1.0p-53;

  private long state;

  Draws(long seed, long number) {
    state = mixed(mixed(seed + STEP) + number);
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return (next() >>> 11) * BIT;
  }

  /** 1 in a share of cases, else 0. */
  int flag(double share) {
    return uniform() < share ? 1 : 0;
  }

  /** A whole number from 0 to below n, alike. */
  int below(int n) {
    return (int) (uniform() * n);
  }

  /** Standard normal, by Box and Muller. */
  double normal() {
    double radius = StrictMath.sqrt(2 * exponential());
    return radius * StrictMath.cos(2 * Math.PI * uniform());
  }

  /** Exponential with mean 1. */
  double exponential() {
    return -StrictMath.log(1 - uniform());
  }

  private long next() {
    state += STEP;
    return mixed(state);
  }

  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
