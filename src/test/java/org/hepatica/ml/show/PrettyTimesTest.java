package org.hepatica.ml.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Round times are those of R: pretty(c(0, last), 5) without its ends. */
class PrettyTimesTest {

  @ParameterizedTest
  @CsvSource({
    "424,100 200 300 400",
    "5071,1000 2000 3000 4000 5000",
    "12,2 4 6 8 10",
    "0.3,0.05 0.1 0.15 0.2 0.25",
    "99,20 40 60 80",
    "100,20 40 60 80",
    "101,20 40 60 80 100",
    "7,1 2 3 4 5 6",
    "2,0.5 1 1.5",
    "3,0.5 1 1.5 2 2.5",
    "6e7,1e7 2e7 3e7 4e7 5e7",
    "1234,200 400 600 800 1000 1200"
  })
  void timesAreThoseOfPretty(double last, String expected) {
    double[] times = Stream.of(expected.split(" ")).mapToDouble(Double::parseDouble).toArray();

    assertThat(PrettyTimes.before(last)).containsExactly(times, within(1e-12));
  }

  @Test
  void whereNothingLiesBeforeTheLastItIsTheLast() {
    assertThat(PrettyTimes.before(0)).containsExactly(0);
    assertThat(PrettyTimes.before(-3)).containsExactly(-3);
  }
}
