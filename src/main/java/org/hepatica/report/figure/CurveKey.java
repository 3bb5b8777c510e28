package org.hepatica.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Locale;

/** The table above the curves: line, group, n, events, median; then the test. */
final class CurveKey {

  private static final int ROW = 19;
  private static final int HEAD = 20;
  private static final int FOOT = 30;
  private static final int SAMPLE = 30;
  private static final double N_COLUMN = 0.53;
  private static final double EVENTS_COLUMN = 0.64;

  private final String groups;
  private final List<Curve> curves;
  private final String test;
  private final String median;

  CurveKey(String groups, List<Curve> curves, String test, String median) {
    this.groups = groups;
    this.curves = curves;
    this.test = test;
    this.median = median;
  }

  static int height(int rows) {
    return HEAD + rows * ROW + FOOT;
  }

  void draw(Graphics2D g, double top, double right) {
    double baseline = top + 14;
    String head = Pen.fit(groups, Ink.SMALL, N_COLUMN * right - SAMPLE - 50);
    Pen.write(g, head, Ink.SMALL, Ink.MUTED, Pen.Align.LEFT, SAMPLE + 12, baseline);
    cells(g, right, baseline, Ink.MUTED, "n", "Events", median);
    g.setColor(Ink.RULE);
    g.setStroke(Ink.HAIR);
    g.draw(new Line2D.Double(4, top + HEAD, right, top + HEAD));
    for (int i = 0; i < curves.size(); i++) {
      row(g, i, top + HEAD + i * ROW, right);
    }
    double foot = top + HEAD + curves.size() * ROW + 17;
    Pen.write(g, test, Ink.STRONG, Ink.TEXT, Pen.Align.RIGHT, right, foot);
  }

  private void row(Graphics2D g, int i, double top, double right) {
    Curve curve = curves.get(i);
    g.setColor(Ink.group(i));
    g.setStroke(Ink.curve(i));
    g.draw(new Line2D.Double(4, top + 10, 4 + SAMPLE, top + 10));
    String label = Pen.fit(curve.label(), Ink.BODY, N_COLUMN * right - SAMPLE - 50);
    Pen.write(g, label, Ink.BODY, Ink.TEXT, Pen.Align.LEFT, SAMPLE + 12, top + 15);
    String n = String.format(Locale.ROOT, "%,d", curve.n());
    String events = String.format(Locale.ROOT, "%,d", curve.events());
    cells(g, right, top + 15, Ink.TEXT, n, events, curve.median());
  }

  private static void cells(
      Graphics2D g, double right, double baseline, java.awt.Color color, String... cells) {
    Pen.write(g, cells[0], Ink.SMALL, color, Pen.Align.RIGHT, N_COLUMN * right, baseline);
    Pen.write(g, cells[1], Ink.SMALL, color, Pen.Align.RIGHT, EVENTS_COLUMN * right, baseline);
    Pen.write(g, cells[2], Ink.SMALL, color, Pen.Align.RIGHT, right, baseline);
  }
}
