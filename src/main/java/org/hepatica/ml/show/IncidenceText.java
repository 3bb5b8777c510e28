package org.hepatica.ml.show;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.hepatica.ml.CompetingCurves;
import org.hepatica.ml.GroupIncidence;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.competing.GrayResult;
import org.hepatica.survival.competing.IncidencePoint;

/** Cumulative incidence as R's {@code print(cuminc)} shows it. */
final class IncidenceText {

  private static final int DIGITS = 7;
  private static final int TIME_DIGITS = 15;
  private static final int WIDTH = 80;

  private final CompetingCurves curves;
  private final double[] times;

  /**
   * @param times ascending; empty for round numbers up to the last follow-up
   */
  IncidenceText(CompetingCurves curves, List<Double> times) {
    this.curves = curves;
    this.times =
        times.isEmpty()
            ? PrettyTimes.before(lastFollowUp())
            : times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double lastFollowUp() {
    return curves.curves().stream()
        .mapToDouble(of -> of.curve().lastFollowUp().orElse(0))
        .max()
        .orElse(0);
  }

  String text(String call) {
    String omitted =
        curves.missing() == 0
            ? ""
            : "%d cases omitted due to missing values\n".formatted(curves.missing());
    return "Call:\n%s\n\n%s%sEstimates and Variances:\n$est\n%s\n$var\n%s\n"
        .formatted(
            call,
            omitted,
            curves.tests().isEmpty() ? "" : "Tests:\n" + tests(),
            matrix(IncidencePoint::estimate),
            matrix(point -> point.stdError() * point.stdError()));
  }

  private String tests() {
    List<GrayResult> tests = curves.tests();
    return new TextMatrix(tests.stream().map(test -> Integer.toString(test.cause())).toList())
        .numbers("stat", each(tests, TestResult::statistic), DIGITS)
        .numbers("pv", each(tests, TestResult::pValue), DIGITS)
        .column("df", tests.stream().map(IncidenceText::df).toList())
        .text();
  }

  private static List<Double> each(List<GrayResult> tests, ToDoubleFunction<TestResult> value) {
    return tests.stream()
        .map(test -> test.test().map(value::applyAsDouble).orElse(null))
        .collect(Collectors.toList());
  }

  private static String df(GrayResult test) {
    return test.test().map(found -> Integer.toString(found.df())).orElse(Digits.NONE);
  }

  private String matrix(ToDoubleFunction<IncidencePoint> value) {
    TextMatrix matrix =
        new TextMatrix(
            curves.curves().stream().map(of -> of.group() + " " + of.curve().cause()).toList());
    for (double time : times) {
      List<Double> column = new ArrayList<>();
      for (GroupIncidence of : curves.curves()) {
        column.add(of.curve().at(time).map(value::applyAsDouble).orElse(null));
      }
      matrix.numbers(Digits.format(time, TIME_DIGITS), column, DIGITS);
    }
    return matrix.text(WIDTH);
  }
}
