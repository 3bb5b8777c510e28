package org.hepatica.ml.show;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Curves as R's {@code print(survfit)} and, at times, {@code summary(survfit)} show them; with case
 * weights, as there, their sums. Quantiles and differences of restricted means follow.
 */
final class CurvesText {

  private static final int DIGITS = 3;

  private final List<CurveGroup> groups;
  private final List<ShownContrast> contrasts;
  private final CurveOptions options;
  private final boolean showsCensored;
  private final boolean grouped;

  CurvesText(
      List<CurveGroup> groups,
      List<ShownContrast> contrasts,
      CurveOptions options,
      boolean showsCensored) {
    this.groups = groups;
    this.contrasts = contrasts;
    this.options = options;
    this.showsCensored = showsCensored;
    this.grouped = !groups.stream().map(CurveGroup::group).toList().equals(List.of("all"));
  }

  String text(String call, long missing) {
    String omitted = missing == 0 ? "" : Omitted.words(missing) + " \n";
    String text =
        "Call: %s\n\n%s%s%s"
            .formatted(call, missing == 0 ? "" : "   " + omitted, summary(), horizon());
    String steps = options.times().isEmpty() ? "" : "\n" + omitted + steps();
    String more = contrasts() + quantiles();
    return more.isEmpty() ? text + steps : (text + steps).stripTrailing() + "\n" + more;
  }

  private String horizon() {
    OptionalDouble horizon = options.horizon();
    return horizon.isEmpty()
        ? ""
        : "    * restricted mean with upper limit =  %s \n"
            .formatted(Digits.format(horizon.getAsDouble(), DIGITS));
  }

  private String summary() {
    TextMatrix matrix = new TextMatrix(labels());
    counted(matrix);
    if (options.horizon().isPresent()) {
      matrix
          .numbers("rmean*", each(CurveGroup::rmst), DIGITS)
          .numbers("se(rmean)", each(CurveGroup::rmstStdError), DIGITS);
    }
    matrix.numbers("median", each(CurveGroup::median), DIGITS);
    if (options.hasIntervals()) {
      matrix
          .numbers(level() + "LCL", each(CurveGroup::medianConfLow), DIGITS)
          .numbers(level() + "UCL", each(CurveGroup::medianConfHigh), DIGITS);
    }
    return matrix.text();
  }

  /** Records beside the sums of their weights, and the most at risk beside those at the start. */
  private void counted(TextMatrix matrix) {
    boolean oneNumber = same(CurveGroup::nMax, CurveGroup::nStart);
    boolean plain = oneNumber && same(CurveGroup::nMax, g -> (double) g.n());
    List<Long> n = groups.stream().map(CurveGroup::n).toList();
    matrix.counts(plain ? "n" : "records", n);
    if (!plain) {
      matrix.numbers(oneNumber ? "n" : "n.max", each(CurveGroup::nMax), DIGITS);
      if (!oneNumber) {
        matrix.numbers("n.start", each(CurveGroup::nStart), DIGITS);
      }
    }
    if (groups.stream().allMatch(g -> g.eventsWeighted() == null)) {
      matrix.counts("events", groups.stream().map(CurveGroup::events).toList());
    } else {
      matrix.numbers("events", each(CurveGroup::eventsWeighted), DIGITS);
    }
  }

  private boolean same(Function<CurveGroup, Double> one, Function<CurveGroup, Double> other) {
    return groups.stream()
        .allMatch(g -> one.apply(g) == null || one.apply(g).equals(other.apply(g)));
  }

  private List<String> labels() {
    return groups.stream().map(g -> grouped ? g.group() : "[1,]").toList();
  }

  private String level() {
    return Digits.format(options.level(), DIGITS);
  }

  private String contrasts() {
    if (contrasts.isEmpty()) {
      return "";
    }
    TextMatrix matrix = new TextMatrix(contrasts.stream().map(ShownContrast::group).toList());
    String low = "lower " + level();
    String high = "upper " + level();
    matrix
        .numbers("difference", of(ShownContrast::rmstDifference), DIGITS)
        .numbers("se", of(ShownContrast::rmstDifferenceStdError), DIGITS)
        .numbers(low, of(ShownContrast::rmstDifferenceConfLow), DIGITS)
        .numbers(high, of(ShownContrast::rmstDifferenceConfHigh), DIGITS)
        .pValues("p", of(ShownContrast::rmstDifferencePValue))
        .numbers("ratio", of(ShownContrast::rmstRatio), DIGITS)
        .numbers(low, of(ShownContrast::rmstRatioConfLow), DIGITS)
        .numbers(high, of(ShownContrast::rmstRatioConfHigh), DIGITS)
        .pValues("p", of(ShownContrast::rmstRatioPValue));
    return "\nRestricted means against %s:\n%s"
        .formatted(contrasts.get(0).reference(), matrix.text());
  }

  private List<Double> of(Function<ShownContrast, Double> value) {
    return contrasts.stream().map(value).collect(Collectors.toList());
  }

  private String quantiles() {
    if (options.quantiles().isEmpty()) {
      return "";
    }
    TextMatrix matrix = new TextMatrix(labels());
    for (int q = 0; q < options.quantiles().size(); q++) {
      int at = q;
      String share = Digits.format(100 * options.quantiles().get(q), DIGITS) + "%";
      matrix.numbers(share, each(g -> g.quantiles().get(at).time()), DIGITS);
      if (options.hasIntervals()) {
        matrix
            .numbers(level() + "LCL", each(g -> g.quantiles().get(at).confLow()), DIGITS)
            .numbers(level() + "UCL", each(g -> g.quantiles().get(at).confHigh()), DIGITS);
      }
    }
    return "\nQuantiles:\n" + matrix.text();
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
    TextMatrix matrix =
        new TextMatrix(Collections.nCopies(steps.size(), ""))
            .numbers("time", each(steps, CurveStep::time), DIGITS);
    count(matrix, "n.risk", steps, CurveStep::nRisk, CurveStep::nRiskWeighted);
    count(matrix, "n.event", steps, CurveStep::nEvent, CurveStep::nEventWeighted);
    if (showsCensored) {
      count(matrix, "censored", steps, CurveStep::nCensor, CurveStep::nCensorWeighted);
    }
    matrix
        .numbers("survival", each(steps, CurveStep::survival), DIGITS)
        .numbers("std.err", each(steps, CurveStep::stdError), DIGITS);
    if (options.hasIntervals()) {
      String level = Digits.format(100 * options.level(), DIGITS);
      matrix
          .numbers("lower " + level + "% CI", each(steps, CurveStep::confLow), DIGITS)
          .numbers("upper " + level + "% CI", each(steps, CurveStep::confHigh), DIGITS);
    }
    return matrix.text();
  }

  private static void count(
      TextMatrix matrix,
      String head,
      List<CurveStep> steps,
      Function<CurveStep, Long> number,
      Function<CurveStep, Double> weight) {
    if (steps.stream().map(weight).allMatch(w -> w == null)) {
      matrix.counts(head, steps.stream().map(number).toList());
    } else {
      matrix.numbers(head, each(steps, weight), DIGITS);
    }
  }

  private static List<Double> each(List<CurveStep> steps, Function<CurveStep, Double> value) {
    return steps.stream().map(value).collect(Collectors.toList());
  }
}
