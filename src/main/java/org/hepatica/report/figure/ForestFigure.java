package org.hepatica.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Hazard ratios with their intervals on a log axis; the numbers stand at the right.
 *
 * @param id names the file
 * @param title what it is
 * @param series names of the estimates of a row, such as univariate and multivariate
 * @param rows from the top
 * @param measure what the numbers are, without their interval
 * @param level of the intervals
 */
public record ForestFigure(
    String id, String title, List<String> series, List<Row> rows, String measure, double level)
    implements Drawing {

  static final int WIDTH = 540;
  private static final int PLOT_LEFT = 226;
  private static final int PLOT_RIGHT = 412;
  private static final int TOP = 58;
  private static final int LINE = 17;
  private static final int PAD = 9;
  private static final int BOTTOM = 52;
  private static final double USUAL_LEVEL = 0.95;

  /**
   * A row.
   *
   * @param label covariate or group
   * @param coding what is compared with what; may be empty
   * @param estimates one a series; null where a series has none
   */
  public record Row(String label, String coding, List<Estimate> estimates) {}

  /** A hazard ratio with its interval, and as text. */
  public record Estimate(double ratio, double low, double high, String text) {}

  /** A figure of hazard ratios with intervals of 95 %. */
  public ForestFigure(String id, String title, List<String> series, List<Row> rows) {
    this(id, title, series, rows, "Hazard ratio", USUAL_LEVEL);
  }

  /** Keeps the lists unchangeable. */
  public ForestFigure {
    series = List.copyOf(series);
    rows = List.copyOf(rows);
  }

  @Override
  public String description() {
    return rows.stream()
        .map(row -> row.label() + " " + texts(row))
        .collect(
            Collectors.joining("; ", measure + "s (" + percent() + " confidence interval). ", "."));
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return TOP + rows.stream().mapToInt(this::rowHeight).sum() + BOTTOM;
  }

  @Override
  public void draw(Graphics2D g) {
    Pen.write(g, title, Ink.TITLE, Ink.TEXT, Pen.Align.LEFT, 4, 18);
    drawKey(g);
    RatioAxis axis = RatioAxis.of(rows, PLOT_LEFT, PLOT_RIGHT);
    int bottom = height() - BOTTOM;
    shade(g);
    axis.draw(g, TOP, bottom);
    int top = TOP;
    for (Row row : rows) {
      drawRow(g, axis, row, top);
      top += rowHeight(row);
    }
  }

  private void drawKey(Graphics2D g) {
    double x = 8;
    for (int i = 0; series.size() > 1 && i < series.size(); i++) {
      EstimateMark.of(i).draw(g, x + 4, 39);
      Pen.write(g, series.get(i), Ink.SMALL, Ink.MUTED, Pen.Align.LEFT, x + 16, 43);
      x += 16 + Pen.width(series.get(i), Ink.SMALL) + 18;
    }
    String head = measure + " (" + percent() + " CI)";
    Pen.write(g, head, Ink.SMALL, Ink.MUTED, Pen.Align.RIGHT, WIDTH - 6, 43);
  }

  /** 95% or 99.5%. */
  private String percent() {
    // Through the decimals that were meant: 100 * 0.57 is not 57.
    return new BigDecimal(Double.toString(level))
            .movePointRight(2)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  private void shade(Graphics2D g) {
    int top = TOP;
    for (int i = 0; i < rows.size(); i++) {
      int height = rowHeight(rows.get(i));
      if (i % 2 == 0) {
        g.setColor(Ink.TINT);
        g.fillRect(0, top, WIDTH, height);
      }
      top += height;
    }
  }

  private void drawRow(Graphics2D g, RatioAxis axis, Row row, int top) {
    boolean two = lines(row) > 1;
    double baseline = top + PAD / 2.0 + 13 + (two && row.coding().isEmpty() ? LINE / 2.0 : 0);
    String label = Pen.fit(row.label(), Ink.BODY, PLOT_LEFT - 14);
    Pen.write(g, label, Ink.BODY, Ink.TEXT, Pen.Align.LEFT, 6, baseline);
    if (two) {
      String coding = Pen.fit(row.coding(), Ink.SMALL, PLOT_LEFT - 14);
      Pen.write(g, coding, Ink.SMALL, Ink.MUTED, Pen.Align.LEFT, 6, baseline + LINE);
    }
    List<Estimate> estimates = row.estimates();
    double shift = (lines(row) - present(row)) * LINE / 2.0;
    int line = 0;
    for (int i = 0; i < estimates.size(); i++) {
      if (estimates.get(i) != null) {
        drawEstimate(g, axis, i, estimates.get(i), top + PAD / 2.0 + 9 + shift + line * LINE);
        line++;
      }
    }
  }

  private static void drawEstimate(
      Graphics2D g, RatioAxis axis, int series, Estimate estimate, double y) {
    EstimateMark mark = EstimateMark.of(series);
    g.setColor(mark.color());
    g.setStroke(Ink.LINE);
    g.draw(new Line2D.Double(axis.x(estimate.low()), y, axis.x(estimate.high()), y));
    mark.draw(g, axis.x(estimate.ratio()), y);
    Pen.write(g, estimate.text(), Ink.SMALL, Ink.TEXT, Pen.Align.RIGHT, WIDTH - 6, y + 4);
  }

  private int rowHeight(Row row) {
    return lines(row) * LINE + PAD;
  }

  private static int lines(Row row) {
    return Math.max(present(row), row.coding().isEmpty() ? 1 : 2);
  }

  private static int present(Row row) {
    return (int) row.estimates().stream().filter(Objects::nonNull).count();
  }

  private static String texts(Row row) {
    return row.estimates().stream()
        .filter(Objects::nonNull)
        .map(Estimate::text)
        .collect(Collectors.joining(", "));
  }
}
