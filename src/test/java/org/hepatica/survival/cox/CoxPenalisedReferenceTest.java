package org.hepatica.survival.cox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.P_VALUE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hepatica.survival.PublicData;
import org.hepatica.survival.Reference;
import org.hepatica.survival.WaldEstimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Penalties, profiles and selections against cox-penalised.R. */
class CoxPenalisedReferenceTest {

  private static final Reference R = Reference.of("cox-penalised");
  private static final List<String> COLUMNS = List.of("trt", "karno", "diagtime", "age", "prior");

  private static PublicData monthly() {
    return PublicData.of("veteran").timed(time -> Math.ceil(time / 30));
  }

  /** An indicator of the early events: its coefficient runs to infinity. */
  static CoxData separated() {
    PublicData ovarian = PublicData.of("ovarian");
    double[] time = ovarian.time();
    boolean[] event = ovarian.event();
    double[] resid = ovarian.numbers("resid");
    double[][] rows = new double[time.length][];
    Arrays.setAll(rows, i -> new double[] {time[i] < 400 && event[i] ? 1 : 0, resid[i]});
    return CoxData.of(time, event, rows, List.of("early", "resid"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Ties.class,
      names = {"EFRON", "BRESLOW"})
  void firthsEstimatesAreTheRootsOfThePenalisedScore(Ties ties) {
    assertFirth("firth veteran", CoxExamples.cox(monthly(), "trt", "karno", "age"), ties);
    assertFirth("firth separated", separated(), ties);
  }

  private static void assertFirth(String name, CoxData data, Ties ties) {
    String id = name + " " + ties.name().toLowerCase(Locale.ROOT);
    CoxFit fit = CoxRegression.withDefaults().with(ties).with(Penalty.FIRTH).fit(data);

    assertThat(fit.converged()).isTrue();
    for (String column : data.names()) {
      WaldEstimate estimate = fit.estimate(column);
      assertClose(column, estimate.coefficient(), R.value(id, "coef", column), ESTIMATE);
      assertClose(column, estimate.stdError(), R.value(id, "se", column), ESTIMATE);
    }
    double ratio = fit.likelihoodRatio().statistic();
    assertClose("ratio", ratio, R.value(id, "ratio", "statistic"), ESTIMATE);
  }

  @Test
  void aCoefficientAtInfinityOrdersBeforeAllOthersInTheConcordance() {
    CoxFit fit = CoxRegression.withDefaults().fit(separated());
    ConcordanceResult result = Concordance.withDefaults().of(separated(), fit).orElseThrow();
    double expected = R.value("separated", "concordance", "estimate");
    assertClose("estimate", result.estimate(), expected, ESTIMATE);
    assertClose("std", result.stdError(), R.value("separated", "concordance", "std"), ESTIMATE);
  }

  @Test
  void profileIntervalsAreTheRootsOfTheLikelihoodRatio() {
    CoxData data = CoxExamples.cox(monthly(), "trt", "karno", "age");
    CoxFit fit = CoxRegression.withDefaults().fit(data);
    for (ProfileInterval interval : ProfileLikelihood.withDefaults().of(data, fit)) {
      String name = interval.name();
      assertClose(name, interval.low(), R.value("profile veteran", "low", name), ESTIMATE);
      assertClose(name, interval.high(), R.value("profile veteran", "high", name), ESTIMATE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.3", "1"})
  void theElasticNetsPathIsThatOfGlmnet(String mixing) {
    double[] strengths = {0.2, 0.05, 0.01, 0.001};
    CoxData data = CoxExamples.cox(monthly(), COLUMNS.toArray(String[]::new));
    List<ElasticNetFit> path =
        ElasticNet.withDefaults()
            .with(Ties.BRESLOW)
            .withMixing(Double.parseDouble(mixing))
            .path(data, strengths);
    for (ElasticNetFit fit : path) {
      assertThat(fit.converged()).isTrue();
      for (String column : COLUMNS) {
        String key = "lambda " + fit.regParam();
        double expected = R.value("glmnet " + mixing, key, column);
        assertClose(column, fit.coefficient(column), expected, ESTIMATE);
      }
    }
  }

  private static CoxData veteran() {
    return CoxExamples.cox(
        PublicData.of("veteran"),
        "trt",
        "celltype=adeno",
        "celltype=large",
        "celltype=smallcell",
        "karno",
        "diagtime",
        "age",
        "prior");
  }

  private static List<Term> terms() {
    return List.of(
        Term.of("trt"),
        new Term("cell", List.of("adeno", "large", "smallcell")),
        Term.of("karno"),
        Term.of("diagtime"),
        Term.of("age"),
        Term.of("prior"));
  }

  @ParameterizedTest
  @EnumSource(SelectionDirection.class)
  void selectionByAicGoesTheWayOfStep(SelectionDirection direction) {
    String id = "step " + direction.name().toLowerCase(Locale.ROOT);
    StepwiseResult result =
        StepwiseSelection.withDefaults().with(direction).select(veteran(), terms());

    assertThat(result.kept().stream().map(Term::name))
        .containsExactlyInAnyOrderElementsOf(R.all(id, "kept").keySet());
    assertClose("aic", result.fit().aic(), R.value(id, "aic", "aic"), ESTIMATE);
    assertThat(result.steps().stream().map(step -> step.term().name()))
        .containsExactlyElementsOf(R.all(id, "steps").keySet());
    for (StepwiseResult.Step step : result.steps()) {
      assertClose(id, step.value(), R.value(id, "steps", step.term().name()), ESTIMATE);
    }
  }

  @Test
  void forwardSelectionByPEntersWhatRByHandEnters() {
    StepwiseResult result =
        StepwiseSelection.withDefaults()
            .with(SelectionCriterion.P_VALUE)
            .with(SelectionDirection.FORWARD)
            .select(veteran(), terms());
    assertThat(result.steps().stream().map(step -> step.term().name()))
        .containsExactlyElementsOf(R.all("forward P", "steps").keySet());
    for (StepwiseResult.Step step : result.steps()) {
      double expected = R.value("forward P", "steps", step.term().name());
      assertClose(step.term().name(), step.value(), expected, P_VALUE);
    }
  }

  @ParameterizedTest
  @CsvSource({"BACKWARD", "BOTH"})
  void backwardSelectionByPIsThatOfBackwardSelection(SelectionDirection direction) {
    StepwiseResult result =
        StepwiseSelection.withDefaults()
            .with(SelectionCriterion.P_VALUE)
            .with(direction)
            .select(veteran(), terms());
    assertThat(result.kept())
        .isEqualTo(BackwardSelection.withDefaults().select(veteran(), terms()).kept());
  }
}
