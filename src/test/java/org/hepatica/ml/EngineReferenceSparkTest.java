package org.hepatica.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.P_VALUE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.survival.Reference;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.CoxCoefficient;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.ProportionalHazardsResult;
import org.hepatica.survival.cox.ProportionalHazardsTest;
import org.hepatica.survival.cox.Ties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Formula, dataset, reduction and mathematics together give what R's coxph gives: engine.R. */
class EngineReferenceSparkTest {

  private static final Reference R = Reference.of("engine");
  private static final CoxRegression COX = CoxRegression.withDefaults();

  private record Case(String name, Survival survival, CoxRegression options) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    Survival lung = of("lung");
    Survival heart = of("heart");
    return Stream.of(
        new Case("lung", lung.formula("Surv(time, event) ~ age + factor(female) + ecog"), COX),
        new Case(
            "rotterdam",
            of("rotterdam")
                .formula("Surv(time, event) ~ age * hormon + log(pgr + 1) + size + strata(meno)"),
            COX),
        new Case(
            "heart",
            heart.formula("Surv(start, time, event) ~ age + year + surgery + transplant"),
            COX),
        new Case(
            "heart clustered",
            heart.formula("Surv(start, time, event) ~ age + transplant + cluster(id)"),
            COX),
        new Case(
            "heart weighted",
            Survival.of(weighted())
                .weights("share")
                .formula("Surv(start, time, event) ~ age + transplant + strata(surgery)"),
            COX),
        new Case("lung offset", lung.formula("Surv(time, event) ~ age + offset(0.3 * ecog)"), COX),
        new Case(
            "lung breslow",
            lung.formula("Surv(time, event) ~ age + karno"),
            COX.with(Ties.BRESLOW)));
  }

  private static Survival of(String data) {
    return Survival.of(SurvivalSparkTest.reference(data).repartition(3));
  }

  private static Dataset<Row> weighted() {
    return SurvivalSparkTest.reference("heart").selectExpr("*", "0.5 + (id % 4) / 4 as share");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void coefficientsAndTheirErrorsAreCoxphs(Case one) {
    Model model = one.survival.cox(one.options);

    for (CoxCoefficient coefficient : model.fit().coefficients()) {
      var estimate = coefficient.estimate().orElseThrow();
      check(one, "coef", coefficient.name(), estimate.coefficient(), ESTIMATE);
      check(one, "se", coefficient.name(), estimate.stdError(), ESTIMATE);
    }
    check(one, "loglik", "null", model.fit().logLikelihoodNull(), ESTIMATE);
    check(one, "loglik", "fitted", model.fit().logLikelihood(), ESTIMATE);
    assertThat(model.proportionalHazards()).as("nobody asked").isEmpty();
    check(one, "wald", "statistic", model.fit().wald().statistic(), P_VALUE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void concordanceAndProportionalHazardsAreRs(Case one) {
    Model model = one.survival.with(ProportionalHazardsTest.withDefaults()).cox(one.options);

    ConcordanceResult concordance = model.concordance().orElseThrow();
    check(one, "concordance", "estimate", concordance.estimate(), ESTIMATE);
    check(one, "concordance", "std", concordance.stdError(), ESTIMATE);
    ProportionalHazardsResult zph = model.proportionalHazards().orElseThrow();
    zph.terms().forEach(t -> check(one, "zph", t.term(), t.test().statistic(), P_VALUE));
    check(one, "zph", "GLOBAL", zph.global().statistic(), P_VALUE);
  }

  private static void check(Case one, String what, String key, double found, double tolerance) {
    assertClose(one.name + " " + what + " " + key, found, R.value(one.name, what, key), tolerance);
  }
}
