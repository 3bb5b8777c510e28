package org.hepatica.ml;

import java.util.List;
import java.util.Optional;
import org.hepatica.formula.MatrixColumn;
import org.hepatica.ml.direct.BlockSource;
import org.hepatica.survival.cox.Concordance;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.CoxData;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.ProportionalHazardsResult;
import org.hepatica.survival.cox.ProportionalHazardsTest;

/**
 * What is asked of a Cox model beside its fit.
 *
 * @param zph the test of proportional hazards, if it is asked for
 * @param concordance whether concordance is asked for
 */
record Wanted(Optional<ProportionalHazardsTest> zph, boolean concordance) {

  /** Fits a model of all columns and gives it with what is asked. */
  Model fit(Subjects subjects, CoxRegression options) {
    List<MatrixColumn> columns = subjects.matrix().columns();
    if (subjects.counted().isPresent()) {
      Subjects.Counted counted = subjects.counted().get();
      return of(options.fit(counted.data()), columns, counted.data(), counted.missing());
    }
    try (BlockSource source = subjects.source(options.ties())) {
      return of(
          options.fit(source.with(options.penalty()), source.start(options)), columns, source);
    }
  }

  /** There are no residuals where a coefficient runs to infinity. */
  private CoxFit said(CoxFit fit) {
    return zph.isEmpty() || !fit.isInfinite()
        ? fit
        : fit.warning(
            List.of(
                "proportional hazards are not tested while a coefficient runs to infinity: use"
                    + " Firth's penalty (--firth), or leave that variable out"));
  }

  /** A fit of counted subjects, with what is asked. */
  Model of(CoxFit fit, List<MatrixColumn> columns, CoxData data, long missing) {
    return new Model(
        said(fit),
        columns,
        concordance ? Concordance.withDefaults().of(data, fit) : Optional.empty(),
        fit.isInfinite()
            ? Optional.empty()
            : zph.flatMap(test -> test.test(data, fit, Model.terms(columns))),
        Model.Path.COLLAPSED,
        missing);
  }

  /** A fit of subjects in blocks, with what is asked. */
  Model of(CoxFit fit, List<MatrixColumn> columns, BlockSource source) {
    Optional<ConcordanceResult> ordered = concordance ? source.concordance(fit) : Optional.empty();
    Optional<ProportionalHazardsResult> tested =
        fit.covariance().names().isEmpty() || fit.isInfinite()
            ? Optional.empty()
            : zph.map(test -> test.test(fit, Model.terms(columns), source.moments(fit, test)));
    return new Model(said(fit), columns, ordered, tested, Model.Path.DIRECT, source.missing());
  }
}
