package org.hepatica.ml.show;

import java.util.List;
import java.util.stream.Collectors;

/** A Cox model as R's {@code summary(coxph)} shows it, without significance stars. */
final class ModelText {

  private static final int DIGITS = 4;
  private static final int LOG_LIKELIHOOD_DIGITS = 7;
  private static final int PERCENT_DIGITS = 15;

  private final ModelResult model;
  private final long missing;
  private final double level;

  /**
   * @param level of the intervals, for their heads
   */
  ModelText(ModelResult model, long missing, double level) {
    this.model = model;
    this.missing = missing;
    this.level = level;
  }

  String text(String call) {
    return model.terms().isEmpty() ? nullModel(call) : "Call:\n" + call + "\n\n" + body();
  }

  private String nullModel(String call) {
    String likelihood = Digits.format(model.loglik().get(0), LOG_LIKELIHOOD_DIGITS);
    String omitted = missing == 0 ? " " : " (" + Omitted.words(missing) + ")";
    return "Call:  %s\n\nNull model\n  log likelihood= %s \n  n= %d%s\n"
        .formatted(call, likelihood, model.n(), omitted);
  }

  private String body() {
    String omitted = missing == 0 ? "" : "   (" + Omitted.words(missing) + ")\n";
    return "  n= %d, number of events= %d \n%s\n%s\n%s\n%s%s%s%s\n"
            .formatted(
                model.n(),
                model.events(),
                omitted,
                new CoefficientTable(model.terms()).text(),
                ratios(),
                concordance(),
                test("Likelihood ratio test= ", model.tests().likelihoodRatio()),
                test("Wald test            = ", model.tests().wald()),
                test("Score (logrank) test = ", model.tests().score()))
        + zph()
        + robustNote();
  }

  private String ratios() {
    List<ModelTerm> terms = model.terms();
    String percent = Digits.format(Digits.round(100 * level, 2), PERCENT_DIGITS);
    return new TextMatrix(terms.stream().map(ModelTerm::term).toList())
        .numbers("exp(coef)", CoefficientTable.each(terms, ModelTerm::hazardRatio), DIGITS)
        .numbers("exp(-coef)", CoefficientTable.each(terms, ModelText::inverse), DIGITS)
        .numbers(
            "lower ." + percent, CoefficientTable.each(terms, ModelTerm::hazardRatioLow), DIGITS)
        .numbers(
            "upper ." + percent, CoefficientTable.each(terms, ModelTerm::hazardRatioHigh), DIGITS)
        .text();
  }

  private static Double inverse(ModelTerm term) {
    return term.estimate() == null ? null : Tidy.number(Math.exp(-term.estimate()));
  }

  private String concordance() {
    FitDiagnostics.Concordance of = model.concordance();
    return of == null
        ? ""
        : "Concordance= %s  (se = %s )\n"
            .formatted(
                Digits.format(Digits.round(of.estimate(), 3), DIGITS),
                Digits.format(Digits.round(of.stdError(), 3), DIGITS));
  }

  private static String test(String name, TestValues test) {
    String statistic = Digits.format(Digits.round(test.statistic(), 2), DIGITS);
    return "%s%s  on %d df,   p=%s\n"
        .formatted(name, statistic, test.df(), PValues.format(test.pValue(), 1));
  }

  /** As R prints cox.zph(). */
  private String zph() {
    if (model.zph() == null) {
      return "";
    }
    List<FitDiagnostics.ZphTest> tests = model.zph();
    double[] p = tests.stream().mapToDouble(FitDiagnostics.ZphTest::pValue).toArray();
    return "Proportional hazards:\n"
        + new TextMatrix(tests.stream().map(FitDiagnostics.ZphTest::term).toList())
            .numbers(
                "chisq",
                tests.stream().map(FitDiagnostics.ZphTest::statistic).collect(Collectors.toList()),
                3)
            .counts("df", tests.stream().map(t -> (long) t.df()).toList())
            .column("p", PValues.format(p, 2))
            .text();
  }

  private String robustNote() {
    return model.terms().stream().allMatch(t -> t.robustStdError() == null)
        ? ""
        : "  (Note: the likelihood ratio and score tests assume independence of\n"
            + "     observations within a cluster, the Wald test does not).\n";
  }
}
