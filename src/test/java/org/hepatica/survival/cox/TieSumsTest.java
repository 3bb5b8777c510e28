package org.hepatica.survival.cox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sums over tied events are those of their definition, in 40 digits. */
class TieSumsTest {

  private static final MathContext DIGITS = new MathContext(40);

  @ParameterizedTest
  @CsvSource({
    "2, 0.3, 1", "23, 0.05, 7", "24, 0.05, 7", "24, 0.0001, 1e6", "31, 0.051, 3",
    "100, 0.049, 0.01", "760, 1e-4, 1e7", "5000, 0.05, 1e5", "5000, 1e-9, 1e-3", "40, 0.9, 12"
  })
  void efronsSums(long d, double share, double s0) {
    TieSums sums = new TieSums();
    sums.set(Ties.EFRON, d, 1, s0, share * s0);
    BigDecimal[] exact = {
      BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO
    };
    double logs = 0;
    BigDecimal dead = BigDecimal.valueOf(share * s0);
    for (long l = 0; l < d; l++) {
      BigDecimal f = BigDecimal.valueOf(l).divide(BigDecimal.valueOf(d), DIGITS);
      BigDecimal z = BigDecimal.valueOf(s0).subtract(f.multiply(dead, DIGITS));
      BigDecimal inverse = BigDecimal.ONE.divide(z, DIGITS);
      BigDecimal square = inverse.multiply(inverse, DIGITS);
      exact[0] = exact[0].add(inverse);
      exact[1] = exact[1].add(f.multiply(inverse, DIGITS));
      exact[2] = exact[2].add(square);
      exact[3] = exact[3].add(f.multiply(square, DIGITS));
      exact[4] = exact[4].add(f.multiply(f, DIGITS).multiply(square, DIGITS));
      logs += Math.log(z.doubleValue());
    }
    double[] found = {sums.inverse, sums.fInverse, sums.square, sums.fSquare, sums.ffSquare};
    for (int i = 0; i < found.length; i++) {
      double expected = exact[i].doubleValue();
      assertThat(found[i]).as("sum " + i).isCloseTo(expected, within(2e-14 * expected));
    }
    assertThat(sums.logZ).isCloseTo(logs, within(1e-12 * Math.max(1, Math.abs(logs))));
  }
}
