package org.hepatica.ml.show;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Curves as R's {@code print(survfit)} and, at times, {@code summary(survfit)} show them. */
final class CurvesText {

  private static final int DIGITS = 3;

  private final List<CurveGroup> groups;
  private final CurveOptions options;
  private final boolean grouped;

  CurvesText(List<CurveGroup> groups, CurveOptions options) {
    this.groups = groups;
    this.options = options;
    this.grouped = !groups.stream().map(CurveGroup::group).toList().equals(List.of("all"));
  }

  String text(String call, long missing) {
    String omitted = missing == 0 ? "" : Omitted.words(missing) + " \n";
    String text =
        "Call: %s\n\n%s%s%s"
            .formatted(call, missing == 0 ? "" : "   " + omitted, summary(), horizon());
    return options.times().isEmpty() ? text : text + "\n" + omitted + steps();
  }

  private String horizon() {
    OptionalDouble horizon = options.horizon();
    return horizon.isEmpty()
        ? ""
        : "    * restricted mean with upper limit =  %s \n"
            .formatted(Digits.format(horizon.getAsDouble(), DIGITS));
  }

  private String summary() {
    TextMatrix matrix =
        new TextMatrix(groups.stream().map(g -> grouped ? g.group() : "[1,]").toList())
            .counts("n", groups.stream().map(CurveGroup::n).toList())
            .counts("events", groups.stream().map(CurveGroup::events).toList());
    if (options.horizon().isPresent()) {
      matrix
          .numbers("rmean*", each(CurveGroup::rmst), DIGITS)
          .numbers("se(rmean)", each(CurveGroup::rmstStdError), DIGITS);
    }
    String level = Digits.format(options.level(), DIGITS);
    return matrix
        .numbers("median", each(CurveGroup::median), DIGITS)
        .numbers(level + "LCL", each(CurveGroup::medianConfLow), DIGITS)
        .numbers(level + "UCL", each(CurveGroup::medianConfHigh), DIGITS)
        .text();
  }

  private List<Double> each(Function<CurveGroup, Double> value) {
    return groups.stream().map(value).collect(Collectors.toList());
  }

  private String steps() {
    return groups.stream()
        .filter(group -> !group.curve().isEmpty())
        .map(g -> grouped ? " ".repeat(16) + g.group() + " \n" + steps(g) + "\n" : steps(g))
        .collect(Collectors.joining());
  }

  private String steps(CurveGroup group) {
    List<CurveStep> steps = group.curve();
    String level = Digits.format(100 * options.level(), DIGITS);
    return new TextMatrix(Collections.nCopies(steps.size(), ""))
        .numbers("time", each(steps, CurveStep::time), DIGITS)
        .counts("n.risk", steps.stream().map(CurveStep::nRisk).toList())
        .counts("n.event", steps.stream().map(CurveStep::nEvent).toList())
        .numbers("survival", each(steps, CurveStep::survival), DIGITS)
        .numbers("std.err", each(steps, CurveStep::stdError), DIGITS)
        .numbers("lower " + level + "% CI", each(steps, CurveStep::confLow), DIGITS)
        .numbers("upper " + level + "% CI", each(steps, CurveStep::confHigh), DIGITS)
        .text();
  }

  private static List<Double> each(List<CurveStep> steps, Function<CurveStep, Double> value) {
    return steps.stream().map(value).collect(Collectors.toList());
  }
}
