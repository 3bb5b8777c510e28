package org.hepatica.ml.show;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.hepatica.formula.NumberText;
import org.hepatica.ml.Curves;
import org.hepatica.survival.CurveVariance;
import org.hepatica.survival.SurvivalCurve;

/** Kaplan-Meier curves. */
public final class ShownCurves implements Shown {

  /** The whole of the JSON. */
  private record Result(
      List<CurveGroup> groups,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ShownContrast> rmstContrasts) {}

  private final Curves curves;
  private final String call;
  private final CurveOptions options;
  private final List<CurveGroup> groups;
  private final List<ShownContrast> contrasts;

  private ShownCurves(Curves curves, String call, CurveOptions options) {
    this.curves = curves;
    this.call = call;
    this.options = options;
    this.groups = CurveGroup.of(curves, options);
    this.contrasts =
        options.horizon().isEmpty()
            ? List.of()
            : curves.restrictedMeanContrasts(options.horizon().getAsDouble()).stream()
                .map(contrast -> ShownContrast.of(contrast, options.level()))
                .toList();
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
    return new CurvesText(groups, contrasts, options, showsCensored()).text(call, curves.missing());
  }

  /** R counts the censored in print only where robust variance made it count who enters. */
  private boolean showsCensored() {
    return curves.lateEntries()
        && curves.groups().stream().anyMatch(g -> g.curve().variance() == CurveVariance.ROBUST);
  }

  @Override
  public String csv() {
    return new CurvesCsv(groups, contrasts).csv();
  }

  @Override
  public String json() {
    return Tidy.json(new Result(groups, contrasts));
  }

  @Override
  public List<String> warnings() {
    return curves.groups().stream()
        .flatMap(
            g ->
                Stream.concat(g.curve().warnings().stream(), beyond(g.curve()))
                    .map(w -> g.group() + ": " + w))
        .toList();
  }

  /** What was asked of a curve after its end. */
  private Stream<String> beyond(SurvivalCurve curve) {
    if (curve.lastFollowUp().isEmpty()) {
      return Stream.empty();
    }
    double last = curve.lastFollowUp().getAsDouble();
    return Stream.concat(
        beyond(
            last,
            options.horizon().stream().boxed(),
            "follow-up ends at %s; up to %s the curve is carried on flat for the restricted mean"),
        beyond(last, options.times().stream(), "follow-up ends at %s, there is no survival at %s"));
  }

  private static Stream<String> beyond(double last, Stream<Double> asked, String words) {
    return asked
        .filter(time -> time > last)
        .map(time -> words.formatted(NumberText.ofInteger(last), NumberText.ofInteger(time)));
  }

  @Override
  public long missing() {
    return curves.missing();
  }
}
