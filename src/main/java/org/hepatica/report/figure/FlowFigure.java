package org.hepatica.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The flow of patients: boxes downwards, exclusions at the side, groups at the end.
 *
 * @param id names the file
 * @param title what it is
 * @param steps the boxes, from the source of the patients on
 * @param groups the groups that are compared; may be empty
 */
public record FlowFigure(String id, String title, List<Step> steps, List<Group> groups)
    implements Drawing {

  private static final int WIDTH = 540;
  private static final int MAIN = 264;
  private static final int SIDE_X = 318;
  private static final int SIDE = WIDTH - SIDE_X - 4;
  private static final int LINE = 17;
  private static final int GAP = 62;
  private static final int GROUP_GAP = 40;
  private static final double PAD = 10;
  private static final BasicStroke DASHED =
      new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {4f}, 0f);

  /**
   * A box.
   *
   * @param label who is left
   * @param count how many
   * @param excluded how many the step excluded
   * @param marks whether those excluded stay in the cohort and only leave the analysis
   */
  public record Step(String label, long count, long excluded, boolean marks) {}

  /** A group that is compared. */
  public record Group(String label, long count) {}

  /** Keeps the lists unchangeable. */
  public FlowFigure {
    steps = List.copyOf(steps);
    groups = List.copyOf(groups);
  }

  @Override
  public String description() {
    return steps.stream()
        .map(s -> s.label() + ": " + number(s.count()))
        .collect(Collectors.joining("; ", "Patients by step. ", "."));
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    double boxes = steps.stream().mapToDouble(FlowFigure::boxHeight).sum();
    double ends = groups.isEmpty() ? 0 : GROUP_GAP + groupHeight();
    return (int) Math.ceil(boxes + GAP * (steps.size() - 1) + ends + 8);
  }

  @Override
  public void draw(Graphics2D g) {
    double top = 4;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      box(g, new Rectangle2D.Double(4, top, MAIN, boxHeight(step)), step.label(), step.count());
      top += boxHeight(step);
      if (i + 1 < steps.size()) {
        arrow(g, 4 + MAIN / 2.0, top, top + GAP);
        exclusion(g, steps.get(i + 1), top + GAP / 2.0);
        top += GAP;
      }
    }
    drawGroups(g, top);
  }

  private void exclusion(Graphics2D g, Step next, double middle) {
    if (next.excluded() == 0) {
      return;
    }
    List<String> reason = Pen.wrap("not met: " + next.label(), Ink.SMALL, SIDE - 2 * PAD);
    double height = LINE * (1 + reason.size()) + 8;
    g.setStroke(Ink.HAIR);
    g.setColor(Ink.RULE);
    g.draw(new Line2D.Double(4 + MAIN / 2.0, middle, SIDE_X - 7, middle));
    head(g, SIDE_X, middle, 1, 0);
    Rectangle2D frame = new Rectangle2D.Double(SIDE_X, middle - height / 2, SIDE, height);
    frame(g, frame, Ink.TINT, next.marks() ? DASHED : Ink.HAIR);
    String verb = next.marks() ? "Not in the analysis: " : "Excluded: ";
    double baseline = frame.getY() + 17;
    Pen.write(
        g,
        verb + number(next.excluded()),
        Ink.STRONG,
        Ink.TEXT,
        Pen.Align.LEFT,
        SIDE_X + PAD,
        baseline);
    lines(g, reason, SIDE_X + PAD, baseline + LINE, Pen.Align.LEFT);
  }

  private void drawGroups(Graphics2D g, double top) {
    if (groups.isEmpty()) {
      return;
    }
    double width = groupWidth();
    double bar = top + GROUP_GAP / 2.0;
    double stem = 4 + MAIN / 2.0;
    g.setColor(Ink.RULE);
    g.setStroke(Ink.HAIR);
    g.draw(new Line2D.Double(stem, top, stem, bar));
    double last = groupX(groups.size() - 1) + width / 2;
    g.draw(
        new Line2D.Double(Math.min(stem, groupX(0) + width / 2), bar, Math.max(stem, last), bar));
    for (int i = 0; i < groups.size(); i++) {
      arrow(g, groupX(i) + width / 2, bar, top + GROUP_GAP);
      Rectangle2D frame = new Rectangle2D.Double(groupX(i), top + GROUP_GAP, width, groupHeight());
      box(g, frame, groups.get(i).label(), groups.get(i).count());
    }
  }

  private double groupWidth() {
    double room = groups.size() <= 2 ? MAIN : WIDTH - 8;
    return (room - 12.0 * (groups.size() - 1)) / groups.size();
  }

  private double groupX(int i) {
    return 4 + i * (groupWidth() + 12);
  }

  private double groupHeight() {
    int most =
        groups.stream()
            .mapToInt(x -> Pen.wrap(x.label(), Ink.BODY, groupWidth() - 2 * PAD).size())
            .max()
            .orElse(0);
    return LINE * (most + 1) + 10;
  }

  private static double boxHeight(Step step) {
    return LINE * (Pen.wrap(step.label(), Ink.BODY, MAIN - 2 * PAD).size() + 1) + 10;
  }

  private static void box(Graphics2D g, Rectangle2D frame, String label, long count) {
    frame(g, frame, Ink.PAPER, Ink.HAIR);
    List<String> lines = Pen.wrap(label, Ink.BODY, frame.getWidth() - 2 * PAD);
    double baseline = frame.getY() + 18;
    for (String line : lines) {
      Pen.write(g, line, Ink.BODY, Ink.TEXT, Pen.Align.CENTER, frame.getCenterX(), baseline);
      baseline += LINE;
    }
    Pen.write(
        g,
        "n = " + number(count),
        Ink.STRONG,
        Ink.TEXT,
        Pen.Align.CENTER,
        frame.getCenterX(),
        baseline);
  }

  private static void lines(
      Graphics2D g, List<String> lines, double x, double baseline, Pen.Align align) {
    for (int i = 0; i < lines.size(); i++) {
      Pen.write(g, lines.get(i), Ink.SMALL, Ink.MUTED, align, x, baseline + i * LINE);
    }
  }

  private static void frame(Graphics2D g, Rectangle2D frame, Color fill, BasicStroke stroke) {
    g.setColor(fill);
    g.fill(frame);
    g.setColor(Ink.RULE);
    g.setStroke(stroke);
    g.draw(frame);
  }

  private static void arrow(Graphics2D g, double x, double from, double to) {
    g.setColor(Ink.RULE);
    g.setStroke(Ink.HAIR);
    g.draw(new Line2D.Double(x, from, x, to - 7));
    head(g, x, to, 0, 1);
  }

  /** An arrow's head with its tip at (x, y), pointing along (dx, dy). */
  private static void head(Graphics2D g, double x, double y, int dx, int dy) {
    Path2D head = new Path2D.Double();
    head.moveTo(x, y);
    head.lineTo(x - 8 * dx - 4 * dy, y - 8 * dy - 4 * dx);
    head.lineTo(x - 8 * dx + 4 * dy, y - 8 * dy + 4 * dx);
    head.closePath();
    g.setColor(Ink.RULE);
    g.fill(head);
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
