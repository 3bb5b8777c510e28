package org.hepatica.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hepatica.report.Xml;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class KaplanMeierFigureTest {

  private static final KaplanMeierFigure FIGURE =
      new KaplanMeierFigure(
          "os",
          "Survival <of> all",
          "Overall survival",
          "Group",
          List.of(curve("a", 1234), curve("a longer group", 97)),
          "Log-rank P = 0.02",
          10);

  private static Curve curve(String label, long n) {
    List<CurvePoint> points =
        IntStream.rangeClosed(1, 12)
            .mapToObj(i -> point(i - 0.25, n - (i - 1) * 5L, 1 - i / 20.0))
            .toList();
    return new Curve(label, n, 36, "not reached", points);
  }

  private static CurvePoint point(double years, long atRisk, double survival) {
    return new CurvePoint(
        years,
        atRisk,
        3,
        2,
        survival,
        OptionalDouble.of(survival - 0.05),
        OptionalDouble.of(survival + 0.04));
  }

  @Test
  void numbersAtRiskStandExactlyUnderTheTicks() {
    Document svg = Xml.parse(Images.svg(FIGURE));
    List<Double> marks = tickMarks(svg);
    assertThat(marks).hasSize(11);
    for (Curve curve : FIGURE.curves()) {
      for (int year = 0; year <= 10; year++) {
        String number = String.format(java.util.Locale.ROOT, "%,d", curve.atRisk(year));
        double tick = marks.get(year);
        assertThat(Xml.elements(svg, "text"))
            .filteredOn(text -> text.getTextContent().equals(number))
            .anySatisfy(text -> assertThat(middle(text)).isCloseTo(tick, within(0.01)));
      }
    }
  }

  /** Short vertical lines under the lowest line of the plot. */
  private static List<Double> tickMarks(Document svg) {
    List<Element> vertical =
        Xml.elements(svg, "line").stream()
            .filter(line -> number(line, "x1") == number(line, "x2"))
            .filter(line -> Math.abs(number(line, "y1") - number(line, "y2")) <= 4)
            .toList();
    return vertical.stream().map(line -> number(line, "x1")).sorted().toList();
  }

  /** A text of one letter has no declared width; it is as wide as it was measured. */
  private static double middle(Element text) {
    String length = text.getAttribute("textLength");
    double width =
        length.isEmpty() ? Pen.width(text.getTextContent(), Ink.SMALL) : Double.parseDouble(length);
    return number(text, "x") + width / 2;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void countsThoseWithAnEventAtTheVeryTimeAsAtRisk() {
    Curve curve = FIGURE.curves().get(1);
    assertThat(curve.atRisk(0)).isEqualTo(97);
    assertThat(curve.atRisk(0.75)).isEqualTo(97);
    assertThat(curve.atRisk(0.76)).isEqualTo(92);
    assertThat(curve.atRisk(12)).isZero();
  }

  @Test
  void describesItselfInTheSvg() {
    Document svg = Xml.parse(Images.svg(FIGURE));
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Survival <of> all");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .contains("a longer group: 97 patients, 36 events, median not reached")
        .contains("Log-rank P = 0.02");
    assertThat(svg.getDocumentElement().getAttribute("viewBox"))
        .isEqualTo("0 0 " + FIGURE.width() + " " + FIGURE.height());
  }

  @Test
  void drawsTheSameTwice() {
    assertThat(Images.svg(FIGURE)).isEqualTo(Images.svg(FIGURE));
    assertThat(Images.png(FIGURE, 2)).isEqualTo(Images.png(FIGURE, 2));
  }

  @Test
  void drawsNothingAtTheEdges() {
    BufferedImage image = Images.image(FIGURE, 1);
    assertThat(image.getWidth()).isEqualTo(FIGURE.width());
    IntStream.range(0, image.getHeight())
        .forEach(y -> assertThat(image.getRGB(image.getWidth() - 1, y)).isEqualTo(0xffffffff));
    IntStream.range(0, image.getWidth())
        .forEach(x -> assertThat(image.getRGB(x, image.getHeight() - 1)).isEqualTo(0xffffffff));
  }

  @Test
  void drawsAGroupWithoutAnyCensoringOrBands() {
    Curve bare =
        new Curve(
            "bare",
            1,
            1,
            "2.0",
            List.of(new CurvePoint(2, 1, 1, 0, 0, OptionalDouble.empty(), OptionalDouble.empty())));
    KaplanMeierFigure figure = new KaplanMeierFigure("bare", "t", "OS", "", List.of(bare), "", 5);
    Xml.parse(Images.svg(figure));
  }
}
