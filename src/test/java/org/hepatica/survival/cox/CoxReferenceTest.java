package org.hepatica.survival.cox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.P_VALUE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hepatica.survival.PublicData;
import org.hepatica.survival.Reference;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.WaldEstimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cox regression against R's coxph at its maximum: cox.R. */
class CoxReferenceTest {

  private static final Reference R = Reference.of("cox");
  private static final List<String> CELLTYPE = List.of("adeno", "large", "smallcell");

  private record Case(String name, CoxData data, List<String> factor) {}

  static Stream<Case> cases() {
    PublicData veteran = PublicData.of("veteran");
    PublicData monthly = veteran.timed(time -> Math.ceil(time / 30));
    PublicData colon = PublicData.of("colon");
    PublicData rotterdam = PublicData.of("rotterdam");
    String[] cells = {"celltype=adeno", "celltype=large", "celltype=smallcell"};
    CoxData rows = CoxExamples.cox(monthly, "trt", "karno");
    long[] two = new long[rows.size()];
    Arrays.fill(two, 2);
    return Stream.of(
        new Case(
            "lung", CoxExamples.cox(PublicData.of("lung"), "age", "female", "karno"), List.of()),
        new Case("ovarian", CoxExamples.cox(PublicData.of("ovarian"), "age", "resid"), List.of()),
        new Case(
            "veteran",
            CoxExamples.cox(
                veteran, "trt", cells[0], cells[1], cells[2], "karno", "diagtime", "age", "prior"),
            CELLTYPE),
        new Case(
            "veteran by celltype",
            CoxExamples.cox(veteran, "trt", "karno").withStratum(veteran.codes("celltype")),
            List.of()),
        new Case(
            "veteran monthly",
            CoxExamples.cox(monthly, "trt", cells[0], cells[1], cells[2], "karno"),
            CELLTYPE),
        new Case("veteran twice", CoxExamples.cox(monthly.twice(), "trt", "karno"), List.of()),
        new Case("veteran twice", rows.withFrequency(two), List.of()),
        new Case(
            "colon",
            CoxExamples.cox(colon, "rx=Lev", "rx=Lev+5FU", "male", "age", "obstruct", "node4")
                .withStratum(colon.codes("surg")),
            List.of("Lev", "Lev+5FU")),
        new Case(
            "rotterdam",
            CoxExamples.cox(
                    rotterdam,
                    "age",
                    "meno",
                    "size=large",
                    "size=medium",
                    "grade",
                    "nodes",
                    "pgr",
                    "er",
                    "hormon")
                .withStratum(rotterdam.codes("chemo")),
            List.of("large", "medium")));
  }

  static Stream<Arguments> casesAndTies() {
    return cases()
        .flatMap(c -> Stream.of(Ties.EFRON, Ties.BRESLOW).map(ties -> Arguments.of(c, ties)));
  }

  static Stream<Arguments> collapsedCasesAndTies() {
    return cases()
        .map(c -> new Case(c.name, CoxExamples.collapse(c.data), c.factor))
        .flatMap(c -> Stream.of(Ties.EFRON, Ties.BRESLOW).map(ties -> Arguments.of(c, ties)));
  }

  @ParameterizedTest
  @MethodSource({"casesAndTies", "collapsedCasesAndTies"})
  void coefficientsAndTheirErrorsAreThoseOfCoxph(Case c, Ties ties) {
    CoxFit fit = CoxRegression.withDefaults().with(ties).fit(c.data);
    String id = id(c, ties);

    assertThat(fit.converged()).isTrue();
    assertThat(fit.warnings()).isEmpty();
    assertThat((double) fit.n()).isEqualTo(R.value(id, "n", "n"));
    assertThat((double) fit.events()).isEqualTo(R.value(id, "n", "events"));
    for (String name : R.all(id, "coef").keySet()) {
      WaldEstimate estimate = fit.coefficient(name).estimate().orElseThrow();
      String what = id + " " + name;
      assertClose(what, estimate.coefficient(), R.value(id, "coef", name), ESTIMATE);
      assertClose(what, estimate.stdError(), R.value(id, "se", name), ESTIMATE);
      assertClose(what, estimate.z(), R.value(id, "z", name), ESTIMATE);
      assertClose(what, estimate.pValue(), R.value(id, "p", name), P_VALUE);
      assertClose(what, estimate.interval(0.95).low(), R.value(id, "low", name), ESTIMATE);
      assertClose(what, estimate.interval(0.95).high(), R.value(id, "high", name), ESTIMATE);
    }
  }

  @ParameterizedTest
  @MethodSource("casesAndTies")
  void likelihoodsAndTestsAreThoseOfCoxph(Case c, Ties ties) {
    CoxFit fit = CoxRegression.withDefaults().with(ties).fit(c.data);
    String id = id(c, ties);

    assertClose("null", fit.logLikelihoodNull(), R.value(id, "loglik", "null"), ESTIMATE);
    assertClose("fitted", fit.logLikelihood(), R.value(id, "loglik", "fitted"), ESTIMATE);
    assertTest(fit.likelihoodRatio(), id, "logtest");
    assertTest(fit.wald(), id, "waldtest");
    assertTest(fit.score(), id, "sctest");
    if (!c.factor.isEmpty()) {
      assertTest(fit.waldTest(c.factor).orElseThrow(), id, "factor");
    }
  }

