package org.hepatica.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The axes of survival curves: years against percent, by JFreeChart, in an exact area. */
final class SurvivalAxes {

  private static final double SPACE = 60;
  private static final double EDGE = 20;
  private static final double LABEL = 46;
  private static final double LEAST_YEARS = 1;
  private static final double MOST_YEARS = 60;
  private static final int TICKS = 10;
  private static final DecimalFormatSymbols ROOT = DecimalFormatSymbols.getInstance(Locale.ROOT);

  private final String endpoint;
  private final NumberAxis years;
  private final NumberAxis survival;
  private final double horizon;

  private SurvivalAxes(String endpoint, NumberAxis years, NumberAxis survival, double horizon) {
    this.endpoint = endpoint;
    this.years = years;
    this.survival = survival;
    this.horizon = horizon;
  }

  static SurvivalAxes of(String endpoint, String time, double horizon) {
    NumberAxis x = axis(time, horizon, step(horizon), "0.####");
    return new SurvivalAxes(endpoint, x, axis(null, 1, 0.2, "0%"), horizon);
  }

  /** Draws axes and grid so that the data fill the frame; gives the frame of the data. */
  Rectangle2D draw(Graphics2D g, Rectangle2D data) {
    XYPlot plot = new XYPlot(null, years, survival, null);
    plot.setInsets(new RectangleInsets(EDGE, 0, 0, EDGE));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Ink.GRID);
    plot.setRangeGridlineStroke(Ink.HAIR);
    plot.setFixedDomainAxisSpace(space(0, SPACE));
    plot.setFixedRangeAxisSpace(space(SPACE, 0));
    JFreeChart chart = new JFreeChart(null, Ink.BODY, plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    chart.setElementHinting(false);
    chart.draw(
        g,
        new Rectangle2D.Double(
            data.getX() - SPACE,
            data.getY() - EDGE,
            data.getWidth() + SPACE + EDGE,
            data.getHeight() + SPACE + EDGE));
    label(g, data);
    return data;
  }

  /** JFreeChart turns a rotated label into outlines; this one stays text. */
  private void label(Graphics2D g, Rectangle2D data) {
    double x = data.getX() - LABEL;
    double y = data.getCenterY();
    g.rotate(-Math.PI / 2, x, y);
    Pen.write(g, endpoint, Ink.BODY, Ink.TEXT, Pen.Align.CENTER, x, y);
    g.rotate(Math.PI / 2, x, y);
  }

  double x(double atYears, Rectangle2D area) {
    return years.valueToJava2D(atYears, area, RectangleEdge.BOTTOM);
  }

  double y(double atSurvival, Rectangle2D area) {
    return survival.valueToJava2D(atSurvival, area, RectangleEdge.LEFT);
  }

  /** Years of the ticks. */
  List<Double> ticks() {
    double step = step(horizon);
    int last = (int) Math.floor(horizon / step + 1e-9);
    return IntStream.rangeClosed(0, last).mapToObj(i -> i * step).toList();
  }

  /**
   * Those that suit years where they do, else the least of 1, 2, 5, 10, ... with ten ticks at most.
   */
  private static double step(double horizon) {
    if (horizon < LEAST_YEARS || horizon > MOST_YEARS) {
      double unit = Math.pow(10, Math.floor(Math.log10(horizon / TICKS)));
      return DoubleStream.of(1, 2, 5, 10)
          .map(factor -> factor * unit)
          .filter(step -> horizon / step <= TICKS)
          .findFirst()
          .orElse(10 * unit);
    }
    return horizon <= 2 ? 0.5 : horizon <= 12 ? 1 : horizon <= 24 ? 2 : 5;
  }

  private static NumberAxis axis(String label, double upper, double step, String pattern) {
    NumberAxis axis = new NumberAxis(label);
    axis.setRange(0, upper);
    axis.setTickUnit(new NumberTickUnit(step, new DecimalFormat(pattern, ROOT)));
    axis.setMinorTickMarksVisible(false);
    axis.setLabelFont(Ink.BODY);
    axis.setLabelPaint(Ink.TEXT);
    axis.setTickLabelFont(Ink.SMALL);
    axis.setTickLabelPaint(Ink.TEXT);
    axis.setTickMarkPaint(Ink.RULE);
    axis.setTickMarkStroke(Ink.HAIR);
    axis.setTickMarkOutsideLength(4);
    axis.setAxisLinePaint(Ink.RULE);
    axis.setAxisLineStroke(Ink.HAIR);
    return axis;
  }

  private static AxisSpace space(double left, double bottom) {
    AxisSpace space = new AxisSpace();
    space.setLeft(left);
    space.setBottom(bottom);
    return space;
  }
}
