package org.hepatica.ml.show;

import java.util.List;
import java.util.Optional;
import org.hepatica.ml.Model;

/** What is printed beside a model's fit. The one place that asks the model for it. */
final class FitDiagnostics {

  /** How well a model orders subjects. */
  record Concordance(double estimate, double stdError) {}

  /** A test of proportional hazards; the last is of all terms, named GLOBAL. */
  record ZphTest(String term, Double statistic, int df, Double pValue) {}

  private FitDiagnostics() {}

  /** Empty until a model knows it. */
  static Optional<Concordance> concordance(Model model) {
    return Optional.empty();
  }

  /** Empty when it was not asked for, and until a model knows it. */
  static Optional<List<ZphTest>> zph(Model model) {
    return Optional.empty();
  }
}
