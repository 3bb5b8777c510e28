package org.hepatica.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.hepatica.report.Xml;
import org.hepatica.survival.competing.AalenJohansen;
import org.hepatica.survival.competing.CompetingCounts;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class IncidenceFigureTest {

  private static final CompetingCounts ONE =
      CompetingCounts.of(new double[] {1, 2, 3, 4, 5, 6}, new int[] {1, 2, 0, 1, 2, 0});
  private static final CompetingCounts OTHER =
      CompetingCounts.of(new double[] {1, 1, 4, 8}, new int[] {2, 2, 2, 0});

  private static final IncidenceFigure FIGURE =
      new IncidenceFigure(
          "incidence",
          "Relapse <or> death",
          List.of(line("a", ONE, 1), line("b", OTHER, 1), line("a", ONE, 2), line("b", OTHER, 2)),
          "Gray's test of cause 1: P = 0.31",
          8,
          "Months");

  private static IncidenceFigure.Line line(String group, CompetingCounts counts, int cause) {
    return new IncidenceFigure.Line(group, AalenJohansen.withDefaults().curve(counts, cause));
  }

  @Test
  void groupsCausesAndTheTestAreWritten() {
    Document svg = Xml.parse(Images.svg(FIGURE));

    assertThat(texts(svg))
        .contains(
            "Relapse <or> death",
            "a",
            "b",
            "Cumulative incidence",
            "Months",
            "Gray's test of cause 1: P = 0.31",
            "100%");
    assertThat(FIGURE.description())
        .isEqualTo(
            "Cumulative incidence. a, cause 1: 2 of 6 patients; b, cause 1: 0 of 4 patients;"
                + " a, cause 2: 2 of 6 patients; b, cause 2: 3 of 4 patients."
                + " Gray's test of cause 1: P = 0.31");
  }

  @Test
  void otherCausesAreDashedInTheirGroupsColor() {
    // In the key and in the plot, a curve of each of two groups.
    List<String> dashed =
        Xml.elements(Xml.parse(Images.svg(FIGURE)), "*").stream()
            .filter(e -> e.getAttribute("stroke-dasharray").equals("7,3"))
            .map(Element::getTagName)
            .collect(Collectors.toList());

    assertThat(dashed).isNotEmpty();
    assertThat(IncidencePainter.stroke(line("a", ONE, 1).curve()).getDashArray()).isNull();
    assertThat(IncidencePainter.stroke(line("a", ONE, 2).curve()).getDashArray()).isNotNull();
  }

  @Test
  void itIsDrawnWithoutAnEventOfTheCause() {
    IncidenceFigure flat =
        new IncidenceFigure("flat", "none", List.of(line("b", OTHER, 1)), "", 8, "Time");

    assertThat(Images.png(flat, 1)).isNotEmpty();
    assertThat(Images.svg(flat)).doesNotContain("NaN");
  }

  private static List<String> texts(Document svg) {
    return Xml.elements(svg, "text").stream().map(Element::getTextContent).toList();
  }
}
