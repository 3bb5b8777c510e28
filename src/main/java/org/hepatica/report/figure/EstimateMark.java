package org.hepatica.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The mark of a series of estimates: shape and colour differ. */
enum EstimateMark {
  CIRCLE(new Ellipse2D.Double(-4, -4, 8, 8), false),
  SQUARE(new Rectangle2D.Double(-4, -4, 8, 8), true),
  DIAMOND(diamond(), true),
  TRIANGLE(triangle(), false);

  private final Shape shape;
  private final boolean filled;

  EstimateMark(Shape shape, boolean filled) {
    this.shape = shape;
    this.filled = filled;
  }

  static EstimateMark of(int series) {
    return values()[series % values().length];
  }

  Color color() {
    return Ink.group(ordinal());
  }

  void draw(Graphics2D g, double x, double y) {
    java.awt.geom.AffineTransform move = java.awt.geom.AffineTransform.getTranslateInstance(x, y);
    Shape placed = move.createTransformedShape(shape);
    g.setColor(filled ? color() : Ink.PAPER);
    g.fill(placed);
    g.setColor(color());
    g.setStroke(Ink.LINE);
    g.draw(placed);
  }

  private static Shape triangle() {
    Path2D path = new Path2D.Double();
    path.moveTo(0, -5);
    path.lineTo(5, 4);
    path.lineTo(-5, 4);
    path.closePath();
    return path;
  }

  private static Shape diamond() {
    Path2D path = new Path2D.Double();
    path.moveTo(0, -5);
    path.lineTo(5, 0);
    path.lineTo(0, 5);
    path.lineTo(-5, 0);
    path.closePath();
    return path;
  }
}
