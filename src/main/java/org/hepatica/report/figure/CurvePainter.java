package org.hepatica.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** Draws one curve: band, steps, ticks of the censored. One path each, so that files stay small. */
final class CurvePainter {

  private static final double TICK = 4;

  private final DoubleUnaryOperator x;
  private final DoubleUnaryOperator y;
  private final double horizon;

  /**
   * A painter on axes.
   *
   * @param x pixel of a year
   * @param y pixel of a survival
   * @param horizon years where curves are cut
   */
  CurvePainter(DoubleUnaryOperator x, DoubleUnaryOperator y, double horizon) {
    this.x = x;
    this.y = y;
    this.horizon = horizon;
  }

  /**
   * A band; one of more than two is faint and has an edge, so that each can be followed where they
   * lie over each other.
   */
  void paintBand(Graphics2D g, Curve curve, int index, boolean crowded) {
    List<CurvePoint> points =
        visible(curve).stream()
            .takeWhile(p -> p.low().isPresent() && p.high().isPresent())
            .toList();
    if (points.isEmpty()) {
      return;
    }
    Path2D band = steps(points, CurvePoint::high, end(curve, points));
    List<double[]> back = vertices(points, CurvePoint::low, end(curve, points));
    for (int i = back.size() - 1; i >= 0; i--) {
      band.lineTo(back.get(i)[0], back.get(i)[1]);
    }
    band.closePath();
    g.setColor(crowded ? Ink.faintBand(index) : Ink.band(index));
    g.fill(band);
    if (crowded) {
      g.setColor(Ink.bandEdge(index));
      g.setStroke(Ink.edge());
      g.draw(band);
    }
  }

  void paintSteps(Graphics2D g, Curve curve, int index) {
    List<CurvePoint> points = visible(curve);
    g.setColor(Ink.group(index));
    g.setStroke(Ink.curve(index));
    g.draw(steps(points, p -> OptionalDouble.of(p.survival()), end(curve, points)));
    Path2D ticks = new Path2D.Double();
    points.stream().filter(p -> p.censored() > 0).forEach(p -> tick(ticks, p));
    g.setStroke(Ink.HAIR);
    g.draw(ticks);
  }

  private void tick(Path2D ticks, CurvePoint point) {
    double px = x.applyAsDouble(point.years());
    double py = y.applyAsDouble(point.survival());
    ticks.moveTo(px, py - TICK);
    ticks.lineTo(px, py + TICK);
  }

  private List<CurvePoint> visible(Curve curve) {
    return curve.points().stream().takeWhile(p -> p.years() <= horizon).toList();
  }

  /**
   * A band ends where its last bound is; a curve runs on to the horizon if it is observed there.
   */
  private double end(Curve curve, List<CurvePoint> points) {
    if (points.size() == curve.points().size()) {
      return points.isEmpty() ? 0 : points.get(points.size() - 1).years();
    }
    return Math.min(horizon, curve.points().get(points.size()).years());
  }

  private Path2D steps(List<CurvePoint> points, Height height, double end) {
    Path2D path = new Path2D.Double();
    boolean first = true;
    for (double[] vertex : vertices(points, height, end)) {
      if (first) {
        path.moveTo(vertex[0], vertex[1]);
      } else {
        path.lineTo(vertex[0], vertex[1]);
      }
      first = false;
    }
    return path;
  }

  private List<double[]> vertices(List<CurvePoint> points, Height height, double end) {
    List<double[]> vertices = new java.util.ArrayList<>();
    double level = y.applyAsDouble(1);
    vertices.add(new double[] {x.applyAsDouble(0), level});
    for (CurvePoint point : points) {
      double next = y.applyAsDouble(height.of(point).orElse(0));
      if (next != level) {
        vertices.add(new double[] {x.applyAsDouble(point.years()), level});
        vertices.add(new double[] {x.applyAsDouble(point.years()), next});
        level = next;
      }
    }
    vertices.add(new double[] {x.applyAsDouble(end), level});
    return vertices;
  }

  /** A height of a point: the estimate or a bound. */
  private interface Height {
    OptionalDouble of(CurvePoint point);
  }
}
