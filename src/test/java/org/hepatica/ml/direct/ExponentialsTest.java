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
    "-128, 127, 1, 0.29, 0",
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
    "0, 1048575, 0.01, true",
    "0, 1048576, 0.01, false",
    "-2147483648, 2147483647, 0.01, false",
    "-128, 127, -0.29, true",
    "-128, 127, -0.3, false",
    "-128, 127, 12, false",
  })
  void aWiderRangeAndASteeperSlopeHaveNone(int least, int most, double slope, boolean room) {
    assertThat(Exponentials.haveRoom(least, most, slope)).isEqualTo(room);
  }

  /** Ages of which each year doubles the hazard: an entry for 1,023 years would overflow. */
  @ParameterizedTest
  @CsvSource({"1", "10"})
  void steepColumnsHaveNoTables(int divisor) {
    short[] ages = {-100, 150};
    PackedColumn column = PackedColumn.shorts(ages, divisor);

    assertThat(column.exponentials(0.7 * divisor, 0)).isNull();
    assertThat(column.exponentials(0.01 * divisor, 0)).isNotNull();
  }
}
