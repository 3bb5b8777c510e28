package org.hepatica.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Shares by calendar year, a line a series, with their intervals; years that stand out have a star.
 *
 * @param id names the file
 * @param title what it is
 * @param measure what is a share of what
 * @param star what a star says
 * @param series in the order of their marks; at least one, each of at least one year
 */
public record DriftFigure(String id, String title, String measure, String star, List<Series> series)
    implements Drawing {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 350;
  private static final double LEFT = 64;
  private static final double RIGHT = 628;
  private static final double TOP = 66;
  private static final double BOTTOM = 286;
  private static final double TICK_LABEL = 44;
  private static final double APART = 6;
  private static final double CAP = 3;
  private static final String STAR = "*";

  /** A line; years ascend. */
  public record Series(String name, List<Year> years) {

    /** Keeps the list unchangeable. */
    public Series {
      years = List.copyOf(years);
    }
  }

  /** A share of a year with its interval, 0-1, and whether it stands out. */
  public record Year(int year, double share, double low, double high, boolean standsOut) {}

  /** Keeps the list unchangeable. */
  public DriftFigure {
    series = List.copyOf(series);
  }

  @Override
  public String description() {
    return series.stream()
        .map(DriftFigure::told)
        .collect(Collectors.joining("; ", measure + ", first and last year. ", "."));
  }

  private static String told(Series series) {
    Year first = series.years().get(0);
    Year last = series.years().get(series.years().size() - 1);
    String ends = series.name() + ": " + told(first) + (first == last ? "" : " to " + told(last));
    String out =
        series.years().stream()
            .filter(Year::standsOut)
            .map(year -> String.valueOf(year.year()))
            .collect(Collectors.joining(", "));
    return out.isEmpty() ? ends : ends + ", standing out in " + out;
  }

  private static String told(Year year) {
    return ShareScale.percent(year.share()) + " in " + year.year();
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return HEIGHT;
  }

  @Override
  public void draw(Graphics2D g) {
    Pen.write(g, title, Ink.TITLE, Ink.TEXT, Pen.Align.LEFT, 4, 18);
    drawKey(g);
    double most =
        series.stream().flatMap(s -> s.years().stream()).mapToDouble(Year::high).max().orElse(1);
    ShareScale scale = ShareScale.upTo(most, BOTTOM, TOP);
    drawShares(g, scale);
    drawYears(g);
    for (int i = 0; i < series.size(); i++) {
      draw(g, scale, i);
    }
  }

  private void drawKey(Graphics2D g) {
    double x = 8;
    for (int i = 0; i < series.size(); i++) {
      g.setColor(Ink.group(i));
      g.setStroke(Ink.curve(i));
      g.draw(new Line2D.Double(x, 40, x + 34, 40));
      EstimateMark.of(i).draw(g, x + 17, 40);
      String name = series.get(i).name();
      Pen.write(g, name, Ink.SMALL, Ink.TEXT, Pen.Align.LEFT, x + 41, 44);
      x += 41 + Pen.width(name, Ink.SMALL) + 20;
    }
    if (series.stream().flatMap(s -> s.years().stream()).anyMatch(Year::standsOut)) {
      String said = STAR + " " + star;
      Pen.write(g, said, Ink.SMALL, Ink.TEXT, Pen.Align.LEFT, LEFT, HEIGHT - 10);
    }
  }

  private void drawShares(Graphics2D g, ShareScale scale) {
    g.setStroke(Ink.HAIR);
    for (double share : scale.ticks()) {
      double y = scale.at(share);
      g.setColor(share == 0 ? Ink.RULE : Ink.GRID);
      g.draw(new Line2D.Double(LEFT, y, RIGHT, y));
      String percent = ShareScale.percent(share);
      Pen.write(g, percent, Ink.SMALL, Ink.TEXT, Pen.Align.RIGHT, LEFT - 7, y + 4);
    }
    double x = 14;
    double y = (TOP + BOTTOM) / 2;
    g.rotate(-Math.PI / 2, x, y);
    Pen.write(g, measure, Ink.BODY, Ink.TEXT, Pen.Align.CENTER, x, y);
    g.rotate(Math.PI / 2, x, y);
  }

  private void drawYears(Graphics2D g) {
    int most = (int) ((RIGHT - LEFT) / TICK_LABEL);
    int step =
        IntStream.of(1, 2, 5, 10, 20, 50).filter(s -> count() <= s * most).findFirst().orElse(100);
    g.setStroke(Ink.HAIR);
    for (int year = first(); year < first() + count(); year++) {
      if (year % step == 0) {
        g.setColor(Ink.RULE);
        g.draw(new Line2D.Double(x(year), BOTTOM, x(year), BOTTOM + 4));
        String label = String.valueOf(year);
        Pen.write(g, label, Ink.SMALL, Ink.TEXT, Pen.Align.CENTER, x(year), BOTTOM + 18);
      }
    }
    double middle = (LEFT + RIGHT) / 2;
    Pen.write(g, "Year of result", Ink.BODY, Ink.TEXT, Pen.Align.CENTER, middle, BOTTOM + 37);
  }

  private void draw(Graphics2D g, ShareScale scale, int index) {
    // Beside each other, as intervals of a year would lie on each other.
    double apart = Math.min(APART, slot() / (series.size() + 1));
    double shift = (index - (series.size() - 1) / 2.0) * apart;
    Path2D line = new Path2D.Double();
    for (Year year : series.get(index).years()) {
      double x = x(year.year()) + shift;
      if (line.getCurrentPoint() == null) {
        line.moveTo(x, scale.at(year.share()));
      } else {
        line.lineTo(x, scale.at(year.share()));
      }
    }
    g.setColor(Ink.group(index));
    g.setStroke(Ink.curve(index));
    g.draw(line);
    for (Year year : series.get(index).years()) {
      drawYear(g, scale, index, year, x(year.year()) + shift);
    }
  }

  private static void drawYear(Graphics2D g, ShareScale scale, int index, Year year, double x) {
    double low = scale.at(year.low());
    double high = scale.at(year.high());
    g.setColor(Ink.group(index));
    g.setStroke(Ink.HAIR);
    g.draw(new Line2D.Double(x, low, x, high));
    g.draw(new Line2D.Double(x - CAP, low, x + CAP, low));
    g.draw(new Line2D.Double(x - CAP, high, x + CAP, high));
    EstimateMark.of(index).draw(g, x, scale.at(year.share()));
    if (year.standsOut()) {
      Pen.write(g, STAR, Ink.TITLE, Ink.TEXT, Pen.Align.CENTER, x, high - 1);
    }
  }

  private double x(int year) {
    return LEFT + (year - first() + 0.5) * slot();
  }

  private double slot() {
    return (RIGHT - LEFT) / count();
  }

  private int first() {
    return years().min().orElseThrow();
  }

  private int count() {
    return years().max().orElseThrow() - first() + 1;
  }

  private IntStream years() {
    return series.stream().flatMap(s -> s.years().stream()).mapToInt(Year::year);
  }
}
