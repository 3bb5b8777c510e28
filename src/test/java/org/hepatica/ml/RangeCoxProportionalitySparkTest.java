package org.hepatica.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.Formula;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.ml.direct.BlockSource;
import org.hepatica.ml.direct.RangeLimits;
import org.hepatica.ml.direct.RangeSource;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.ProportionalHazardsMoments;
import org.hepatica.survival.cox.ProportionalHazardsResult;
import org.hepatica.survival.cox.ProportionalHazardsTest;
import org.hepatica.survival.cox.Ties;
import org.hepatica.survival.cox.TimeTransform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges of time give the tests of proportional hazards that all rows in one place give. */
class RangeCoxProportionalitySparkTest {

  private static final Limits NOTHING = new Limits(2, 2, 2, 2);
  private static final double SAME = 1e-7;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 9999 | EFRON   | KAPLAN_MEIER | Surv(months, death)       | age + nodes + pgr               |   |
          2 | 300  | EFRON   | KAPLAN_MEIER | Surv(time, death)         | age + nodes + factor(size)      |   |
          3 | 60   | EFRON   | KAPLAN_MEIER | Surv(time, death)         | age + pgr + strata(size, grade) | f |
          2 | 300  | EFRON   | RANK         | Surv(time, death)         | age + nodes + pgr               |   |
          3 | 100  | BRESLOW | RANK         | Surv(almost, death)       | age + nodes + strata(size)      | f | w
          2 | 100  | EFRON   | IDENTITY     | Surv(time, death)         | age + offset(nodes / 20)        |   | w
          3 | 300  | EFRON   | LOG          | Surv(months, death)       | age + nodes + strata(size)      | f |
          2 | 50   | EFRON   | KAPLAN_MEIER | Surv(late, months, death) | age + nodes                     |   | w
          4 | 100  | BRESLOW | KAPLAN_MEIER | Surv(late, months, death) | age + nodes + strata(size)      | f | w
          2 | 300  | EFRON   | RANK         | Surv(late, months, death) | age + nodes + strata(size)      | f | w
          2 | 300  | EFRON   | LOG          | Surv(late, months, death) | age + nodes                     |   | w
          """)
  void rangesAreCollapsed(
      int partitions,
      long rowsARange,
      Ties ties,
      TimeTransform transform,
      String response,
      String right,
      String frequency,
      String weight) {
    Dataset<Row> rows = RangeCoxSparkTest.patients().repartition(partitions);
    ProportionalHazardsTest test = ProportionalHazardsTest.withDefaults().with(transform);
    Survival survival =
        Survival.of(rows).formula(response + " ~ " + right).withoutConcordance().with(test);
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
      Model ranges =
          new Wanted(Optional.of(test), false).of(fit, subjects.matrix().columns(), source);

      assertThat(collapsed.path()).isEqualTo(Model.Path.COLLAPSED);
      assertThat(((RangeSource) source).ranges()).isGreaterThan(rowsARange < 1000 ? 5 : 1);
      assertSame(
          ranges.proportionalHazards().orElseThrow(),
          collapsed.proportionalHazards().orElseThrow());
    }
  }

  @Test
  void theSameRowsGiveTheSameDigits() {
    ProportionalHazardsMoments first = moments();

    ProportionalHazardsMoments second = moments();

    assertThat(second.score()).isEqualTo(first.score());
    assertThat(second.information()).isDeepEqualTo(first.information());
  }

  private static ProportionalHazardsMoments moments() {
    Dataset<Row> rows = RangeCoxSparkTest.patients().repartition(5);
    Formula formula = Formula.parse("Surv(time, death) ~ age + nodes + strata(size)");
    Subjects subjects = Subjects.of(rows, formula, RowMeaning.plain(), NOTHING);
    CoxRegression options = CoxRegression.withDefaults();
    try (BlockSource source = subjects.source(Ties.EFRON, new RangeLimits(0, 100))) {
      CoxFit fit = options.fit(source, source.start(options));
      return source.moments(fit, ProportionalHazardsTest.withDefaults());
    }
  }

  @Test
  void anEventWithoutALogarithmIsRefusedAsInOnePlace() {
    Dataset<Row> rows = RangeCoxSparkTest.patients().selectExpr("*", "months - 20 as since");
    Formula formula = Formula.parse("Surv(since, death) ~ age + nodes");
    ProportionalHazardsTest test = ProportionalHazardsTest.withDefaults().with(TimeTransform.LOG);
    Subjects subjects = Subjects.of(rows, formula, RowMeaning.plain(), NOTHING);
    CoxRegression options = CoxRegression.withDefaults();
    double first = rows.where("death = 1").selectExpr("double(min(since))").first().getDouble(0);

    try (BlockSource source = subjects.source(Ties.EFRON, new RangeLimits(0, 300))) {
      CoxFit fit = options.fit(source, source.start(options));

      assertThat(first).isNegative();
      assertThatThrownBy(() -> source.moments(fit, test))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("an event at " + first + " has no logarithm");
    }
  }

  private static void assertSame(
      ProportionalHazardsResult ranges, ProportionalHazardsResult other) {
    assertSame(ranges.global(), other.global());
    assertThat(ranges.terms()).hasSameSizeAs(other.terms());
    for (int t = 0; t < other.terms().size(); t++) {
      assertThat(ranges.terms().get(t).term()).isEqualTo(other.terms().get(t).term());
      assertSame(ranges.terms().get(t).test(), other.terms().get(t).test());
    }
  }

  private static void assertSame(TestResult found, TestResult expected) {
    assertThat(found.df()).isEqualTo(expected.df());
    assertThat(found.statistic()).isCloseTo(expected.statistic(), withinPercentage(SAME));
  }
}
