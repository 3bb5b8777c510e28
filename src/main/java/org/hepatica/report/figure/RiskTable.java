package org.hepatica.report.figure;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Numbers at risk under the ticks of the axis. */
final class RiskTable {

  static final double GAP = 24;
  private static final int ROW = 19;
  private static final int HEAD = 22;

  private final List<Curve> curves;
  private final List<Double> ticks;

  RiskTable(List<Curve> curves, List<Double> ticks) {
    this.curves = curves;
    this.ticks = ticks;
  }

  static int height(int rows) {
    return HEAD + rows * ROW + 6;
  }

  void draw(Graphics2D g, DoubleUnaryOperator x, double left, double top) {
    Pen.write(g, "Number at risk", Ink.SMALL, Ink.MUTED, Pen.Align.LEFT, 4, top + 14);
    for (int i = 0; i < curves.size(); i++) {
      drawRow(g, i, x, left, top + HEAD + 14 + i * ROW);
    }
  }

  private void drawRow(Graphics2D g, int i, DoubleUnaryOperator x, double left, double baseline) {
    Curve curve = curves.get(i);
    String label = Pen.fit(curve.label(), Ink.SMALL, left - GAP - 4);
    Pen.write(g, label, Ink.SMALL, Ink.group(i), Pen.Align.LEFT, 4, baseline);
    for (double tick : ticks) {
      String number = String.format(Locale.ROOT, "%,d", curve.atRisk(tick));
      Pen.write(g, number, Ink.SMALL, Ink.TEXT, Pen.Align.CENTER, x.applyAsDouble(tick), baseline);
    }
  }
}
