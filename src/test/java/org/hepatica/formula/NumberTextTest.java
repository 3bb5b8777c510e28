package org.hepatica.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumberTextTest {

  @Test
  void numbersReadAsRPrintsThem() {
    Map<String, List<String>> numbers =
        ReferenceFile.cases().get(new ReferenceFile.Case("numbers", "as.character"));
    List<String> values = numbers.get("value");
    assertThat(values).hasSizeGreaterThan(20);
    for (int i = 0; i < values.size(); i++) {
      double value = Double.parseDouble(values.get(i).replace("Inf", "Infinity"));
      assertThat(NumberText.of(value)).isEqualTo(numbers.get("text").get(i));
    }
  }

  @Test
  void integersTakeNoExponent() {
    assertThat(NumberText.ofInteger(100000)).isEqualTo("100000");
    assertThat(NumberText.ofInteger(-3)).isEqualTo("-3");
    assertThat(NumberText.ofInteger(0.5)).isEqualTo("0.5");
  }
}