  @ParameterizedTest
  @MethodSource("casesAndTies")
  void theCovarianceMatrixIsThatOfCoxph(Case c, Ties ties) {
    CoxFit fit = CoxRegression.withDefaults().with(ties).fit(c.data);

    // An element near 0 is a difference: it is as exact as the errors it correlates.
    R.all(id(c, ties), "vcov")
        .forEach(
            (pair, expected) -> {
              String[] names = pair.split("\\|");
              double size =
                  Math.sqrt(
                      fit.covariance().of(names[0], names[0])
                          * fit.covariance().of(names[1], names[1]));
              double actual = fit.covariance().of(names[0], names[1]);
              assertThat(Math.abs(actual - expected) / size).as(pair).isLessThan(ESTIMATE);
            });
  }

  @Test
  void theColumnsWithoutACoefficientAreThoseOfCoxph() {
    CoxData part = CoxExamples.cox(PublicData.of("veteran"), "trt", "karno", "age");
    double[][] rows = new double[part.size()][];
    double[] time = new double[part.size()];
    boolean[] event = new boolean[part.size()];
    for (int i = 0; i < rows.length; i++) {
      double sum = 2 * part.value(i, 1) - part.value(i, 0) + 3;
      rows[i] = new double[] {part.value(i, 0), part.value(i, 1), sum, 0, part.value(i, 2)};
      time[i] = part.time(i);
      event[i] = part.event(i);
    }
    List<String> names = List.of("trt", "karno", "sum", "zero", "age");
    CoxFit fit = CoxRegression.withDefaults().fit(CoxData.of(time, event, rows, names));

    for (CoxCoefficient c : fit.coefficients()) {
      double coefficient = c.estimate().map(WaldEstimate::coefficient).orElse(Double.NaN);
      double error = c.estimate().map(WaldEstimate::stdError).orElse(Double.NaN);
      assertClose(c.name(), coefficient, R.value("collinear", "coef", c.name()), ESTIMATE);
      assertClose(c.name(), error, R.value("collinear", "se", c.name()), ESTIMATE);
    }
    assertThat(fit.coefficient("sum").status()).isEqualTo(CoefficientStatus.COLLINEAR);
    assertThat(fit.coefficient("zero").status()).isEqualTo(CoefficientStatus.CONSTANT);
  }

  static Stream<Arguments> selections() {
    PublicData rotterdam = PublicData.of("rotterdam");
    return Stream.of(
        Arguments.of(
            "veteran",
            cases().filter(c -> c.name.equals("veteran")).findFirst().orElseThrow().data,
            List.of(
                Term.of("trt"),
                new Term("celltype", CELLTYPE),
                Term.of("karno"),
                Term.of("diagtime"),
                Term.of("age"),
                Term.of("prior"))),
        Arguments.of(
            "rotterdam",
            CoxExamples.cox(
                rotterdam,
                "age",
                "meno",
                "size=large",
                "size=medium",
                "grade",
                "nodes",
                "pgr",
                "er",
                "hormon"),
            List.of(
                Term.of("age"),
                Term.of("meno"),
                new Term("size", List.of("large", "medium")),
                Term.of("grade"),
                Term.of("nodes"),
                Term.of("pgr"),
                Term.of("er"),
                Term.of("hormon"))));
  }

  @ParameterizedTest
  @MethodSource("selections")
  void backwardSelectionRemovesWhatRByHandRemoves(String name, CoxData data, List<Term> terms) {
    SelectionResult result = BackwardSelection.withDefaults().select(data, terms);

    assertThat(result.kept().stream().map(Term::name))
        .containsExactlyElementsOf(R.all(name, "kept").keySet());
    for (int i = 0; i < result.steps().size(); i++) {
      SelectionStep step = result.steps().get(i);
      double expected = R.value(name, "step " + (i + 1), step.removed().name());
      assertClose(step.removed().name(), step.test().orElseThrow().pValue(), expected, P_VALUE);
      assertThat(step.n()).isEqualTo(data.size());
      assertThat(step.events()).isEqualTo(result.fit().events());
    }
  }

  private static String id(Case c, Ties ties) {
    return c.name + " " + ties.name().toLowerCase(Locale.ROOT);
  }

  private static void assertTest(TestResult actual, String id, String name) {
    assertClose(name, actual.statistic(), R.value(id, name, "statistic"), ESTIMATE);
    assertThat(actual.df()).isEqualTo((int) R.value(id, name, "df"));
    assertClose(name, actual.pValue(), R.value(id, name, "p"), P_VALUE);
  }
}
