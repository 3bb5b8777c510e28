package org.hepatica.report.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.hepatica.survival.competing.IncidenceCurve;
import org.hepatica.survival.competing.IncidencePoint;

/** Draws one curve of cumulative incidence: a band where cause 1 has one, then steps up from 0. */
final class IncidencePainter {

  private static final int OF_INTEREST = 1;

  private final DoubleUnaryOperator x;
  private final DoubleUnaryOperator y;
  private final double horizon;

  IncidencePainter(DoubleUnaryOperator x, DoubleUnaryOperator y, double horizon) {
    this.x = x;
    this.y = y;
    this.horizon = horizon;
  }

  /** In full for the cause of interest, dashed for the others. */
  static BasicStroke stroke(IncidenceCurve curve) {
    return Ink.curve(curve.cause() == OF_INTEREST ? 0 : 1);
  }

  void paint(Graphics2D g, IncidenceCurve curve, int group) {
    List<IncidencePoint> points =
        DoubleStream.of(curve.time())
            .filter(time -> time >= 0 && time <= horizon)
            .mapToObj(time -> curve.at(time).orElseThrow())
            .toList();
    double end = Math.max(0, Math.min(horizon, curve.lastFollowUp().orElse(0)));
    if (curve.cause() == OF_INTEREST) {
      paintBand(g, points, end, group);
    }
    g.setColor(Ink.group(group));
    g.setStroke(stroke(curve));
    g.draw(path(vertices(points, IncidencePoint::estimate, end)));
  }

  private void paintBand(Graphics2D g, List<IncidencePoint> points, double end, int group) {
    List<IncidencePoint> bounded =
        points.stream().filter(p -> p.confLow().isPresent() && p.confHigh().isPresent()).toList();
    List<double[]> outline = vertices(bounded, point -> point.confHigh().getAsDouble(), end);
    List<double[]> back = vertices(bounded, point -> point.confLow().getAsDouble(), end);
    for (int i = back.size() - 1; i >= 0; i--) {
      outline.add(back.get(i));
    }
    Path2D band = path(outline);
    band.closePath();
    g.setColor(Ink.band(group));
    g.fill(band);
  }

  private List<double[]> vertices(
      List<IncidencePoint> points, ToDoubleFunction<IncidencePoint> height, double end) {
    List<double[]> vertices = new ArrayList<>();
    double level = y.applyAsDouble(0);
    vertices.add(new double[] {x.applyAsDouble(0), level});
    for (IncidencePoint point : points) {
      double at = x.applyAsDouble(point.time());
      vertices.add(new double[] {at, level});
      level = y.applyAsDouble(height.applyAsDouble(point));
      vertices.add(new double[] {at, level});
    }
    vertices.add(new double[] {x.applyAsDouble(end), level});
    return vertices;
  }

  private static Path2D path(List<double[]> vertices) {
    Path2D path = new Path2D.Double();
    path.moveTo(vertices.get(0)[0], vertices.get(0)[1]);
    vertices.subList(1, vertices.size()).forEach(vertex -> path.lineTo(vertex[0], vertex[1]));
    return path;
  }
}
