package org.hepatica.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Colours, fonts and strokes of all figures.
 *
 * <p>Groups take the colours of Okabe and Ito, told apart by readers with any colour vision; every
 * second curve is dashed besides, for print in black.
 */
final class Ink {

  static final Color TEXT = new Color(0x22, 0x22, 0x22);
  static final Color MUTED = new Color(0x5a, 0x5a, 0x5a);
  static final Color RULE = new Color(0x8c, 0x8c, 0x8c);
  static final Color GRID = new Color(0xe6, 0xe6, 0xe6);
  static final Color PAPER = Color.WHITE;
  static final Color TINT = new Color(0xf5, 0xf4, 0xf0);

  /** What an SVG asks for; fonts of the same widths, or nearly. */
  static final String FAMILIES = "Helvetica, Arial, 'Liberation Sans', sans-serif";

  private static final String FAMILY = family();

  static final Font TITLE = font(Font.BOLD, 15);
  static final Font BODY = font(Font.PLAIN, 13);
  static final Font STRONG = font(Font.BOLD, 13);
  static final Font SMALL = font(Font.PLAIN, 12);

  static final BasicStroke HAIR = new BasicStroke(1f);
  static final BasicStroke LINE = new BasicStroke(1.4f);

  private static final List<Color> GROUPS =
      List.of(
          new Color(0x00, 0x72, 0xb2),
          new Color(0xd5, 0x5e, 0x00),
          new Color(0x00, 0x9e, 0x73),
          new Color(0x9c, 0x4f, 0x7c),
          new Color(0x33, 0x33, 0x33),
          new Color(0x56, 0xb4, 0xe9),
          new Color(0xe6, 0x9f, 0x00));
  private static final BasicStroke SOLID =
      new BasicStroke(1.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {7f, 3f}, 0f);
  private static final BasicStroke DOTTED =
      new BasicStroke(
          0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {1f, 2f}, 0f);

  private Ink() {}

  /** The first of the families that this machine has. */
  private static String family() {
    return Stream.of("Liberation Sans", "Arial", "Helvetica Neue")
        .filter(name -> new Font(name, Font.PLAIN, 12).getFamily(Locale.ROOT).equals(name))
        .findFirst()
        .orElse(Font.SANS_SERIF);
  }

  private static Font font(int style, int size) {
    return new Font(FAMILY, style, size);
  }

  static Color group(int index) {
    return GROUPS.get(index % GROUPS.size());
  }

  static Color band(int index) {
    return translucent(index, 34);
  }

  /** A band among others: where several lie over each other the colours still tell. */
  static Color faintBand(int index) {
    return translucent(index, 14);
  }

  /** The edge of a faint band. */
  static Color bandEdge(int index) {
    return translucent(index, 150);
  }

  private static Color translucent(int index, int alpha) {
    Color c = group(index);
    return new Color(c.getRed(), c.getGreen(), c.getBlue(), alpha);
  }

  /** Dots, finer than any curve's dashes. */
  static BasicStroke edge() {
    return DOTTED;
  }

  static BasicStroke curve(int index) {
    return index % 2 == 0 ? SOLID : DASHED;
  }
}
