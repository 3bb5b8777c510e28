package org.hepatica.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Survival curves with confidence bands and censor ticks; above them the groups with their medians
 * and the log-rank test, under the axis the numbers at risk.
 *
 * @param id names the file
 * @param title what it is
 * @param endpoint the vertical axis
 * @param groups what the groups are groups of; empty for everybody
 * @param curves the groups
 * @param test the test between them, as printed; empty when there is none
 * @param horizon end of the axis
 * @param scale what the axis measures
 */
public record KaplanMeierFigure(
    String id,
    String title,
    String endpoint,
    String groups,
    List<Curve> curves,
    String test,
    double horizon,
    TimeScale scale)
    implements Drawing {

  static final int WIDTH = 540;
  private static final int PLOT_HEIGHT = 280;
  private static final int AXIS_HEIGHT = 46;
  private static final int TITLE_HEIGHT = 30;
  private static final int RIGHT = 22;
  private static final double MOST_LABEL = 150;
  private static final double LEAST_LABEL = 70;

  /** A figure in years. */
  public KaplanMeierFigure(
      String id,
      String title,
      String endpoint,
      String groups,
      List<Curve> curves,
      String test,
      double horizonYears) {
    this(id, title, endpoint, groups, curves, test, horizonYears, TimeScale.YEARS);
  }

  /** Keeps the curves unchangeable. */
  public KaplanMeierFigure {
    curves = List.copyOf(curves);
  }

  @Override
  public String description() {
    return curves.stream()
        .map(
            c ->
                c.label()
                    + ": "
                    + c.n()
                    + " patients, "
                    + c.events()
                    + " events, median "
                    + c.median())
        .collect(Collectors.joining("; ", endpoint + " by Kaplan-Meier. ", ". " + test))
        .strip();
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return top() + PLOT_HEIGHT + AXIS_HEIGHT + RiskTable.height(curves.size());
  }

  @Override
  public void draw(Graphics2D g) {
    Pen.write(g, title, Ink.TITLE, Ink.TEXT, Pen.Align.LEFT, 4, 18);
    new CurveKey(groups, curves, test, scale.median()).draw(g, TITLE_HEIGHT, WIDTH - RIGHT);
    SurvivalAxes axes = SurvivalAxes.of(endpoint, scale.axis(), horizon);
    Rectangle2D area = axes.draw(g, frame());
    CurvePainter painter =
        new CurvePainter(years -> axes.x(years, area), s -> axes.y(s, area), horizon);
    boolean crowded = curves.size() > 2;
    IntStream.range(0, curves.size()).forEach(i -> painter.paintBand(g, curves.get(i), i, crowded));
    IntStream.range(0, curves.size()).forEach(i -> painter.paintSteps(g, curves.get(i), i));
    RiskTable risk = new RiskTable(curves, axes.ticks());
    risk.draw(g, years -> axes.x(years, area), area.getMinX(), area.getMaxY() + AXIS_HEIGHT);
  }

  private int top() {
    return TITLE_HEIGHT + CurveKey.height(curves.size());
  }

  /** In whole pixels, to which JFreeChart would round it. */
  private Rectangle2D frame() {
    double left = Math.ceil(labelRoom() + RiskTable.GAP);
    return new Rectangle2D.Double(left, top(), WIDTH - left - RIGHT, PLOT_HEIGHT);
  }

  private double labelRoom() {
    double widest =
        curves.stream().mapToDouble(c -> Pen.width(c.label(), Ink.SMALL)).max().orElse(0);
    return Math.max(LEAST_LABEL, Math.min(MOST_LABEL, widest + 4));
  }
}
