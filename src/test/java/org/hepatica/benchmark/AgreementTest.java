package org.hepatica.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTest {

  @Test
  void figuresWithinOneInAHundredMillionAreTheSame() {
    Agreement found = Agreement.of(Map.of("a", 2.0, "b", -1e-6), Map.of("a", 2 + 1e-8, "b", -1e-6));

    assertThat(found.same()).isTrue();
    assertThat(found.figure()).isEqualTo("a");
    assertThat(found.largest()).isCloseTo(5e-9, within(1e-12));
  }

  @Test
  void aSmallFigureIsComparedByItsOwnSize() {
    Agreement found = Agreement.of(Map.of("b", 1e-6), Map.of("b", 1.00001e-6));

    assertThat(found.same()).isFalse();
  }

  @Test
  void aFigureThatOursDoesNotHaveIsADifference() {
    Agreement found = Agreement.of(Map.of("a", 1.0), Map.of("a", 1.0, "b", 1.0));

    assertThat(found.same()).isFalse();
    assertThat(found.figure()).isEqualTo("b");
  }

  @Test
  void theConcordanceIsComparedWhereBothHaveIt() {
    Map<String, Double> theirs = Map.of("a", 1.0, "concordance", 0.6);

    assertThat(Agreement.of(Map.of("a", 1.0), theirs).same()).isTrue();
    assertThat(Agreement.of(Map.of("a", 1.0, "concordance", 0.6 + 1e-7), theirs).same()).isTrue();
    assertThat(Agreement.of(Map.of("a", 1.0, "concordance", 0.61), theirs).same()).isFalse();
  }

  @Test
  void nothingToCompareIsNoAgreement() {
    assertThatThrownBy(() -> Agreement.of(Map.of("a", 1.0), Map.of()))
        .hasMessage("R gave no figure to compare with");
  }

  @Test
  void oneDifferenceOutweighsAnyAgreement() {
    Agreement same = new Agreement(9e-7, "concordance", true);
    Agreement other = new Agreement(2e-8, "a", false);

    assertThat(same.and(other)).isEqualTo(other);
    assertThat(other.and(same)).isEqualTo(other);
  }
}
