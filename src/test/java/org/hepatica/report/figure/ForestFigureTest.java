package org.hepatica.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.hepatica.report.Xml;
import org.junit.jupiter.api.Test;

class ForestFigureTest {

  private static final ForestFigure.Estimate WIDE =
      new ForestFigure.Estimate(3, 0.0001, 5e6, "3.00 (0.00–>1000)");

  @Test
  void axisIsLogarithmicAndContainsOne() {
    RatioAxis axis =
        RatioAxis.of(
            List.of(row(new ForestFigure.Estimate(1.5, 1.2, 1.9, "1.50 (1.20–1.90)"))), 100, 300);
    assertThat(axis.x(2) - axis.x(1)).isCloseTo(axis.x(1) - axis.x(0.5), offset());
    assertThat(axis.x(1)).isBetween(100.0, 300.0);
  }

  @Test
  void hugeIntervalsEndAtTheEndsOfTheAxis() {
    RatioAxis axis = RatioAxis.of(List.of(row(WIDE)), 100, 300);
    assertThat(axis.x(WIDE.low())).isEqualTo(100);
    assertThat(axis.x(WIDE.high())).isEqualTo(300);
  }

  @Test
  void drawsRowsWithoutAnEstimate() {
    ForestFigure.Row none =
        new ForestFigure.Row("none", "yes vs no", Arrays.asList((ForestFigure.Estimate) null));
    ForestFigure figure =
        new ForestFigure("f", "Forest", List.of("Univariate"), List.of(none, row(WIDE)));
    assertThat(Xml.parse(Images.svg(figure)).getDocumentElement().getTextContent())
        .contains("none")
        .contains("3.00 (0.00–>1000)");
  }

  private static ForestFigure.Row row(ForestFigure.Estimate estimate) {
    return new ForestFigure.Row("x", "", List.of(estimate));
  }

  private static org.assertj.core.data.Offset<Double> offset() {
    return org.assertj.core.api.Assertions.within(1e-9);
  }
}
