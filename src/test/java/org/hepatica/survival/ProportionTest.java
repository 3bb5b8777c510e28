package org.hepatica.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.assertClose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wilson's interval against R, against a table of the literature, and against its definition. */
class ProportionTest {

  private static final Reference R = Reference.of("tables");

  @ParameterizedTest
  @CsvSource({"0, 20", "1, 29", "15, 148", "81, 263", "7, 7", "3, 1000000"})
  void theIntervalIsThatOfPropTest(long count, long n) {
    String name = count + " of " + n;
    Interval interval = Proportion.withDefaults().interval(count, n);
    assertClose(name, interval.low(), R.value(name, "wilson", "low"), ESTIMATE);
    assertClose(name, interval.high(), R.value(name, "wilson", "high"), ESTIMATE);
  }

  /** Newcombe 1998, Stat Med 17:857-872, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void itIsWhatIsPrinted(long count, long n, double low, double high) {
    Interval interval = Proportion.withDefaults().interval(count, n);
    assertThat(interval.low()).isCloseTo(low, within(0.5e-4));
    assertThat(interval.high()).isCloseTo(high, within(0.5e-4));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 3, 10", "0.9, 1, 2", "0.99, 40, 41", "0.999, 250000, 1000000"})
  void itsEndsAreTheSharesThatATestOfThemJustDoesNotReject(double level, long count, long n) {
    Interval interval = Proportion.withDefaults().withConfidenceLevel(level).interval(count, n);
    double seen = (double) count / n;
    for (double end : new double[] {interval.low(), interval.high()}) {
      double deviate = Math.abs(seen - end) / Math.sqrt(end * (1 - end) / n);
      assertThat(deviate).isCloseTo(Tail.deviateFor(level), within(1e-9));
    }
  }

  @Test
  void nobodyAndEverybodyAreTheEndsOfTheScale() {
    assertThat(Proportion.withDefaults().interval(0, 3).low()).isZero();
    assertThat(Proportion.withDefaults().interval(3, 3).high()).isOne();
  }

  @Test
  void whatIsNoShareIsRefused() {
    Proportion proportion = Proportion.withDefaults();
    assertThatThrownBy(() -> proportion.interval(0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a share: 0 of 0");
    assertThatThrownBy(() -> proportion.interval(4, 3)).hasMessage("not a share: 4 of 3");
    assertThatThrownBy(() -> proportion.interval(-1, 3)).hasMessage("not a share: -1 of 3");
    assertThatThrownBy(() -> proportion.withConfidenceLevel(1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
