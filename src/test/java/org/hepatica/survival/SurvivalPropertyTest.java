package org.hepatica.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the mergeable states that hold for any data, on random data of fixed seeds. */
class SurvivalPropertyTest {

  private static final int N = 120;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 8);
  }

  private static SurvivalCounts counts(long seed, int from, int to) {
    Random random = new Random(seed);
    SurvivalCounts.Builder builder = SurvivalCounts.builder();
    for (int i = 0; i < to; i++) {
      double time = random.nextInt(40);
      boolean event = random.nextDouble() < 0.7;
      if (i >= from) {
        builder.add(time, event, 1);
      }
    }
    return builder.build();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void countsOfPartsMergeToTheCountsOfTheWhole(long seed) {
    SurvivalCounts a = counts(seed, 0, 30);
    SurvivalCounts b = counts(seed, 30, 31);
    SurvivalCounts c = counts(seed, 31, N);
    SurvivalCounts whole = counts(seed, 0, N);

    assertThat(a.merge(b).merge(c)).isEqualTo(whole).isEqualTo(c.merge(a.merge(b)));
    assertThat(whole.merge(SurvivalCounts.empty())).isEqualTo(whole);
    assertThat(a.reversed().merge(b.reversed()).merge(c.reversed())).isEqualTo(whole.reversed());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void valueCountsOfPartsMergeToThoseOfTheWhole(long seed) {
    double[] values = new Random(seed).ints(50, 0, 12).asDoubleStream().toArray();
    ValueCounts a = ValueCounts.of(Arrays.copyOfRange(values, 0, 20));
    ValueCounts b = ValueCounts.of(Arrays.copyOfRange(values, 20, 50));

    assertThat(a.merge(b)).isEqualTo(ValueCounts.of(values)).isEqualTo(b.merge(a));
  }
}
