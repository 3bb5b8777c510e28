package org.hepatica.ml.show;

import java.util.List;
import java.util.stream.Stream;
import org.hepatica.ml.Curves;

/** Kaplan-Meier curves. */
public final class ShownCurves implements Shown {

  /** The whole of the JSON. */
  private record Result(List<CurveGroup> groups) {}

  /** A row of the CSV: a time of a group, the group's summary on every row. */
  private record Line(
      String group,
      long n,
      long events,
      Double median,
      Double medianConfLow,
      Double medianConfHigh,
      Double rmst,
      Double rmstStdError,
      Double time,
      Long nRisk,
      Long nEvent,
      Long nCensor,
      Double survival,
      Double stdError,
      Double confLow,
      Double confHigh) {}

  private final Curves curves;
  private final String call;
  private final CurveOptions options;
  private final List<CurveGroup> groups;

  private ShownCurves(Curves curves, String call, CurveOptions options) {
    this.curves = curves;
    this.call = call;
    this.options = options;
    this.groups = curves.groups().stream().map(g -> CurveGroup.of(g, options)).toList();
  }

  /**
   * Curves to be written.
   *
   * @param curves the result
   * @param call what was asked, as the text's first line has it
   * @param options what is shown
   */
  public static ShownCurves of(Curves curves, String call, CurveOptions options) {
    return new ShownCurves(curves, call, options);
  }

  @Override
  public String text() {
    return new CurvesText(groups, options).text(call, curves.missing());
  }

  @Override
  public String csv() {
    return Tidy.csv(Line.class, groups.stream().flatMap(ShownCurves::lines).toList());
  }

  @Override
  public String json() {
    return Tidy.json(new Result(groups));
  }

  @Override
  public List<String> warnings() {
    return curves.groups().stream()
        .flatMap(g -> g.curve().warnings().stream().map(w -> g.group() + ": " + w))
        .toList();
  }

  @Override
  public long missing() {
    return curves.missing();
  }

  /** A group without a row of its own time keeps one with its summary. */
  private static Stream<Line> lines(CurveGroup group) {
    return group.curve().isEmpty()
        ? Stream.of(line(group, null, null, null, null, null, null, null, null))
        : group.curve().stream()
            .map(
                s ->
                    line(
                        group,
                        s.time(),
                        s.nRisk(),
                        s.nEvent(),
                        s.nCensor(),
                        s.survival(),
                        s.stdError(),
                        s.confLow(),
                        s.confHigh()));
  }

  private static Line line(
      CurveGroup g,
      Double time,
      Long nRisk,
      Long nEvent,
      Long nCensor,
      Double survival,
      Double stdError,
      Double confLow,
      Double confHigh) {
    return new Line(
        g.group(),
        g.n(),
        g.events(),
        g.median(),
        g.medianConfLow(),
        g.medianConfHigh(),
        g.rmst(),
        g.rmstStdError(),
        time,
        nRisk,
        nEvent,
        nCensor,
        survival,
        stdError,
        confLow,
        confHigh);
  }
}
