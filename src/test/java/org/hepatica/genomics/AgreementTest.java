package org.hepatica.genomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementTest {

  /** By hand: po 0.7, pe 0.5; variance (0.10972 + 0.10188 - 0.01) / (50 x 0.25) = 0.016128. */
  @Test
  void aTableWorkedByHand() {
    Agreement agreement = new Agreement(20, 10, 5, 15);
    assertThat(agreement.kappa().getAsDouble()).isCloseTo(0.4, within(1e-12));
    assertThat(agreement.standardError().getAsDouble())
        .isCloseTo(Math.sqrt(0.016128), within(1e-12));
    Agreement turned = new Agreement(20, 5, 10, 15);
    assertThat(turned.standardError().getAsDouble()).isCloseTo(Math.sqrt(0.016128), within(1e-12));
  }

  @Test
  void fullAgreementIsOneWithoutError() {
    Agreement agreement = new Agreement(30, 0, 0, 12);
    assertThat(agreement.kappa().getAsDouble()).isEqualTo(1);
    assertThat(agreement.standardError().getAsDouble()).isEqualTo(0);
  }

  @Test
  void oneResultForEverybodyHasNoKappa() {
    assertThat(new Agreement(30, 0, 0, 0).kappa()).isEmpty();
    assertThat(new Agreement(0, 0, 0, 0).kappa()).isEmpty();
  }
}
