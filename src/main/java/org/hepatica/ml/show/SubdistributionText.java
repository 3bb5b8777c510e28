package org.hepatica.ml.show;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Fine and Gray's model as R's {@code summary(crr)} shows it. */
final class SubdistributionText {

  private static final int DIGITS = 3;
  private static final int P_DIGITS = 2;
  private static final int WIDTH = 80;

  private final ModelResult model;
  private final List<ModelTerm> terms;
  private final long missing;
  private final double level;

  /**
   * @param level of the intervals, for their heads
   */
  SubdistributionText(ModelResult model, long missing, double level) {
    this.level = level;
    this.model = model;
    this.terms = model.terms();
    this.missing = missing;
  }

  String text(String call) {
    String converged =
        model.converged()
            ? ""
            : "crr converged: %s \n\n"
                .formatted(Boolean.toString(model.converged()).toUpperCase(Locale.ROOT));
    return "Competing Risks Regression\n\nCall:\n%s\n\n%s%s\n%s\n%s%s"
        .formatted(call, converged, coefficients(), ratios(), cases(), likelihood());
  }

  private String coefficients() {
    return matrix()
        .numbers("coef", each(ModelTerm::estimate), DIGITS)
        .numbers("exp(coef)", each(ModelTerm::hazardRatio), DIGITS)
        .numbers("se(coef)", each(ModelTerm::stdError), DIGITS)
        .numbers("z", each(ModelTerm::statistic), DIGITS)
        .numbers("p-value", each(term -> significant(term.pValue())), DIGITS)
        .text(WIDTH);
  }

  private String ratios() {
    double below = (1 - level) / 2;
    List<String> bounds = Digits.format(new double[] {100 * below, 100 * (1 - below)}, DIGITS);
    return matrix()
        .numbers("exp(coef)", each(ModelTerm::hazardRatio), DIGITS)
        .numbers("exp(-coef)", each(SubdistributionText::inverse), DIGITS)
        .numbers(bounds.get(0).strip() + "%", each(ModelTerm::hazardRatioLow), DIGITS)
        .numbers(bounds.get(1).strip() + "%", each(ModelTerm::hazardRatioHigh), DIGITS)
        .text(WIDTH);
  }

  private TextMatrix matrix() {
    return new TextMatrix(terms.stream().map(ModelTerm::term).toList());
  }

  private List<Double> each(Function<ModelTerm, Double> value) {
    return terms.stream().map(value).collect(Collectors.toList());
  }

  /** What 1 - P cannot tell from 1 is 0 in {@code crr}'s print; JSON and CSV have the number. */
  private static Double significant(Double p) {
    if (p == null) {
      return null;
    }
    return p < Math.ulp(1.0) / 2 ? 0 : Double.parseDouble(Digits.format(p, P_DIGITS));
  }

  private static Double inverse(ModelTerm term) {
    return term.estimate() == null ? null : Tidy.number(Math.exp(-term.estimate()));
  }

  private String cases() {
    return missing == 0
        ? "Num. cases = %d\n".formatted(model.n())
        : "Num. cases = %d (%d cases omitted due to missing values)\n"
            .formatted(model.n(), missing);
  }

  private String likelihood() {
    Double fitted = model.loglik().get(1);
    TestValues ratio = model.tests().likelihoodRatio();
    return "Pseudo Log-likelihood = %s \n".formatted(fitted == null ? Digits.NONE : text(fitted))
        + (ratio == null
            ? ""
            : "Pseudo likelihood ratio test = %s  on %d df,\n"
                .formatted(text(Digits.round(ratio.statistic(), 2)), ratio.df()));
  }

  private static String text(double number) {
    return Digits.format(number, DIGITS);
  }
}
