package org.hepatica.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Locale;

/** The table above curves of cumulative incidence: line, group, cause, n, events; then the test. */
final class IncidenceKey {

  private static final int ROW = 19;
  private static final int HEAD = 20;
  private static final int FOOT = 30;
  private static final int SAMPLE = 30;
  private static final double CAUSE_COLUMN = 0.66;
  private static final double N_COLUMN = 0.82;

  private final List<IncidenceFigure.Line> curves;
  private final List<String> groups;
  private final String test;

  IncidenceKey(List<IncidenceFigure.Line> curves, List<String> groups, String test) {
    this.curves = curves;
    this.groups = groups;
    this.test = test;
  }

  static int height(int rows) {
    return HEAD + rows * ROW + FOOT;
  }

  void draw(Graphics2D g, double top, double right) {
    cells(g, right, top + 14, Ink.MUTED, "Cause", "n", "Events");
    g.setColor(Ink.RULE);
    g.setStroke(Ink.HAIR);
    g.draw(new Line2D.Double(4, top + HEAD, right, top + HEAD));
    for (int i = 0; i < curves.size(); i++) {
      row(g, curves.get(i), top + HEAD + i * ROW, right);
    }
    double foot = top + HEAD + curves.size() * ROW + 17;
    Pen.write(g, test, Ink.STRONG, Ink.TEXT, Pen.Align.RIGHT, right, foot);
  }

  private void row(Graphics2D g, IncidenceFigure.Line line, double top, double right) {
    g.setColor(Ink.group(groups.indexOf(line.group())));
    g.setStroke(IncidencePainter.stroke(line.curve()));
    g.draw(new Line2D.Double(4, top + 10, 4 + SAMPLE, top + 10));
    String label = Pen.fit(line.group(), Ink.BODY, CAUSE_COLUMN * right - SAMPLE - 60);
    Pen.write(g, label, Ink.BODY, Ink.TEXT, Pen.Align.LEFT, SAMPLE + 12, top + 15);
    cells(
        g,
        right,
        top + 15,
        Ink.TEXT,
        Integer.toString(line.curve().cause()),
        String.format(Locale.ROOT, "%,d", line.curve().n()),
        String.format(Locale.ROOT, "%,d", line.curve().events()));
  }

  private static void cells(
      Graphics2D g, double right, double baseline, Color color, String... cells) {
    Pen.write(g, cells[0], Ink.SMALL, color, Pen.Align.RIGHT, CAUSE_COLUMN * right, baseline);
    Pen.write(g, cells[1], Ink.SMALL, color, Pen.Align.RIGHT, N_COLUMN * right, baseline);
    Pen.write(g, cells[2], Ink.SMALL, color, Pen.Align.RIGHT, right, baseline);
  }
}
