package org.hepatica.report.figure;

import java.awt.Graphics2D;

/** A figure of a fixed size that can draw itself. Draws the same each time. */
public interface Drawing {

  /** Names the file and makes ids inside the SVG unique on a page; kebab-case. */
  String id();

  /** What the figure is. */
  String title();

  /** What it shows, for readers who cannot see it. */
  String description();

  /** Width in pixels at scale 1. */
  int width();

  /** Height in pixels at scale 1. */
  int height();

  /** Draws it from (0, 0) to (width, height). */
  void draw(Graphics2D g);
}
