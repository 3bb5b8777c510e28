package org.hepatica.ml.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hepatica.ml.Model;
import org.hepatica.survival.cox.CoxFit;

/**
 * A Cox model as it is written.
 *
 * @param loglik of no coefficients, then of the fit
 * @param zph tests of proportional hazards, GLOBAL last; null when there are none
 * @param warnings what a reader must know, rows left out included
 */
record ModelResult(
    long n,
    long events,
    String ties,
    boolean converged,
    int iterations,
    List<Double> loglik,
    Tests tests,
    FitDiagnostics.Concordance concordance,
    List<ModelTerm> terms,
    List<FitDiagnostics.ZphTest> zph,
    List<String> warnings) {

  private static final double LEVEL = 0.95;

  /** Of all coefficients together. */
  record Tests(TestValues wald, TestValues score, TestValues likelihoodRatio) {}

  static ModelResult of(Model model) {
    CoxFit fit = model.fit();
    List<String> warnings = new ArrayList<>(fit.warnings());
    if (model.missing() > 0) {
      warnings.add(Omitted.words(model.missing()));
    }
    return new ModelResult(
        fit.n(),
        fit.events(),
        fit.ties().name().toLowerCase(Locale.ROOT),
        fit.converged(),
        fit.iterations(),
        Arrays.asList(Tidy.number(fit.logLikelihoodNull()), Tidy.number(fit.logLikelihood())),
        new Tests(
            TestValues.of(fit.wald()),
            TestValues.of(fit.score()),
            TestValues.of(fit.likelihoodRatio())),
        FitDiagnostics.concordance(model).orElse(null),
        fit.coefficients().stream().map(c -> ModelTerm.of(c, fit, LEVEL)).toList(),
        FitDiagnostics.zph(model).orElse(null),
        warnings);
  }
}
