package org.hepatica.ml.show;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hepatica.ml.Model;
import org.hepatica.ml.PenalisedModel;
import org.hepatica.survival.cox.CoxFit;

/**
 * A Cox model as it is written.
 *
 * @param loglik of no coefficients, then of the fit
 * @param zph tests of proportional hazards, GLOBAL last; null when there are none
 * @param penalty what was taken off the likelihood; null, and not written, where nothing was
 * @param selection steps of a selection; null, and not written, where none was asked for
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
    @JsonInclude(JsonInclude.Include.NON_NULL) ShownPenalty penalty,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<SelectionStep> selection,
    List<String> warnings) {

  /** Of intervals, unless another is asked for. */
  static final double LEVEL = 0.95;

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
        terms(fit, LEVEL),
        FitDiagnostics.zph(model).orElse(null),
        null,
        null,
        warnings);
  }

  private static List<ModelTerm> terms(CoxFit fit, double level) {
    return fit.coefficients().stream().map(c -> ModelTerm.of(c, fit, level)).toList();
  }

  /** The same with intervals of another level. */
  ModelResult at(double level, CoxFit fit) {
    return new ModelResult(
        n,
        events,
        ties,
        converged,
        iterations,
        loglik,
        tests,
        concordance,
        terms(fit, level),
        zph,
        penalty,
        selection,
        warnings);
  }

  /** Of estimates that have no standard errors, and so no tests. */
  static ModelResult of(PenalisedModel model) {
    List<String> warnings = new ArrayList<>(model.warnings());
    if (model.missing() > 0) {
      warnings.add(Omitted.words(model.missing()));
    }
    List<String> names = model.fit().names();
    return new ModelResult(
        model.n(),
        model.events(),
        model.ties().name().toLowerCase(Locale.ROOT),
        model.fit().converged(),
        model.fit().iterations(),
        Arrays.asList(
            Tidy.number(model.logLikelihoodNull()), Tidy.number(model.fit().logLikelihood())),
        new Tests(null, null, null),
        FitDiagnostics.concordance(model.concordance()).orElse(null),
        names.stream().map(name -> ModelTerm.of(name, model.fit().coefficient(name))).toList(),
        null,
        ShownPenalty.elasticNet(model.fit().regParam(), model.mixing()),
        null,
        warnings);
  }

  ModelResult with(ShownPenalty taken, List<SelectionStep> steps) {
    return new ModelResult(
        n,
        events,
        ties,
        converged,
        iterations,
        loglik,
        tests,
        concordance,
        terms,
        zph,
        taken,
        steps,
        warnings);
  }
}
