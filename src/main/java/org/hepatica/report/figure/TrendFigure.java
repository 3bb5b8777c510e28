package org.hepatica.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Measures over nights, a small panel each on a scale of its own from 0, with the newest value
 * written at its end.
 *
 * @param id names the file
 * @param title what it is
 * @param panels in order
 */
public record TrendFigure(String id, String title, List<Panel> panels) implements Drawing {

  private static final int COLUMNS = 3;
  private static final int PANEL_WIDTH = 210;
  private static final int PANEL_HEIGHT = 96;
  private static final int TITLE_HEIGHT = 30;
  private static final double LEFT = 6;
  private static final double RIGHT = 64;
  private static final double TOP = 26;
  private static final double BOTTOM = 16;
  private static final double DOT = 2.5;

  /**
   * A measure.
   *
   * @param name in words
   * @param values one a night, the newest last; null where there is none
   * @param share whether they are shares, 0-1
   */
  public record Panel(String name, List<Double> values, boolean share) {

    /** Keeps the list unchangeable. */
    public Panel {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    private double most() {
      return values.stream().filter(Objects::nonNull).mapToDouble(v -> v).max().orElse(0);
    }

    private String shown(Double value) {
      if (value == null) {
        return "none";
      }
      return share
          ? String.format(Locale.ROOT, "%.1f%%", 100 * value)
          : String.format(Locale.ROOT, "%,.0f", value);
    }

    private String newest() {
      return shown(values.isEmpty() ? null : values.get(values.size() - 1));
    }
  }

  /** Keeps the panels unchangeable. */
  public TrendFigure {
    panels = List.copyOf(panels);
  }

  @Override
  public String description() {
    return panels.stream()
        .map(
            panel ->
                panel.name() + ": " + panel.shown(panel.values().get(0)) + " to " + panel.newest())
        .collect(Collectors.joining("; ", "First and last night. ", "."));
  }

  @Override
  public int width() {
    return COLUMNS * PANEL_WIDTH;
  }

  @Override
  public int height() {
    return TITLE_HEIGHT + (panels.size() + COLUMNS - 1) / COLUMNS * PANEL_HEIGHT;
  }

  @Override
  public void draw(Graphics2D g) {
    Pen.write(g, title, Ink.TITLE, Ink.TEXT, Pen.Align.LEFT, LEFT, 18);
    for (int i = 0; i < panels.size(); i++) {
      double x = (i % COLUMNS) * PANEL_WIDTH;
      double y = TITLE_HEIGHT + (double) (i / COLUMNS) * PANEL_HEIGHT;
      draw(g, panels.get(i), x, y);
    }
  }

  private static void draw(Graphics2D g, Panel panel, double x, double y) {
    double left = x + LEFT;
    double right = x + PANEL_WIDTH - RIGHT;
    double top = y + TOP;
    double bottom = y + PANEL_HEIGHT - BOTTOM;
    String name = Pen.fit(panel.name(), Ink.SMALL, PANEL_WIDTH - 2 * LEFT);
    Pen.write(g, name, Ink.SMALL, Ink.MUTED, Pen.Align.LEFT, left, y + 14);
    g.setStroke(Ink.HAIR);
    g.setColor(Ink.RULE);
    g.draw(new Line2D.Double(left, bottom, right, bottom));
    double most = panel.most() == 0 ? 1 : panel.most();
    int last = Math.max(1, panel.values().size() - 1);
    Path2D line = new Path2D.Double();
    g.setColor(Ink.group(0));
    for (int i = 0; i < panel.values().size(); i++) {
      Double value = panel.values().get(i);
      if (value != null) {
        double px = left + (right - left) * i / last;
        double py = bottom - (bottom - top) * value / most;
        boolean starts = i == 0 || panel.values().get(i - 1) == null;
        if (starts) {
          line.moveTo(px, py);
        } else {
          line.lineTo(px, py);
        }
        g.fill(new Ellipse2D.Double(px - DOT, py - DOT, 2 * DOT, 2 * DOT));
      }
    }
    g.setStroke(Ink.LINE);
    g.draw(line);
    Pen.write(g, panel.newest(), Ink.STRONG, Ink.TEXT, Pen.Align.LEFT, right + 8, bottom);
  }
}
