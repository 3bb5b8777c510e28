package org.hepatica.ml.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExponentialsTest {

  private static final double PERCENT = 1e-11;

  @ParameterizedTest
  @CsvSource({
    "0, 1048575, 10, 0.0002, 100",
    "-32768, 32767, 1, -0.003, 17",
    "-128, 127, 1, 0.7, 0",
    "5, 5, 100, 3, 0.05",
  })
  void twoTablesGiveTheExponential(
      int least, int most, double divisor, double slope, double centre) {
    Exponentials tables = Exponentials.of(least, most, divisor, slope, centre);

    for (long value = least; value <= most; value += 1 + (most - least) / 997) {
      assertThat(tables.of((int) value))
          .isCloseTo(Math.exp(slope * (value / divisor - centre)), withinPercentage(PERCENT));
    }
    assertThat(tables.of(most))
        .isCloseTo(Math.exp(slope * (most / divisor - centre)), withinPercentage(PERCENT));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1048575, true",
    "0, 1048576, false",
    "-2147483648, 2147483647, false",
  })
  void aWiderRangeHasNone(int least, int most, boolean room) {
    assertThat(Exponentials.haveRoom(least, most)).isEqualTo(room);
  }
}
