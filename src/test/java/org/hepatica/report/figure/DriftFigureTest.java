package org.hepatica.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.hepatica.report.Xml;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class DriftFigureTest {

  private static final DriftFigure.Year ALONE = new DriftFigure.Year(2012, 1, 0.2, 1, false);

  @Test
  void everyYearThatStandsOutHasAStarAndTheKeySaysWhy() {
    DriftFigure figure =
        figure(
            new DriftFigure.Series("sanger", years(2000, 2012, 2005)),
            new DriftFigure.Series("wgs", List.of(ALONE)));
    assertThat(texts(figure)).filteredOn("*"::equals).hasSize(1);
    assertThat(texts(figure)).contains("* unlike the others", "sanger", "wgs", "100%");
    assertThat(figure.description())
        .contains("sanger: 40% in 2000 to 40% in 2012, standing out in 2005")
        .endsWith("wgs: 100% in 2012.");
  }

  @Test
  void withoutOneThereIsNoStar() {
    DriftFigure figure = figure(new DriftFigure.Series("wgs", List.of(ALONE)));
    assertThat(texts(figure)).noneMatch(text -> text.contains("*")).contains("2012");
  }

  @Test
  void labelsOfManyYearsDoNotMeet() {
    DriftFigure figure = figure(new DriftFigure.Series("sanger", years(1993, 2026, 0)));
    List<String> labels = texts(figure).stream().filter(text -> text.matches("\\d{4}")).toList();
    assertThat(labels).hasSizeBetween(5, 14).contains("2000").doesNotHaveDuplicates();
  }

  private static List<DriftFigure.Year> years(int first, int last, int out) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(year -> new DriftFigure.Year(year, 0.4, 0.3, 0.5, year == out))
        .toList();
  }

  private static DriftFigure figure(DriftFigure.Series... series) {
    return new DriftFigure("d", "Drift", "Mutated", "unlike the others", List.of(series));
  }

  static List<String> texts(Drawing figure) {
    return Xml.elements(Xml.parse(Images.svg(figure)), "text").stream()
        .map(Element::getTextContent)
        .toList();
  }
}
