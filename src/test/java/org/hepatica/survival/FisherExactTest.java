package org.hepatica.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fisher's exact test against sums of whole numbers, without a rounding anywhere. */
class FisherExactTest {

  private static final BigInteger ALLOWED = BigInteger.valueOf(10_000_001);
  private static final BigInteger OF = BigInteger.valueOf(10_000_000);

  @Test
  void theProbabilityIsTheSumOfTheTablesThatAreNoLikelier() {
    Random random = new Random(20190301);
    for (int i = 0; i < 300; i++) {
      long a = random.nextInt(40);
      long b = random.nextInt(200);
      long c = random.nextInt(40);
      long d = random.nextInt(200);
      double p =
          ContingencyTest.withDefaults()
              .with(ContingencyChoice.FISHER)
              .test(new long[][] {{a, b}, {c, d}})
              .pValue();
      assertThat(p).as("%d %d / %d %d", a, b, c, d).isCloseTo(exact(a, b, c, d), within(1e-12));
    }
  }

  /** Ways to draw each table, of all; R's allowance for ties included. */
  private static double exact(long a, long b, long c, long d) {
    BigInteger seen = ways(a, a + b, c + d, a + c);
    BigInteger extreme = BigInteger.ZERO;
    BigInteger all = BigInteger.ZERO;
    for (long x = Math.max(0, a - d); x <= Math.min(a + b, a + c); x++) {
      BigInteger ways = ways(x, a + b, c + d, a + c);
      all = all.add(ways);
      if (ways.multiply(OF).compareTo(seen.multiply(ALLOWED)) <= 0) {
        extreme = extreme.add(ways);
      }
    }
    return new BigDecimal(extreme).divide(new BigDecimal(all), MathContext.DECIMAL64).doubleValue();
  }

  private static BigInteger ways(long x, long row1, long row2, long column1) {
    return choose(row1, x).multiply(choose(row2, column1 - x));
  }

  private static BigInteger choose(long n, long k) {
    BigInteger ways = BigInteger.ONE;
    for (long i = 1; i <= k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return ways;
  }
}
