package org.hepatica.survival.cox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scales of time have the same values in ranges of time as among all times. */
class TimeScaleTest {

  /** Five are at risk at first; one more comes after 1, two leave at 4, the last three at 9. */
  private static final TimeCounts SMALL =
      TimeCounts.ofAll(
          new double[] {1, 4, 9},
          new double[] {1, 2, 3},
          new double[] {1, 2, 1},
          new double[] {1, 0, 0});

  @ParameterizedTest
  @CsvSource({
    // Curve 1, then 4/5, then 4/5 * 3/5; the mean over events is (0 + 2 * 0.2 + 0.52) / 4.
    "KAPLAN_MEIER, 0, 0.2, 0.52",
    "RANK, 1, 2.5, 5",
    "IDENTITY, 1, 4, 9",
    "LOG, 0, 1.3862943611198906, 2.1972245773362196"
  })
  void scalesAreThoseOfTheirDefinition(TimeTransform transform, double a, double b, double c) {
    double mean = (a + 2 * b + c) / 4;
    double size = Math.max(mean - a, c - mean);
    double[] expected = {(a - mean) / size, (b - mean) / size, (c - mean) / size};

    assertThat(test(transform).scale(SMALL)).containsExactly(expected, within(1e-14));
  }

  @ParameterizedTest
  @EnumSource(TimeTransform.class)
  void rangesHaveTheScaleOfAllTimes(TimeTransform transform) {
    Random random = new Random(1987);
    for (int repeat = 0; repeat < 200; repeat++) {
      TimeCounts all = random(random, 1 + random.nextInt(30));
      // Bounds may be equal: there are ranges without times.
      int[] inner = random.ints(random.nextInt(8), 0, all.times().length + 1).sorted().toArray();
      int[] bounds = new int[inner.length + 2];
      System.arraycopy(inner, 0, bounds, 1, inner.length);
      bounds[bounds.length - 1] = all.times().length;

      assertThat(ofRanges(test(transform), all, bounds))
          .containsExactly(test(transform).scale(all), within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theFirstEventWithoutALogarithmIsNamedWhateverTheRanges(int bound) {
    double[] ones = {1, 1, 1};
    TimeCounts all = TimeCounts.ofAll(new double[] {-3, -1, 5}, ones, ones, new double[3]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofRanges(test(TimeTransform.LOG), all, 0, bound, 3))
        .withMessage("an event at -3.0 has no logarithm");
  }

  private static ProportionalHazardsTest test(TimeTransform transform) {
    return ProportionalHazardsTest.withDefaults().with(transform);
  }

  /** What is known of each range alone, then of those before it, then of all together. */
  private static double[] ofRanges(ProportionalHazardsTest test, TimeCounts all, int... bounds) {
    int n = bounds.length - 1;
    TimeCounts[] ranges = new TimeCounts[n];
    Arrays.setAll(ranges, r -> range(all, bounds[r], bounds[r + 1]));
    double[] leaving = new double[n];
    double[] entering = new double[n];
    Arrays.setAll(leaving, r -> DoubleStream.of(ranges[r].leaving()).sum());
    Arrays.setAll(entering, r -> DoubleStream.of(ranges[r].entering()).sum());
    RangeStart[] begun = RangeStart.of(leaving, entering);
    double[] factors = new double[n];
    Arrays.setAll(factors, r -> ranges[r].after(begun[r]).lastSurvival());
    RangeStart[] starts = RangeStart.withCurves(begun, factors);
    Arrays.setAll(ranges, r -> ranges[r].after(starts[r]));
    ScaleSums sums = Arrays.stream(ranges).map(test::sums).reduce(ScaleSums::merge).orElseThrow();
    return Arrays.stream(ranges)
        .flatMapToDouble(range -> DoubleStream.of(test.scale(range, sums)))
        .toArray();
  }

  private static TimeCounts range(TimeCounts all, int from, int to) {
    return TimeCounts.ofAll(
        Arrays.copyOfRange(all.times(), from, to),
        Arrays.copyOfRange(all.leaving(), from, to),
        Arrays.copyOfRange(all.events(), from, to),
        Arrays.copyOfRange(all.entering(), from, to));
  }

  /** Some leave at each time, some of them with the event; some come late, before the last. */
  private static TimeCounts random(Random random, int n) {
    double[] times = random.doubles(n, 0.5, 100).sorted().toArray();
    double[] leaving = new double[n];
    double[] events = new double[n];
    double[] entering = new double[n];
    for (int t = 0; t < n; t++) {
      leaving[t] = 1 + random.nextInt(4);
      events[t] = random.nextInt((int) leaving[t] + 1);
      entering[t] = t + 1 < n ? random.nextInt(2) : 0;
    }
    events[0] = Math.max(1, events[0]);
    leaving[n - 1] += n;
    return TimeCounts.ofAll(times, leaving, events, entering);
  }
}
