package org.hepatica.report;

import java.util.List;
import java.util.Map;
import org.hepatica.report.figure.Drawing;

/**
 * A section of the page.
 *
 * @param id anchor, and the name of its template
 * @param title heading
 * @param figures drawn above its tables
 * @param grids its tables
 * @param more what else its template needs
 */
public record Section(
    String id, String title, List<Drawing> figures, List<Grid> grids, Map<String, Object> more) {

  /** Keeps the collections unchangeable. */
  public Section {
    figures = List.copyOf(figures);
    grids = List.copyOf(grids);
    more = Map.copyOf(more);
  }

  /** A section of figures and tables. */
  public static Section of(
      String id, String title, List<? extends Drawing> figures, List<Grid> grids) {
    return new Section(id, title, List.copyOf(figures), grids, Map.of());
  }

  /** The same with what else its template needs. */
  public Section with(Map<String, Object> facts) {
    return new Section(id, title, figures, grids, facts);
  }

  /** The template that makes HTML of it. */
  public String template() {
    return id + ".ftlh";
  }
}
