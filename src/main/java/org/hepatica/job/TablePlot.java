package org.hepatica.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hepatica.ml.CompetingCurves;
import org.hepatica.ml.Curves;
import org.hepatica.ml.Model;
import org.hepatica.ml.SubdistributionModel;
import org.hepatica.report.figure.Curve;
import org.hepatica.report.figure.Drawing;
import org.hepatica.report.figure.ForestFigure;
import org.hepatica.report.figure.Images;
import org.hepatica.report.figure.IncidenceFigure;
import org.hepatica.report.figure.KaplanMeierFigure;
import org.hepatica.report.figure.TimeScale;
import org.hepatica.survival.Interval;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.competing.GrayResult;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The figure of a table's analysis. */
final class TablePlot {

  private static final int OF_INTEREST = 1;
  private static final double LEAST_P = 0.001;
  private static final double TWO_DIGITS_FROM = 0.1;

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

  /** Cumulative incidence of every group and cause, in the table's own unit of time. */
  static TablePlot of(CompetingCurves curves, String title) {
    List<IncidenceFigure.Line> drawn =
        curves.curves().stream().map(c -> new IncidenceFigure.Line(c.group(), c.curve())).toList();
    double last =
        drawn.stream()
            .mapToDouble(line -> line.curve().lastFollowUp().orElse(0))
            .filter(time -> time > 0)
            .max()
            .orElse(1);
    String test =
        curves
            .test(OF_INTEREST)
            .flatMap(GrayResult::test)
            .map(gray -> "Gray's test of cause 1: P " + chance(gray.pValue()))
            .orElse("");
    return new TablePlot(new IncidenceFigure("incidence", title, drawn, test, last, "Time"));
  }

  /** A forest of subdistribution hazard ratios; a column without an estimate has none. */
  static TablePlot of(SubdistributionModel model, String title, double level) {
    List<ForestFigure.Row> rows =
        model.fit().coefficients().stream().map(c -> row(c.name(), c.estimate(), level)).toList();
    return forest(title, rows, "Subdistribution hazard ratio", level);
  }

  /** A forest of hazard ratios; a column without an estimate has none. */
  static TablePlot of(Model model, String title, double level) {
    List<ForestFigure.Row> rows =
        model.fit().coefficients().stream().map(c -> row(c.name(), c.estimate(), level)).toList();
    return forest(title, rows, "Hazard ratio", level);
  }

  private static TablePlot forest(
      String title, List<ForestFigure.Row> rows, String measure, double level) {
    return new TablePlot(new ForestFigure("forest", title, List.of("Model"), rows, measure, level));
  }

  private static ForestFigure.Row row(String name, Optional<WaldEstimate> estimate, double level) {
    ForestFigure.Estimate drawn = estimate.map(wald -> estimate(wald, level)).orElse(null);
    return new ForestFigure.Row(name, "", Arrays.asList(drawn));
  }

  private static ForestFigure.Estimate estimate(WaldEstimate wald, double level) {
    Interval interval = wald.hazardRatioInterval(level);
    String text =
        String.format(
            Locale.ROOT,
            "%.2f (%.2f\u2013%.2f)",
            wald.hazardRatio(),
            interval.low(),
            interval.high());
    return new ForestFigure.Estimate(wald.hazardRatio(), interval.low(), interval.high(), text);
  }

  private static String chance(double p) {
    return p < LEAST_P
        ? "< " + LEAST_P
        : String.format(Locale.ROOT, p < TWO_DIGITS_FROM ? "= %.3f" : "= %.2f", p);
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? Long.toString((long) number)
        : String.format(Locale.ROOT, "%.1f", number);
  }

  /**
   * Refuses a file that no figure can be written into, before anything is computed.
   *
   * @param file null where no figure is asked for
   */
  static void refuse(Path file, CommandLine commandLine) {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new ParameterException(
          commandLine, "--plot %s: there is no folder %s; make it first".formatted(file, folder));
    }
    if (Files.isDirectory(file)) {
      throw new ParameterException(
          commandLine, "--plot %s is a folder; name a file in it".formatted(file));
    }
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      throw new ParameterException(
          commandLine, "--plot %s: figures are SVG; end the name in .svg".formatted(file));
    }
  }

  void write(Path file) {
    try {
      Files.writeString(file, Images.svg(drawing) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
