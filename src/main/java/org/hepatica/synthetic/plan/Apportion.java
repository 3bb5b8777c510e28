package org.hepatica.synthetic.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Whole numbers in given proportions: the method of largest remainders. */
public final class Apportion {

  private Apportion() {}

  /** Splits {@code total} in proportion to the weights; ties go to the earlier weight. */
  public static int[] split(int total, double... weights) {
    double sum = Arrays.stream(weights).sum();
    double[] exact = Arrays.stream(weights).map(w -> total * w / sum).toArray();
    int[] share = Arrays.stream(exact).mapToInt(x -> (int) Math.floor(x + 1e-9)).toArray();
    int rest = total - Arrays.stream(share).sum();
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> share[i] - exact[i]))
        .limit(rest)
        .forEach(i -> share[i]++);
    return share;
  }

  /** {@code total * part / whole}, rounded. */
  static int part(int total, double part, double whole) {
    return (int) Math.round(total * part / whole);
  }
}
