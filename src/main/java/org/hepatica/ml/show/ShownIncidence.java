package org.hepatica.ml.show;

import java.util.List;
import java.util.stream.Stream;
import org.hepatica.ml.CompetingCurves;
import org.hepatica.ml.GroupIncidence;
import org.hepatica.survival.competing.GrayResult;

/** Cumulative incidence of competing causes, and Gray's tests. */
public final class ShownIncidence implements Shown {

  /** The cause that JSON has the test of. */
  private static final int OF_INTEREST = 1;

  /** The whole of the JSON. */
  private record Result(List<Group> groups, TestValues gray) {}

  private record Group(String group, int cause, List<IncidenceStep> curve) {}

  /** A row of the CSV: a time of a group and cause, Gray's test of the cause on every row. */
  private record Line(
      String group,
      int cause,
      Double time,
      Double estimate,
      Double stdError,
      Double confLow,
      Double confHigh,
      Double statistic,
      Integer df,
      Double pValue) {}

  private final CompetingCurves curves;
  private final String call;
  private final List<Double> times;
  private final List<Group> groups;

  private ShownIncidence(CompetingCurves curves, String call, List<Double> times) {
    this.curves = curves;
    this.call = call;
    this.times = times;
    this.groups = curves.curves().stream().map(this::group).toList();
  }

  /**
   * Curves to be written.
   *
   * @param curves the result
   * @param call what was asked, as the text's first line has it
   * @param times at which; empty for every step, and in text for R's choice
   * @throws IllegalArgumentException if a time is not a number
   */
  public static ShownIncidence of(CompetingCurves curves, String call, List<Double> times) {
    if (times.stream().anyMatch(time -> time.isNaN())) {
      throw new IllegalArgumentException("a time to show the curve at is no number");
    }
    return new ShownIncidence(curves, call, times.stream().sorted().distinct().toList());
  }

  private Group group(GroupIncidence of) {
    double[] moments = times.stream().mapToDouble(Double::doubleValue).toArray();
    return new Group(
        of.group(),
        of.curve().cause(),
        times.isEmpty() ? IncidenceStep.all(of.curve()) : IncidenceStep.at(of.curve(), moments));
  }

  @Override
  public String text() {
    return new IncidenceText(curves, times).text(call);
  }

  @Override
  public String csv() {
    return Tidy.csv(Line.class, groups.stream().flatMap(this::lines).toList());
  }

  /** A curve without a row of its own time keeps one with its test. */
  private Stream<Line> lines(Group group) {
    return group.curve().isEmpty()
        ? Stream.of(line(group, null))
        : group.curve().stream().map(step -> line(group, step));
  }

  private Line line(Group group, IncidenceStep step) {
    TestValues test = test(group.cause());
    return new Line(
        group.group(),
        group.cause(),
        step == null ? null : (Double) step.time(),
        step == null ? null : (Double) step.estimate(),
        step == null ? null : step.stdError(),
        step == null ? null : step.confLow(),
        step == null ? null : step.confHigh(),
        test == null ? null : test.statistic(),
        test == null ? null : (Integer) test.df(),
        test == null ? null : test.pValue());
  }

  private TestValues test(int cause) {
    return TestValues.of(curves.test(cause).flatMap(GrayResult::test));
  }

  @Override
  public String json() {
    return Tidy.json(new Result(groups, test(OF_INTEREST)));
  }

  @Override
  public List<String> warnings() {
    // The curves of a group's causes are of the same follow-up, and say the same of it.
    Stream<String> ofCurves =
        curves.curves().stream()
            .flatMap(of -> of.curve().warnings().stream().map(w -> of.group() + ": " + w))
            .distinct();
    Stream<String> ofTests =
        curves.tests().stream()
            .flatMap(test -> test.warnings().stream().map(w -> "cause " + test.cause() + ": " + w));
    return Stream.concat(ofCurves, ofTests).toList();
  }

  @Override
  public long missing() {
    return curves.missing();
  }
}
