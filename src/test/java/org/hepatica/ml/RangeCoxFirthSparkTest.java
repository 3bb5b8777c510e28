package org.hepatica.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.Formula;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.ml.direct.BlockSource;
import org.hepatica.ml.direct.RangeLimits;
import org.hepatica.ml.direct.RangeSource;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.cox.CoxCoefficient;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.Penalty;
import org.hepatica.survival.cox.Ties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges of time give the fit with Firth's penalty that all rows in one place give. */
class RangeCoxFirthSparkTest {

  private static final Limits NOTHING = new Limits(2, 2, 2, 2);
  private static final double SAME = 1e-8;

  /** A few patients, since the penalty is the less the more events there are. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 9999 | EFRON   | Surv(months, death)       | age + nodes                     |   |
          2 | 30   | EFRON   | Surv(time, death)         | age + early + factor(size)      |   |
          3 | 25   | BRESLOW | Surv(time, death)         | age + nodes + offset(nodes / 20) |   | w
          2 | 30   | EFRON   | Surv(months, death)       | age + early + strata(size)      | f | w
          3 | 25   | EFRON   | Surv(time, death)         | age + pgr + strata(size, grade) | f |
          2 | 50   | EFRON   | Surv(months, death)       | age + nodes + cluster(nodes)    |   |
          2 | 30   | BRESLOW | Surv(late, months, death) | age + nodes                     |   | w
          4 | 40   | EFRON   | Surv(late, months, death) | early + nodes + strata(size)    | f | w
          """)
  void rangesAreCollapsed(
      int partitions,
      long rowsARange,
      Ties ties,
      String response,
      String right,
      String frequency,
      String weight) {
    Dataset<Row> rows = few().repartition(partitions);
    Survival survival = Survival.of(rows).formula(response + " ~ " + right).withoutConcordance();
    survival = frequency == null ? survival : survival.frequency(frequency);
    survival = weight == null ? survival : survival.weights(weight);
    CoxRegression options = CoxRegression.withDefaults().with(ties).with(Penalty.FIRTH);
    RowMeaning meaning =
        new RowMeaning(
            Optional.ofNullable(frequency), Optional.ofNullable(weight), Optional.empty());
    Subjects subjects =
        Subjects.of(rows, Formula.parse(response + " ~ " + right), meaning, NOTHING);

    Model collapsed = survival.cox(options);
    try (BlockSource source = subjects.source(ties, new RangeLimits(0, rowsARange))) {
      CoxFit fit = options.fit(source.with(options.penalty()), source.start(options));

      assertThat(collapsed.path()).isEqualTo(Model.Path.COLLAPSED);
      assertThat(((RangeSource) source).ranges()).isGreaterThan(rowsARange < 1000 ? 5 : 1);
      assertSame(fit, collapsed.fit());
    }
  }

  private static void assertSame(CoxFit ranges, CoxFit other) {
    assertThat(other.converged()).as("collapsed").isTrue();
    assertThat(ranges.converged()).as("ranges").isTrue();
    assertThat(ranges.isRobust()).isEqualTo(other.isRobust());
    assertThat(ranges.n()).isEqualTo(other.n());
    assertThat(ranges.events()).isEqualTo(other.events());
    assertClose(ranges.logLikelihoodNull(), other.logLikelihoodNull());
    assertClose(ranges.logLikelihood(), other.logLikelihood());
    List<TestResult> tests = List.of(ranges.score(), ranges.wald(), ranges.likelihoodRatio());
    List<TestResult> others = List.of(other.score(), other.wald(), other.likelihoodRatio());
    for (int t = 0; t < tests.size(); t++) {
      assertClose(tests.get(t).statistic(), others.get(t).statistic());
    }
    for (CoxCoefficient expected : other.coefficients()) {
      CoxCoefficient found = ranges.coefficient(expected.name());
      assertThat(found.status()).isEqualTo(expected.status());
      WaldEstimate estimate = expected.estimate().orElseThrow();
      assertClose(found.estimate().orElseThrow().coefficient(), estimate.coefficient());
      assertClose(found.estimate().orElseThrow().stdError(), estimate.stdError());
    }
  }

  private static void assertClose(double found, double expected) {
    assertThat(found).isCloseTo(expected, within(SAME * Math.max(1, Math.abs(expected))));
  }

  /** Of some 300 patients; who is early has the event at once: no finite maximum without. */
  private static Dataset<Row> few() {
    return RangeCoxSparkTest.patients()
        .where("time % 9 = 0")
        .selectExpr("*", "if(time < 600 and death = 1, 1, 0) as early");
  }
}
