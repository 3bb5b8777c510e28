package org.hepatica.ml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hepatica.ml.direct.BlockSource;
import org.hepatica.survival.cox.Concordance;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.CoxData;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.ElasticNet;
import org.hepatica.survival.cox.ElasticNetFit;
import org.hepatica.survival.cox.SubjectTotals;
import org.hepatica.survival.cox.WeightedSource;

/** Elastic nets of some strengths on the same subjects. */
final class PenalisedFit {

  private final Subjects subjects;
  private final ElasticNet options;
  private final double[] regParams;

  PenalisedFit(Subjects subjects, ElasticNet options, double[] regParams) {
    this.subjects = subjects;
    this.options = options;
    this.regParams = regParams;
  }

  List<PenalisedModel> models(boolean concordance) {
    return subjects
        .counted()
        .map(c -> counted(c, concordance))
        .orElseGet(() -> direct(concordance));
  }

  private List<PenalisedModel> counted(Subjects.Counted counted, boolean concordance) {
    CoxData data = counted.data();
    CoxFit empty = CoxRegression.withDefaults().with(options.ties()).fit(data.select(List.of()));
    return options.path(data, regParams).stream()
        .map(
            fit ->
                new PenalisedModel(
                    fit,
                    subjects.matrix().columns(),
                    options.mixing(),
                    options.ties(),
                    empty.n(),
                    empty.events(),
                    empty.logLikelihood(),
                    concordance ? concordance(data, fit) : Optional.empty(),
                    Model.Path.COLLAPSED,
                    counted.missing(),
                    warnings(fit, empty.warnings())))
        .toList();
  }

  private static Optional<ConcordanceResult> concordance(CoxData data, ElasticNetFit fit) {
    double[] predictor = new double[data.size()];
    Arrays.setAll(
        predictor,
        i -> {
          double sum = data.offset(i);
          for (int j = 0; j < data.names().size(); j++) {
            sum += fit.coefficients().get(j) * data.value(i, j);
          }
          return sum;
        });
    return Concordance.withDefaults().of(data, predictor);
  }

  private static Optional<ConcordanceResult> concordance(BlockSource source, ElasticNetFit fit) {
    return source.concordance(
        fit.coefficients().stream().mapToDouble(Double::doubleValue).toArray(),
        Concordance.withDefaults());
  }

  private List<PenalisedModel> direct(boolean concordance) {
    try (BlockSource source = subjects.source(options.ties())) {
      SubjectTotals totals = source.totals();
      double empty = source.objective(new int[0]).at(new double[0]).logLikelihood();
      WeightedSource weighted = source.weighted();
      return options.path(weighted, weighted.weight(), regParams).stream()
          .map(
              fit ->
                  new PenalisedModel(
                      fit,
                      subjects.matrix().columns(),
                      options.mixing(),
                      options.ties(),
                      totals.n(),
                      totals.events(),
                      empty,
                      concordance ? concordance(source, fit) : Optional.empty(),
                      Model.Path.DIRECT,
                      source.missing(),
                      warnings(fit, source.remarks())))
          .toList();
    }
  }

  private static List<String> warnings(ElasticNetFit fit, List<String> remarks) {
    List<String> warnings = new ArrayList<>(remarks);
    if (!fit.converged()) {
      warnings.add("not converged after " + fit.iterations() + " iterations");
    }
    return warnings;
  }
}
