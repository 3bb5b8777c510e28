package org.hepatica.synthetic.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Seeded draws of exact size. */
final class Draw {

  private final SplittableRandom random;

  Draw(SplittableRandom random) {
    this.random = random;
  }

  double uniform() {
    return random.nextDouble();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Integer from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** Exactly {@code count} of {@code n}, at random. */
  boolean[] flags(int n, int count) {
    return prefer(n, count, i -> 0);
  }

  /** Exactly {@code count} of {@code n}; a bonus of 1 goes before all that have none. */
  boolean[] prefer(int n, int count, IntToDoubleFunction bonus) {
    double[] key =
        IntStream.range(0, n).mapToDouble(i -> uniform() + bonus.applyAsDouble(i)).toArray();
    boolean[] chosen = new boolean[n];
    IntStream.range(0, n)
        .boxed()
        .sorted((a, b) -> Double.compare(key[b], key[a]))
        .limit(count)
        .forEach(i -> chosen[i] = true);
    return chosen;
  }

  /** The values in random order, in place. */
  double[] shuffle(double[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double held = values[i];
      values[i] = values[j];
      values[j] = held;
    }
    return values;
  }

  /** The list in random order, in place. */
  <T> List<T> shuffle(List<T> values) {
    for (int i = values.size() - 1; i > 0; i--) {
      Collections.swap(values, i, random.nextInt(i + 1));
    }
    return values;
  }

  /** Exactly {@code count} of {@code n}, evenly spread from a random start. */
  boolean[] systematic(int n, int count) {
    double start = uniform();
    boolean[] chosen = new boolean[n];
    for (int i = 0; i < n; i++) {
      chosen[i] = Math.floor((i + 1 + start) * count / n) > Math.floor((i + start) * count / n);
    }
    return chosen;
  }

  /** Values at the plotting positions i/(n-1) of a quantile function given by p, value in turn. */
  static double[] quantiles(int n, double... points) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> at(n == 1 ? .5 : i / (n - 1.0), points));
    return values;
  }

  /** The quantile function given by p, value in turn, linear between. */
  static double at(double p, double... points) {
    int i = 2;
    while (i < points.length - 2 && points[i] < p) {
      i += 2;
    }
    double share = (p - points[i - 2]) / (points[i] - points[i - 2]);
    return points[i - 1] + share * (points[i + 1] - points[i - 1]);
  }
}
