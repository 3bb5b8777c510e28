package org.hepatica.ml.estimator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.storage.StorageLevel;
import org.hepatica.ml.Model;
import org.hepatica.ml.PenalisedModel;
import org.hepatica.ml.Survival;
import org.hepatica.survival.Covariance;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.cox.CoefficientStatus;
import org.hepatica.survival.cox.CoxCoefficient;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.ElasticNet;
import org.hepatica.survival.cox.Ties;

/** A fit by the engine, in the estimator's words. */
final class Training {

  private final CoxRegressionParams params;
  private final TrainingTable table;
  private final Ties ties;

  Training(CoxRegressionParams params, Dataset<?> dataset) {
    this.params = params;
    this.table = TrainingTable.of(params, dataset);
    this.ties = Ties.valueOf(params.getTies().toUpperCase(Locale.ROOT));
  }

  /** The rows are read several times, but made of vectors once. */
  CoxEstimates fit() {
    table.rows().persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return fitted();
    } finally {
      table.rows().unpersist();
    }
  }

  private CoxEstimates fitted() {
    if (params.getRegParam() == 0) {
      return plain(asked().cox(options()));
    }
    return penalised(asked().elasticNet(net(), params.getRegParam()).get(0));
  }

  private Survival asked() {
    Survival survival = Survival.of(table.rows()).formula(table.formula());
    survival = table.weight().map(survival::weights).orElse(survival);
    return table.frequency().map(survival::frequency).orElse(survival);
  }

  private CoxRegression options() {
    return CoxRegression.withDefaults()
        .with(ties)
        .withMaxIterations(params.getMaxIter())
        .withTolerance(params.getTol());
  }

  private ElasticNet net() {
    return ElasticNet.withDefaults()
        .with(ties)
        .withMixing(params.getElasticNetParam())
        .withMaxIterations(params.getMaxIter())
        .withTolerance(params.getTol());
  }

  private CoxEstimates penalised(PenalisedModel model) {
    List<FittedTerm> terms =
        IntStream.range(0, table.features().size())
            .mapToObj(j -> penalised(table.features().get(j), model.fit().coefficients().get(j)))
            .toList();
    CoxRegressionSummary summary =
        new CoxRegressionSummary(
            model.n(),
            model.events(),
            model.missing(),
            model.ties(),
            model.logLikelihoodNull(),
            model.fit().logLikelihood(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            model.concordance(),
            model.fit().iterations(),
            model.fit().converged(),
            model.path(),
            model.warnings());
    return completed(terms, Optional.empty(), Optional.empty(), summary);
  }

  private static FittedTerm penalised(String name, double coefficient) {
    return new FittedTerm(
        name,
        CoefficientStatus.ESTIMATED,
        OptionalDouble.of(coefficient),
        Optional.empty(),
        OptionalDouble.empty());
  }

  private CoxEstimates plain(Model model) {
    CoxFit fit = model.fit();
    // A formula shows a name such as a b in backticks; by its place it is the covariate's own.
    List<FittedTerm> terms =
        IntStream.range(0, table.features().size())
            .mapToObj(j -> term(table.features().get(j), fit.coefficients().get(j), fit))
            .toList();
    CoxRegressionSummary summary =
        new CoxRegressionSummary(
            fit.n(),
            fit.events(),
            model.missing(),
            fit.ties(),
            fit.logLikelihoodNull(),
            fit.logLikelihood(),
            Optional.of(fit.likelihoodRatio()),
            Optional.of(fit.wald()),
            Optional.of(fit.score()),
            model.concordance(),
            fit.iterations(),
            fit.converged(),
            model.path(),
            fit.warnings());
    return completed(
        terms,
        Optional.of(named(fit.covariance(), fit)),
        fit.modelCovariance().map(c -> named(c, fit)),
        summary);
  }

  private Covariance named(Covariance covariance, CoxFit fit) {
    List<String> columns = fit.coefficients().stream().map(CoxCoefficient::name).toList();
    List<String> names =
        covariance.names().stream()
            .map(column -> table.features().get(columns.indexOf(column)))
            .toList();
    return new Covariance(names, covariance.toArray());
  }

  private static FittedTerm term(String name, CoxCoefficient coefficient, CoxFit fit) {
    Optional<WaldEstimate> wald = coefficient.estimate();
    String column = coefficient.name();
    OptionalDouble estimate =
        wald.map(w -> OptionalDouble.of(w.coefficient())).orElse(OptionalDouble.empty());
    OptionalDouble ofModel =
        wald.flatMap(w -> fit.modelCovariance())
            .map(c -> OptionalDouble.of(Math.sqrt(c.of(column, column))))
            .orElse(OptionalDouble.empty());
    return new FittedTerm(name, coefficient.status(), estimate, wald, ofModel);
  }

  private CoxEstimates completed(
      List<FittedTerm> terms,
      Optional<Covariance> covariance,
      Optional<Covariance> modelCovariance,
      CoxRegressionSummary summary) {
    Afterwards afterwards = new Afterwards(table);
    double[] beta = terms.stream().mapToDouble(t -> t.coefficient().orElse(0)).toArray();
    Predictor predictor = afterwards.predictor(beta);
    Baselines baselines =
        terms.stream()
            .filter(t -> t.status().isInfinite())
            .findFirst()
            .map(t -> Baselines.none(t.term() + ": " + t.status().reason()))
            .orElseGet(() -> afterwards.baselines(predictor, ties));
    return new CoxEstimates(terms, covariance, modelCovariance, predictor, baselines, summary);
  }
}
