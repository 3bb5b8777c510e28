package org.hepatica.ml.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hepatica.ml.Model;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.ProportionalHazardsResult;

/** What is printed beside a model's fit. The one place that asks the model for it. */
final class FitDiagnostics {

  /** How well a model orders subjects. */
  record Concordance(double estimate, double stdError) {}

  /** A test of proportional hazards; the last is of all terms, named GLOBAL. */
  record ZphTest(String term, Double statistic, int df, Double pValue) {}

  private FitDiagnostics() {}

  /** Empty when no pair of subjects can be compared, or the path does not give it. */
  static Optional<Concordance> concordance(Model model) {
    return concordance(model.concordance());
  }

  static Optional<Concordance> concordance(Optional<ConcordanceResult> result) {
    return result.map(c -> new Concordance(c.estimate(), c.stdError()));
  }

  /** Empty when it was not asked for. */
  static Optional<List<ZphTest>> zph(Model model) {
    return model.proportionalHazards().map(FitDiagnostics::tests);
  }

  private static List<ZphTest> tests(ProportionalHazardsResult result) {
    List<ZphTest> tests = new ArrayList<>();
    result.terms().forEach(term -> tests.add(test(term.term(), term.test())));
    tests.add(test("GLOBAL", result.global()));
    return tests;
  }

  private static ZphTest test(String term, TestResult test) {
    return new ZphTest(term, test.statistic(), test.df(), test.pValue());
  }
}
