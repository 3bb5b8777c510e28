package org.hepatica.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.hepatica.survival.competing.IncidenceCurve;

/**
 * Cumulative incidence of competing causes: a colour a group, cause 1 in full with its confidence
 * band, the others dashed.
 *
 * @param id names the file
 * @param title what it is
 * @param curves of each group and cause
 * @param test the test between the groups, as printed; empty when there is none
 * @param horizon end of the axis, above 0
 * @param time label of the axis
 */
public record IncidenceFigure(
    String id, String title, List<Line> curves, String test, double horizon, String time)
    implements Drawing {

  static final int WIDTH = 540;
  private static final int PLOT_HEIGHT = 280;
  private static final int AXIS_HEIGHT = 46;
  private static final int TITLE_HEIGHT = 30;
  private static final int LEFT = 66;
  private static final int RIGHT = 22;

  /**
   * A curve.
   *
   * @param group in words
   * @param curve its estimate
   */
  public record Line(String group, IncidenceCurve curve) {}

  /** Keeps the curves unchangeable. */
  public IncidenceFigure {
    curves = List.copyOf(curves);
  }

  @Override
  public String description() {
    return curves.stream()
        .map(
            line ->
                "%s, cause %d: %d of %d patients"
                    .formatted(
                        line.group(),
                        line.curve().cause(),
                        line.curve().events(),
                        line.curve().n()))
        .collect(Collectors.joining("; ", "Cumulative incidence. ", ". " + test))
        .strip();
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return top() + PLOT_HEIGHT + AXIS_HEIGHT;
  }

  @Override
  public void draw(Graphics2D g) {
    Pen.write(g, title, Ink.TITLE, Ink.TEXT, Pen.Align.LEFT, 4, 18);
    List<String> groups = curves.stream().map(Line::group).distinct().toList();
    new IncidenceKey(curves, groups, test).draw(g, TITLE_HEIGHT, WIDTH - RIGHT);
    SurvivalAxes axes = SurvivalAxes.of("Cumulative incidence", time, horizon);
    Rectangle2D area =
        axes.draw(g, new Rectangle2D.Double(LEFT, top(), WIDTH - LEFT - RIGHT, PLOT_HEIGHT));
    IncidencePainter painter =
        new IncidencePainter(at -> axes.x(at, area), share -> axes.y(share, area), horizon);
    for (Line line : curves) {
      painter.paint(g, line.curve(), groups.indexOf(line.group()));
    }
  }

  private int top() {
    return TITLE_HEIGHT + IncidenceKey.height(curves.size());
  }
}
