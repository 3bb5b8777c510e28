package org.hepatica.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Shares as bars with their intervals, and what was expected as a mark beside each; the numbers
 * stand at the right.
 *
 * @param id names the file
 * @param title what it is
 * @param measure what is a share of what
 * @param bars from the top
 */
public record SpectrumFigure(String id, String title, String measure, List<Bar> bars)
    implements Drawing {

  private static final int WIDTH = 540;
  private static final int LEFT = 110;
  private static final int RIGHT = 408;
  private static final int TOP = 58;
  private static final int BOTTOM = 50;
  private static final int ROW = 32;
  private static final int BAR = 14;
  private static final double CAP = 3;
  private static final EstimateMark EXPECTED = EstimateMark.DIAMOND;

  /**
   * A bar.
   *
   * @param label what it is of
   * @param share 0-1
   * @param low of its interval
   * @param high of its interval
   * @param expected share; null where none is
   * @param text the numbers
   */
  public record Bar(
      String label, double share, double low, double high, Double expected, String text) {

    private String told() {
      String said = label + " " + text;
      return expected == null ? said : said + ", expected " + ShareScale.percent(expected);
    }
  }

  /** Keeps the list unchangeable. */
  public SpectrumFigure {
    bars = List.copyOf(bars);
  }

  @Override
  public String description() {
    return bars.stream()
        .map(Bar::told)
        .collect(Collectors.joining("; ", measure + " (95% confidence interval). ", "."));
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return TOP + bars.size() * ROW + BOTTOM;
  }

  @Override
  public void draw(Graphics2D g) {
    Pen.write(g, title, Ink.TITLE, Ink.TEXT, Pen.Align.LEFT, 4, 18);
    drawKey(g);
    double most =
        bars.stream()
            .flatMapToDouble(
                bar -> DoubleStream.of(bar.high, bar.expected == null ? 0 : bar.expected))
            .max()
            .orElse(1);
    ShareScale scale = ShareScale.upTo(most, LEFT, RIGHT);
    drawAxis(g, scale);
    for (int i = 0; i < bars.size(); i++) {
      draw(g, scale, bars.get(i), TOP + i * ROW);
    }
  }

  private void drawKey(Graphics2D g) {
    bar(g, 8, 22, 33);
    whisker(g, 20, 40, 40);
    String found = "Found, with 95% confidence interval";
    Pen.write(g, found, Ink.SMALL, Ink.TEXT, Pen.Align.LEFT, 47, 44);
    if (bars.stream().map(Bar::expected).anyMatch(Objects::nonNull)) {
      double x = 47 + Pen.width(found, Ink.SMALL) + 24;
      EXPECTED.draw(g, x, 40);
      Pen.write(g, "Expected", Ink.SMALL, Ink.TEXT, Pen.Align.LEFT, x + 11, 44);
    }
  }

  private void drawAxis(Graphics2D g, ShareScale scale) {
    int bottom = height() - BOTTOM;
    g.setStroke(Ink.HAIR);
    for (double share : scale.ticks()) {
      double x = scale.at(share);
      g.setColor(share == 0 ? Ink.RULE : Ink.GRID);
      g.draw(new Line2D.Double(x, TOP - 4, x, bottom));
      String percent = ShareScale.percent(share);
      Pen.write(g, percent, Ink.SMALL, Ink.TEXT, Pen.Align.CENTER, x, bottom + 16);
    }
    double middle = (LEFT + RIGHT) / 2.0;
    Pen.write(g, measure, Ink.BODY, Ink.TEXT, Pen.Align.CENTER, middle, bottom + 37);
  }

  private static void draw(Graphics2D g, ShareScale scale, Bar bar, int top) {
    double y = top + BAR / 2.0;
    String label = Pen.fit(bar.label, Ink.BODY, LEFT - 14.0);
    Pen.write(g, label, Ink.BODY, Ink.TEXT, Pen.Align.RIGHT, LEFT - 8.0, y + 4.5);
    bar(g, LEFT, scale.at(bar.share) - LEFT, top);
    whisker(g, scale.at(bar.low), scale.at(bar.high), y);
    if (bar.expected != null) {
      EXPECTED.draw(g, scale.at(bar.expected), top + BAR + 6.0);
    }
    Pen.write(g, bar.text, Ink.SMALL, Ink.TEXT, Pen.Align.RIGHT, WIDTH - 6.0, y + 4);
  }

  private static void bar(Graphics2D g, double x, double width, double top) {
    Rectangle2D bar = new Rectangle2D.Double(x, top, width, BAR);
    g.setColor(Ink.band(0));
    g.fill(bar);
    g.setColor(Ink.group(0));
    g.setStroke(Ink.HAIR);
    g.draw(bar);
  }

  private static void whisker(Graphics2D g, double low, double high, double y) {
    g.setColor(Ink.TEXT);
    g.setStroke(Ink.LINE);
    g.draw(new Line2D.Double(low, y, high, y));
    g.draw(new Line2D.Double(low, y - CAP, low, y + CAP));
    g.draw(new Line2D.Double(high, y - CAP, high, y + CAP));
  }
}
