package org.hepatica.report.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/** Writes text at a point, measured without regard to the device so that SVG and PNG agree. */
final class Pen {

  /** Which part of the text lies at the point. */
  enum Align {
    LEFT(0),
    CENTER(0.5),
    RIGHT(1);

    private final double share;

    Align(double share) {
      this.share = share;
    }
  }

  private static final FontRenderContext CONTEXT =
      new FontRenderContext(new AffineTransform(), true, true);

  private Pen() {}

  static double width(String text, Font font) {
    return text.isEmpty() ? 0 : font.getStringBounds(text, CONTEXT).getWidth();
  }

  static void write(
      Graphics2D g, String text, Font font, Color color, Align align, double x, double baseline) {
    if (text.isEmpty()) {
      return;
    }
    g.setFont(font);
    g.setColor(color);
    g.drawString(text, (float) (x - align.share * width(text, font)), (float) baseline);
  }

  /** The text itself, or as much of it as fits with an ellipsis. */
  static String fit(String text, Font font, double room) {
    if (width(text, font) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 1 && width(text.substring(0, end).strip() + "…", font) > room) {
      end--;
    }
    return text.substring(0, end).strip() + "…";
  }

  /** The text in lines that fit, broken at spaces. */
  static List<String> wrap(String text, Font font, double room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && width(line + " " + word, font) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
