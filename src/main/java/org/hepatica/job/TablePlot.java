package org.hepatica.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hepatica.ml.Curves;
import org.hepatica.ml.Model;
import org.hepatica.report.figure.Curve;
import org.hepatica.report.figure.Drawing;
import org.hepatica.report.figure.ForestFigure;
import org.hepatica.report.figure.Images;
import org.hepatica.report.figure.KaplanMeierFigure;
import org.hepatica.report.figure.TimeScale;
import org.hepatica.survival.Interval;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.cox.CoxCoefficient;

/** The figure of a table's analysis. */
final class TablePlot {

  private static final double LEVEL = 0.95;

  private final Drawing drawing;

  private TablePlot(Drawing drawing) {
    this.drawing = drawing;
  }

  /** Curves with bands and the censored, in the table's own unit of time. */
  static TablePlot of(Curves curves, String title, double level) {
    List<Curve> drawn =
        curves.groups().stream().map(g -> Curve.of(g.group(), g.curve(), 1)).toList();
    double last =
        curves.groups().stream()
            .mapToDouble(g -> g.curve().lastFollowUp().orElse(0))
            .filter(time -> time > 0)
            .max()
            .orElse(1);
    String median = "Median (%s%% CI)".formatted(plain(100 * level));
    return new TablePlot(
        new KaplanMeierFigure(
            "curves", title, "Survival", "", drawn, "", last, new TimeScale("Time", median)));
  }

  /** A forest of hazard ratios; a column without an estimate has none. */
  static TablePlot of(Model model, String title) {
    List<ForestFigure.Row> rows =
        model.fit().coefficients().stream()
            .map(c -> new ForestFigure.Row(c.name(), "", Arrays.asList(estimate(c))))
            .toList();
    return new TablePlot(new ForestFigure("forest", title, List.of("Model"), rows));
  }

  private static ForestFigure.Estimate estimate(CoxCoefficient coefficient) {
    if (coefficient.estimate().isEmpty()) {
      return null;
    }
    WaldEstimate wald = coefficient.estimate().get();
    Interval interval = wald.hazardRatioInterval(LEVEL);
    String text =
        String.format(
            Locale.ROOT,
            "%.2f (%.2f\u2013%.2f)",
            wald.hazardRatio(),
            interval.low(),
            interval.high());
    return new ForestFigure.Estimate(wald.hazardRatio(), interval.low(), interval.high(), text);
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? Long.toString((long) number)
        : String.format(Locale.ROOT, "%.1f", number);
  }

  void write(Path file) {
    try {
      Files.writeString(file, Images.svg(drawing) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
