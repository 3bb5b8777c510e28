package org.hepatica.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.Formula;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.ml.direct.BlockSource;
import org.hepatica.ml.direct.DirectSource;
import org.hepatica.ml.direct.RangeLimits;
import org.hepatica.ml.direct.RangeSource;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.cox.Concordance;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.CoxCoefficient;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.Ties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges of time, each with sums of the others, give the fit that all rows in one place give. */
class RangeCoxSparkTest {

  private static final Limits NOTHING = new Limits(2, 2, 2, 2);
  private static final double SAME = 1e-10;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1  | 9999 | EFRON   | Surv(months, death)       | age + nodes + pgr             |   |
          2  | 300  | EFRON   | Surv(time, death)         | age + nodes + pgr             |   |
          7  | 150  | BRESLOW | Surv(time, death)         | age + nodes + factor(size)    |   |
          20 | 300  | EFRON   | Surv(months, death)       | age + nodes + strata(size)    |   |
          3  | 60   | EFRON   | Surv(time, death)         | age + pgr + strata(size, grade) | f |
          3  | 300  | EFRON   | Surv(almost, death)       | age + nodes                   |   |
          2  | 300  | EFRON   | Surv(time, death + 1)     | age + offset(20 * nodes)      | f |
          3  | 300  | EFRON   | Surv(months, death)       | age + nodes                   | f | w
          5  | 300  | EFRON   | Surv(months, death)       | age + pgr + cluster(nodes)    |   |
          2  | 300  | BRESLOW | Surv(late, months, death) | age + nodes                   |   | w
          4  | 100  | EFRON   | Surv(late, months, death) | age + nodes + strata(size)    | f | w
          """)
  void rangesAreCollapsed(
      int partitions,
      long rowsARange,
      Ties ties,
      String response,
      String right,
      String frequency,
      String weight) {
    Dataset<Row> rows = patients().repartition(partitions);
    Survival survival = Survival.of(rows).formula(response + " ~ " + right);
    survival = frequency == null ? survival : survival.frequency(frequency);
    survival = weight == null ? survival : survival.weights(weight);
    CoxRegression options = CoxRegression.withDefaults().with(ties);
    RowMeaning meaning =
        new RowMeaning(
            Optional.ofNullable(frequency), Optional.ofNullable(weight), Optional.empty());
    Subjects subjects =
        Subjects.of(rows, Formula.parse(response + " ~ " + right), meaning, NOTHING);

    Model collapsed = survival.cox(options);
    try (BlockSource source = subjects.source(ties, new RangeLimits(0, rowsARange))) {
      CoxFit fit = options.fit(source, source.start(options));

      assertThat(collapsed.path()).isEqualTo(Model.Path.COLLAPSED);
      assertThat(((RangeSource) source).ranges()).isGreaterThan(rowsARange < 1000 ? 5 : 1);
      assertSame(fit, collapsed.fit());
      assertSame(source.concordance(fit).orElseThrow(), collapsed.concordance().orElseThrow());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Surv(time / 30, death)    | age + nodes                |
          Surv(months, death)       | age + nodes + strata(size) |
          Surv(late, months, death) | age + nodes                | w
          """)
  void pairsUpToAHorizonAreThoseOfBlocks(String response, String right, String weight) {
    Dataset<Row> rows = patients().repartition(3);
    RowMeaning meaning =
        new RowMeaning(Optional.empty(), Optional.ofNullable(weight), Optional.empty());
    Subjects subjects =
        Subjects.of(rows, Formula.parse(response + " ~ " + right), meaning, NOTHING);
    Concordance options = Concordance.withDefaults().upTo(40);
    double[] coefficients = {0.02, -0.7};

    try (BlockSource blocks = subjects.source(Ties.EFRON, new RangeLimits(1 << 20, 300));
        BlockSource ranges = subjects.source(Ties.EFRON, new RangeLimits(0, 300))) {
      assertThat(blocks).isInstanceOf(DirectSource.class);
      assertThat(ranges).isInstanceOf(RangeSource.class);
      assertSame(
          ranges.concordance(coefficients, options).orElseThrow(),
          blocks.concordance(coefficients, options).orElseThrow());
    }
  }

  @Test
  void rowsWithAMissingValueAreCountedAndWhatThereIsNotIsSaid() {
    Dataset<Row> rows =
        patients().selectExpr("time", "death", "nodes", "if(age > 60, null, age) as age");
    Subjects subjects =
        Subjects.of(
            rows, Formula.parse("Surv(time, death) ~ age + nodes"), RowMeaning.plain(), NOTHING);
    CoxRegression options = CoxRegression.withDefaults();

    try (BlockSource source = subjects.source(Ties.EFRON, new RangeLimits(0, 300))) {
      CoxFit fit = options.fit(source, source.start(options));

      assertThat(source.missing()).isEqualTo(rows.where("age is null").count()).isPositive();
      assertThat(fit.warnings()).isEmpty();
      assertThatThrownBy(() -> source.concordance(new double[2], Concordance.withDefaults().uno()))
          .hasMessageContaining("round the times");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | Surv(months, death)       | age + nodes                |
          3 | Surv(months, death)       | age + nodes + strata(size) | f
          2 | Surv(late, months, death) | age + nodes                |
          3 | Surv(late, months, death) | age + nodes + strata(size) | f
          """)
  void exactTiesOfRangesAreCollapsed(
      int partitions, String response, String right, String frequency) {
    // A few: sums take as long as there are pairs of events and of who is at risk.
    Dataset<Row> rows = patients().limit(700).repartition(partitions);
    Survival survival = Survival.of(rows).formula(response + " ~ " + right);
    survival = frequency == null ? survival : survival.frequency(frequency);
    RowMeaning meaning =
        new RowMeaning(Optional.ofNullable(frequency), Optional.empty(), Optional.empty());
    Subjects subjects =
        Subjects.of(rows, Formula.parse(response + " ~ " + right), meaning, NOTHING);
    CoxRegression options = CoxRegression.withDefaults().with(Ties.EXACT);

    Model collapsed = survival.cox(options);
    try (BlockSource source = subjects.source(Ties.EXACT, new RangeLimits(0, 70))) {
      CoxFit fit = options.fit(source, source.start(options));

      assertThat(collapsed.path()).isEqualTo(Model.Path.COLLAPSED);
      assertThat(((RangeSource) source).ranges()).isGreaterThan(5);
      assertSame(fit, collapsed.fit());
    }
  }

  @ParameterizedTest
  @CsvSource({"many, , operations an iteration", ", w, know no case weights"})
  void exactTiesOfRangesAreRefusedWithWhatToDo(String frequency, String weight, String reason) {
    RowMeaning meaning =
        new RowMeaning(
            Optional.ofNullable(frequency), Optional.ofNullable(weight), Optional.empty());
    Dataset<Row> rows = patients().selectExpr("*", "1000 as many");
    Subjects subjects =
        Subjects.of(rows, Formula.parse("Surv(months, death) ~ age + nodes"), meaning, NOTHING);

    try (BlockSource source = subjects.source(Ties.EXACT, new RangeLimits(0, 300))) {
      assertThatThrownBy(() -> source.objective(new int[] {0, 1}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(reason)
          .hasMessageContaining("use efron");
    }
  }

  private static void assertSame(ConcordanceResult ranges, ConcordanceResult other) {
    assertClose(ranges.estimate(), other.estimate());
    assertClose(ranges.stdError(), other.stdError());
    assertClose(ranges.concordant(), other.concordant());
    assertThat(ranges.tiedPredictor()).isCloseTo(other.tiedPredictor(), within(1e-6));
  }

  private static void assertSame(CoxFit ranges, CoxFit other) {
    assertThat(ranges.n()).isEqualTo(other.n());
    assertThat(ranges.events()).isEqualTo(other.events());
    assertThat(ranges.isRobust()).isEqualTo(other.isRobust());
    assertThat(ranges.warnings()).containsAll(other.warnings());
    assertClose(ranges.logLikelihoodNull(), other.logLikelihoodNull());
    assertClose(ranges.logLikelihood(), other.logLikelihood());
    List<TestResult> tests = List.of(ranges.score(), ranges.wald(), ranges.likelihoodRatio());
    List<TestResult> others = List.of(other.score(), other.wald(), other.likelihoodRatio());
    for (int t = 0; t < tests.size(); t++) {
      assertThat(tests.get(t).df()).isEqualTo(others.get(t).df());
      double size = 1e-9 * Math.max(1, others.get(t).statistic());
      assertThat(tests.get(t).statistic()).isCloseTo(others.get(t).statistic(), within(size));
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
    assertThat(found).isCloseTo(expected, within(SAME * Math.abs(expected)));
  }

  /**
   * Rotterdam's patients, in days, in months, in almost equal parts of a year, some of them late.
   */
  static Dataset<Row> patients() {
    return SurvivalSparkTest.reference("rotterdam")
        .withColumnRenamed("event", "death")
        .selectExpr(
            "*",
            "ceil(time / 30) as months",
            "ceil(time / 10) / 36.5 + if(pgr % 2 = 0, 1e-9, 0) as almost",
            "cast(nodes % 3 + 1 as int) as f",
            "0.5 + (nodes % 4) / 4 as w")
        .selectExpr("*", "if(age > 60, least(months - 1, age % 20), double('-Infinity')) as late");
  }
}
