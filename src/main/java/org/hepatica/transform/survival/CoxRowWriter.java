package org.hepatica.transform.survival;

import java.util.List;
import java.util.Optional;
import org.hepatica.protocol.Study.Covariate;
import org.hepatica.survival.Interval;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.Term;
import org.hepatica.table.TableDefinition;

/** Tidy rows of a fitted Cox model, one a column of its covariates. */
final class CoxRowWriter {

  static final double CONFIDENCE = 0.95;

  private CoxRowWriter() {}

  static void write(
      ResultRows rows,
      TableDefinition table,
      String endpoint,
      String model,
      List<Covariate> covariates,
      CoxFit fit) {
    for (Covariate covariate : covariates) {
      Term term = Design.of(List.of(covariate)).terms().get(0);
      for (int column = 0; column < term.columns().size(); column++) {
        String level = Design.level(covariate, column);
        Optional<WaldEstimate> found = fit.coefficient(term.columns().get(column)).estimate();
        row(rows, table, endpoint, model, covariate.name(), level, fit, found);
      }
    }
  }

  private static void row(
      ResultRows rows,
      TableDefinition table,
      String endpoint,
      String model,
      String term,
      String level,
      CoxFit fit,
      Optional<WaldEstimate> found) {
    Optional<Interval> interval = found.map(estimate -> estimate.interval(CONFIDENCE));
    rows.add(
        table,
        endpoint,
        model,
        term,
        level,
        fit.n(),
        fit.events(),
        found.map(WaldEstimate::coefficient).orElse(null),
        found.map(WaldEstimate::stdError).orElse(null),
        found.map(WaldEstimate::z).orElse(null),
        found.map(WaldEstimate::pValue).orElse(null),
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null),
        found.map(WaldEstimate::hazardRatio).orElse(null),
        interval.map(i -> i.exp().low()).orElse(null),
        interval.map(i -> i.exp().high()).orElse(null));
  }
}
