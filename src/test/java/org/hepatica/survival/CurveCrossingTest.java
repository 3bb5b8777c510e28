package org.hepatica.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a curve or a bound is first below a half, as R prints a median. */
class CurveCrossingTest {

  private static final double[] TIME = {1, 2, 3, 4};

  @ParameterizedTest
  @CsvSource({
    "0.9, 0.4, 0.45, 0.3, 2",
    "0.9, 0.5, 0.4, 0.3, 2.5",
    "0.9, 0.5, 0.6, 0.3, 3",
    "0.9, 0.5, 0.5, 0.5, 2",
    "NaN, 0.6, NaN, 0.3, 4",
    "0.9, 0.500000000001, 0.5, 0.4, 2.5",
    "0.9, 0.8, 0.7, 0.6,",
    "NaN, NaN, NaN, NaN,"
  })
  void isWhereItIsFirst(double a, double b, double c, double d, Double expected) {
    OptionalDouble found = CurveCrossing.first(TIME, new double[] {a, b, c, d}, 0.5);

    assertThat(found)
        .isEqualTo(expected == null ? OptionalDouble.empty() : OptionalDouble.of(expected));
  }
}
