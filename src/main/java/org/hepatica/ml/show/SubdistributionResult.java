package org.hepatica.ml.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hepatica.ml.SubdistributionModel;
import org.hepatica.survival.competing.FineGrayCoefficient;
import org.hepatica.survival.competing.FineGrayFit;
import org.hepatica.survival.competing.FineGrayStatus;

/** Fine and Gray's model in the keys of a Cox model; what {@code crr} does not give is null. */
final class SubdistributionResult {

  private static final String TIES = "breslow";

  private SubdistributionResult() {}

  static ModelResult of(SubdistributionModel model, double level) {
    FineGrayFit fit = model.fit();
    List<String> warnings = new ArrayList<>(fit.warnings());
    if (model.missing() > 0) {
      warnings.add(Omitted.words(model.missing()));
    }
    return new ModelResult(
        fit.n(),
        fit.events(),
        TIES,
        fit.status() == FineGrayStatus.CONVERGED,
        fit.iterations(),
        Arrays.asList(number(fit.logLikelihoodNull()), number(fit.logLikelihood())),
        new ModelResult.Tests(
            TestValues.of(fit.wald()), null, TestValues.of(fit.pseudoLikelihoodRatio())),
        null,
        fit.coefficients().stream().map(c -> term(c, level)).toList(),
        null,
        null,
        null,
        warnings);
  }

  private static Double number(Optional<Double> value) {
    return value.map(Tidy::number).orElse(null);
  }

  /** The one standard error that {@code crr} prints is robust. */
  private static ModelTerm term(FineGrayCoefficient coefficient, double level) {
    String name = coefficient.name();
    return coefficient
        .estimate()
        .map(wald -> ModelTerm.of(name, wald, wald.stdError(), null, level))
        .orElseGet(() -> ModelTerm.none(name));
  }
}
