package org.hepatica.ml.show;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers in text are R's, digit by digit. */
class DigitsTest {

  @Test
  void numbersShareTheDecimalsOfTheOneThatNeedsMost() {
    // format(c(0.5, 12.34567, 100), digits = 3)
    assertThat(Digits.format(new double[] {0.5, 12.34567, 100}, 3))
        .containsExactly("0.5", "12.3", "100.0");
    // format(c(0.0362, 1, NA), digits = 3)
    assertThat(Digits.format(new double[] {0.0362, 1, Double.NaN}, 3))
        .containsExactly("0.0362", "1.0000", "NA");
  }

  @Test
  void scientificWhereThatIsShorter() {
    // format(c(7.63e-12, 2.241e4), digits = 4)
    assertThat(Digits.format(new double[] {7.63e-12, 2.241e4}, 4))
        .containsExactly("7.630e-12", "2.241e+04");
    // format(100000, digits = 3), format(123456, digits = 3)
    assertThat(Digits.format(100000, 3)).isEqualTo("1e+05");
    assertThat(Digits.format(123456, 3)).isEqualTo("123456");
    // format(1e-120, digits = 3)
    assertThat(Digits.format(1e-120, 3)).isEqualTo("1e-120");
  }

  @Test
  void aNumberThatRoundsUpToThePowerOfTenIsNoWider() {
    // format(c(9.9999, -0.25), digits = 2)
    assertThat(Digits.format(new double[] {9.9999, -0.25}, 2)).containsExactly("10.00", "-0.25");
    assertThat(Digits.format(0, 3)).isEqualTo("0");
  }

  @Test
  void smallPValuesAreTold() {
    // format.pval(c(0.04, 1e-5, 1e-20, NA), digits = 3), the last as R's print has it
    assertThat(PValues.format(new double[] {0.04, 1e-5, 1e-20, Double.NaN}, 3))
        .containsExactly("0.04", "1e-05", "<2e-16", "NA");
    // format.pval(c(0.5, 0.00034, 2e-5), digits = 2), and of 1 digit
    assertThat(PValues.format(new double[] {0.5, 0.00034, 2e-5}, 2))
        .containsExactly("0.50000", "0.00034", "2e-05");
    assertThat(PValues.format(new double[] {0.5, 0.00034}, 1)).containsExactly("0.5", "3e-04");
    // format.pval(c(0.0123456, 1.234e-7, 0), digits = 3)
    assertThat(PValues.format(new double[] {0.0123456, 1.234e-7, 0}, 3))
        .containsExactly("0.0123", "1.23e-07", "< 2e-16");
  }
}
