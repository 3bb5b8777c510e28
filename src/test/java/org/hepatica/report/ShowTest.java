package org.hepatica.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowTest {

  @ParameterizedTest
  @CsvSource({
    "0, <0.001", "0.00099, <0.001", "0.001, 0.001", "0.0094, 0.009", "0.0095, 0.01", "0.02, 0.02",
    "0.0449, 0.04", "0.0496, 0.050", "0.054, 0.054", "0.06, 0.06", "0.5, 0.50", "0.996, >0.99",
    "1, >0.99"
  })
  void showsPValuesAsJournalsDo(double p, String expected) {
    assertThat(Show.p(p)).isEqualTo(expected);
  }

  @Test
  void saysPWithItsSign() {
    assertThat(Show.pPhrase(0.00001)).isEqualTo("P < 0.001");
    assertThat(Show.pPhrase(0.03)).isEqualTo("P = 0.03");
    assertThat(Show.pPhrase(null)).isEmpty();
  }

  @Test
  void showsHazardRatiosWithTheirIntervals() {
    assertThat(Show.ratio(1.391, 1.158, 1.672)).isEqualTo("1.39 (1.16–1.67)");
    assertThat(Show.ratio(null, null, null)).isEqualTo("not estimable");
    assertThat(Show.ratio(2.0, 0.0001, 5e6)).isEqualTo("2.00 (0.00–>1000)");
  }

  @Test
  void saysWhatIsNotReached() {
    assertThat(Show.median(6.62, 6.0, 8.31)).isEqualTo("6.6 (6.0–8.3)");
    assertThat(Show.median(6.62, 6.0, null)).isEqualTo("6.6 (6.0–not reached)");
    assertThat(Show.median(null, null, null)).isEqualTo("not reached");
    assertThat(Show.median(null, 6.0, null)).isEqualTo("not reached (6.0–)");
  }

  @Test
  void showsSharesCountsAndPlainNumbers() {
    assertThat(Show.share(0.616, 0.58, 0.655)).isEqualTo("62% (58–66)");
    assertThat(Show.countPercent(1234, 59.44)).isEqualTo("1,234 (59.4%)");
    assertThat(Show.plain(366.0)).isEqualTo("366");
    assertThat(Show.plain(0.2840)).isEqualTo("0.284");
    assertThat(Show.plain(-0.0001)).isEqualTo("0");
    assertThat(Show.plain(55.0, 47.0, 63.0)).isEqualTo("55 (47–63)");
  }

  @Test
  void doesNotFollowTheMachinesLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Show.number(1.5, 1) + Show.count(1234)).isEqualTo("1.51,234");
    } finally {
      Locale.setDefault(before);
    }
  }
}
