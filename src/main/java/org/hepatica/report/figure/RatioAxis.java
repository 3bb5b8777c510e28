package org.hepatica.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/** A log axis of hazard ratios that contains 1. Intervals that leave it end at its ends. */
final class RatioAxis {

  private static final double[] TICKS = {0.1, 0.2, 0.5, 1, 2, 5, 10};
  private static final double LEAST = 0.1;
  private static final double MOST = 10;

  private final double low;
  private final double high;
  private final double left;
  private final double right;

  private RatioAxis(double low, double high, double left, double right) {
    this.low = low;
    this.high = high;
    this.left = left;
    this.right = right;
  }

  static RatioAxis of(List<ForestFigure.Row> rows, double left, double right) {
    List<ForestFigure.Estimate> all =
        rows.stream().flatMap(r -> r.estimates().stream()).filter(Objects::nonNull).toList();
    double low = all.stream().mapToDouble(ForestFigure.Estimate::low).min().orElse(1);
    double high = all.stream().mapToDouble(ForestFigure.Estimate::high).max().orElse(1);
    return new RatioAxis(
        Math.max(LEAST, Math.min(0.5, low) * 0.95),
        Math.min(MOST, Math.max(2, high) * 1.05),
        left,
        right);
  }

  double x(double ratio) {
    double inside = Math.max(low, Math.min(high, ratio));
    return left + (right - left) * Math.log(inside / low) / Math.log(high / low);
  }

  void draw(Graphics2D g, double top, double bottom) {
    g.setStroke(Ink.HAIR);
    g.setColor(Ink.RULE);
    g.draw(new Line2D.Double(left, bottom, right, bottom));
    g.draw(new Line2D.Double(x(1), top, x(1), bottom));
    DoubleStream.of(TICKS).filter(t -> t >= low && t <= high).forEach(t -> tick(g, t, bottom));
    Pen.write(g, "← lower hazard", Ink.SMALL, Ink.MUTED, Pen.Align.RIGHT, x(1) - 8, bottom + 38);
    Pen.write(g, "higher hazard →", Ink.SMALL, Ink.MUTED, Pen.Align.LEFT, x(1) + 8, bottom + 38);
  }

  private void tick(Graphics2D g, double tick, double bottom) {
    g.setColor(Ink.RULE);
    g.draw(new Line2D.Double(x(tick), bottom, x(tick), bottom + 4));
    String text = tick >= 1 ? Integer.toString((int) tick) : Double.toString(tick);
    Pen.write(g, text, Ink.SMALL, Ink.TEXT, Pen.Align.CENTER, x(tick), bottom + 18);
  }
}
