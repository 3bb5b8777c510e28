package org.hepatica.ml;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.formula.Formula;
import org.hepatica.formula.GroupTerms;
import org.hepatica.formula.Groups;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.LogRank;
import org.hepatica.survival.SurvivalCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data too varied to collapse give what collapsed data give, to the last digit. */
class GroupedCountsSparkTest {

  private static final Limits NOTHING_COLLAPSES = new Limits(1, 1, 1, 1);
  private static final KaplanMeier KM = KaplanMeier.withDefaults();

  private record Case(String formula, Survival survival) {

    Case(String formula, Dataset<Row> rows) {
      this(formula, Survival.of(rows).formula(formula));
    }

    @Override
    public String toString() {
      return formula;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(1, 2, 7, 64).flatMap(GroupedCountsSparkTest::cases);
  }

  private static Stream<Case> cases(int partitions) {
    Dataset<Row> lung = SurvivalSparkTest.reference("lung-raw").repartition(partitions);
    Dataset<Row> heart =
        SurvivalSparkTest.reference("heart")
            .selectExpr("*", "0.5 + (id % 4) / 4 as share", "concat('p', id) as name")
            .repartition(partitions);
    Dataset<Row> monthly = SurvivalSparkTest.reference("veteran-monthly").repartition(partitions);
    String weighted = "Surv(start, time, event) ~ transplant";
    String counted = "Surv(month, event) ~ trt";
    return Stream.of(
        new Case("Surv(time, status) ~ factor(ph.ecog) + sex", lung),
        new Case("Surv(time / 7, OS_STATUS == \"1:DECEASED\") ~ I(age > 60)", lung),
        new Case("Surv(time, status) ~ 1", lung),
        new Case("Surv(start, time, event) ~ surgery", heart),
        new Case("Surv(start, time, event) ~ transplant + cluster(name)", heart),
        new Case(weighted, Survival.of(heart).weights("share").formula(weighted)),
        new Case(counted, Survival.of(monthly).frequency("n").formula(counted)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void curvesAreThoseOfCollapsedData(Case one) {
    Curves collapsed = one.survival.km(KM);
    Curves grouped = one.survival.limits(NOTHING_COLLAPSES).km(KM);

    assertSame(grouped, collapsed);
  }

  @ParameterizedTest
  @MethodSource("org.hepatica.ml.GroupedCountsSparkTest#comparisons")
  void testsAreThoseOfCollapsedData(Case one) {
    assertThat(one.survival.limits(NOTHING_COLLAPSES).logrank(LogRank.withDefaults().withRho(1)))
        .isEqualTo(one.survival.logrank(LogRank.withDefaults().withRho(1)));
  }

  static Stream<Case> comparisons() {
    return Stream.of(1, 2, 7, 64)
        .map(n -> SurvivalSparkTest.reference("colon").repartition(n))
        .map(rows -> new Case("Surv(time, event) ~ rx + strata(extent, surg)", rows));
  }

  @Test
  void aNameForEveryCentreAndATimeForEveryRowAreCountedAsTheyAre() {
    Dataset<Row> rows = madeUp(200_000);
    Curves centres =
        Survival.of(rows).formula("Surv(days, died) ~ center").km(KaplanMeier.withDefaults());
    Curves two =
        Survival.of(rows).formula("Surv(moment, died) ~ hai").km(KaplanMeier.withDefaults());

    assertThat(centres.groups()).hasSize(5_000);
    assertThat(centres.groups()).allMatch(g -> g.curve().n() == 40);
    assertThat(two.groups()).extracting(g -> g.curve().size()).containsExactly(100_000, 100_000);
    assertThat(two.groups().get(0).curve().survival()[99_999]).isBetween(0.0, 0.001);
  }

  @Test
  void manyCentresAreStrataOfATest() {
    Dataset<Row> rows = madeUp(50_000);

    Comparison test =
        Survival.of(rows)
            .formula("Surv(days, died) ~ hai + strata(center)")
            .logrank(LogRank.withDefaults());
    assertThat(test.test().n()).containsExactly(25_000L, 25_000L);
    assertThat(test.test().df()).isEqualTo(1);
  }

  @Test
  void moreCombinationsThanADriverHoldsAreRefusedWithTheRemedy() {
    Dataset<Row> rows = madeUp(3_000);
    Formula formula = Formula.parse("Surv(moment, died) ~ hai");
    GroupTerms terms = formula.curves(Schemas.of(rows.schema()));
    Frame frame = Frame.of(rows, formula.response(), terms.columns());
    Groups groups = terms.groups(new Scanned(rows, terms.requiredColumns()));

    for (Dataset<Row> some : List.of(rows.repartition(1), rows.repartition(7))) {
      Frame own = Frame.of(some, formula.response(), terms.columns());
      assertThatThrownBy(() -> GroupedCounts.of(some, own, groups, RowMeaning.plain(), 2_999))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("more than 2,999 different combinations")
          .hasMessageContaining("round the time");
    }
    GroupedCounts most = GroupedCounts.of(rows, frame, groups, RowMeaning.plain(), 3_000);
    assertThat(most.cells().size()).isEqualTo(3_000);
  }

  /** Every row its own moment; one centre of 5,000 in 40 rows of 200,000. */
  private static Dataset<Row> madeUp(long n) {
    return TestSpark.session()
        .range(n)
        .withColumn("days", expr("cast(id * 7919 % 4001 as int)"))
        .withColumn("moment", expr("(id * 48271 % " + n + ") / 7.0d + id / 1e7d"))
        .withColumn("died", expr("(id * 31 + id div 2) % 3 > 0"))
        .withColumn("hai", expr("id div 5000 % 2 = 0"))
        .withColumn("center", expr("concat('centre ', id % 5000)"));
  }

  private static void assertSame(Curves actual, Curves expected) {
    assertThat(actual.missing()).isEqualTo(expected.missing());
    assertThat(actual.groups())
        .extracting(GroupCurve::group)
        .isEqualTo(expected.groups().stream().map(GroupCurve::group).toList());
    for (int g = 0; g < expected.groups().size(); g++) {
      SurvivalCurve a = actual.groups().get(g).curve();
      SurvivalCurve e = expected.groups().get(g).curve();
      assertThat(a.time()).containsExactly(e.time());
      assertThat(a.nRisk()).containsExactly(e.nRisk());
      assertThat(a.weightAtRisk()).containsExactly(e.weightAtRisk());
      assertThat(a.survival()).containsExactly(e.survival());
      assertThat(a.stdError()).containsExactly(e.stdError());
      assertThat(a.confLow()).containsExactly(e.confLow());
    }
  }
}
