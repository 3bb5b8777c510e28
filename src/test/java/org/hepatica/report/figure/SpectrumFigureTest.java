package org.hepatica.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpectrumFigureTest {

  private static final SpectrumFigure.Bar FOUND =
      new SpectrumFigure.Bar("G12D", 0.35, 0.3, 0.41, null, "35% (30–41)");

  @Test
  void whatIsExpectedIsInTheKeyWhereAnythingIs() {
    SpectrumFigure.Bar expected = new SpectrumFigure.Bar("G12V", 0, 0, 0.02, 0.72, "0% (0–2)");
    SpectrumFigure both = new SpectrumFigure("s", "Spectrum", "Share", List.of(FOUND, expected));
    assertThat(DriftFigureTest.texts(both)).contains("Expected", "G12D", "0% (0–2)", "80%");
    assertThat(both.description()).contains("G12V 0% (0–2), expected 72%");
    SpectrumFigure one = new SpectrumFigure("s", "Spectrum", "Share", List.of(FOUND));
    assertThat(DriftFigureTest.texts(one)).doesNotContain("Expected", "80%");
  }

  @Test
  void theScaleEndsAtTheNextTenth() {
    ShareScale scale = ShareScale.upTo(0.41, 100, 600);
    assertThat(scale.ticks()).hasSize(6).endsWith(0.5);
    assertThat(scale.at(0)).isEqualTo(100);
    assertThat(scale.at(0.5)).isCloseTo(600, within(1e-9));
    assertThat(ShareScale.upTo(1, 0, 1).ticks()).hasSize(6).endsWith(1.0);
    assertThat(ShareScale.upTo(0.3, 0, 1).ticks()).endsWith(0.3);
    assertThat(ShareScale.upTo(0.001, 0, 1).ticks()).endsWith(0.2);
  }
}
