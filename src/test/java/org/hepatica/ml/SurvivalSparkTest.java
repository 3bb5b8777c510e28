package org.hepatica.ml;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hepatica.formula.FormulaException;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.LogRank;
import org.hepatica.survival.cox.CoxRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine on a dataset gives what R gives on a data frame. */
class SurvivalSparkTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64})
  void curvesAreThoseOfSurvfitWhateverThePartitioning(int partitions) {
    // survfit(Surv(time, event) ~ female, lung)
    Curves curves =
        Survival.of(lung().repartition(partitions))
            .formula("Surv(time, event) ~ female")
            .km(KaplanMeier.withDefaults());

    assertThat(curves.groups())
        .extracting(GroupCurve::group)
        .containsExactly("female=0", "female=1");
    assertThat(curves.groups()).extracting(g -> g.curve().n()).containsExactly(136L, 90L);
    assertThat(curves.groups()).extracting(g -> g.curve().events()).containsExactly(110L, 53L);
    assertThat(curves.groups())
        .extracting(g -> g.curve().median().time().orElseThrow())
        .containsExactly(283.0, 426.0);
  }

  @Test
  void theLogRankTestIsSurvdiffs() {
    // survdiff(Surv(time, event) ~ female, lung): 9.7082 on 1 degree of freedom
    Comparison test =
        Survival.of(lung())
            .time("time")
            .event("event")
            .by("female")
            .logrank(LogRank.withDefaults());

    assertThat(test.groups()).containsExactly("female=0", "female=1");
    assertThat(test.test().statistic()).isCloseTo(9.70821825487, within(1e-8));
    assertThat(test.test().df()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64})
  void aCoxModelIsCoxphsWhateverThePartitioning(int partitions) {
    Model model =
        Survival.of(withOneMore(lung()).repartition(partitions))
            .formula("Surv(time, event == 1) ~ age + factor(female) + ecog")
            .cox(CoxRegression.withDefaults());

    // coxph(Surv(time, event) ~ age + factor(female) + ecog), to its maximum
    assertThat(model.fit().n()).isEqualTo(226);
    assertThat(model.missing()).isEqualTo(1);
    assertThat(model.columns().stream().map(c -> c.name()))
        .containsExactly("age", "factor(female)1", "ecog");
    assertThat(coefficient(model, "age")).isCloseTo(0.0112678056749, within(1e-10));
    assertThat(coefficient(model, "factor(female)1")).isCloseTo(-0.5458748498352, within(1e-10));
    assertThat(coefficient(model, "ecog")).isCloseTo(0.4551600153404, within(1e-10));
  }

  @Test
  void aTableOfNobodyIsToldAsSuch() {
    Survival nobody = Survival.of(lung().where("time < 0")).formula("Surv(time, event) ~ female");
    List<ThrowingCallable> asked =
        List.of(
            () -> nobody.km(KaplanMeier.withDefaults()),
            () -> nobody.logrank(LogRank.withDefaults()),
            () -> nobody.cox(CoxRegression.withDefaults()));

    assertThat(asked)
        .allSatisfy(
            question -> assertThatThrownBy(question).hasMessageStartingWith("no row is left: "));
  }

  @Test
  void aFrequencyIsThatManyRows() {
    Dataset<Row> rows = lung();
    Dataset<Row> grouped = rows.groupBy("time", "event", "female").count();

    assertThat(
            Survival.of(grouped)
                .formula("Surv(time, event) ~ female")
                .frequency("count")
                .logrank(LogRank.withDefaults())
                .test())
        .isEqualTo(
            Survival.of(rows)
                .formula("Surv(time, event) ~ female")
                .logrank(LogRank.withDefaults())
                .test());
  }

  @Test
  void aStatusThatMeansNothingIsRefused() {
    assertThatThrownBy(
            () ->
                Survival.of(lung())
                    .formula("Surv(time, ecog) ~ female")
                    .logrank(LogRank.withDefaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("status has the values");
  }

  @Test
  void anUnknownColumnIsNamedWithWhatWasProbablyMeant() {
    assertThatThrownBy(
            () ->
                Survival.of(lung())
                    .formula("Surv(time, event) ~ femal")
                    .cox(CoxRegression.withDefaults()))
        .isInstanceOf(FormulaException.class)
        .hasMessageContaining("did you mean 'female'");
  }

  private static double coefficient(Model model, String column) {
    return model.fit().coefficient(column).estimate().orElseThrow().coefficient();
  }

  /** A row that a missing value keeps out. */
  private static Dataset<Row> withOneMore(Dataset<Row> rows) {
    return rows.union(rows.limit(1).withColumn("ecog", lit(null).cast("double")));
  }

  static Dataset<Row> lung() {
    return reference("lung");
  }

  static Dataset<Row> reference(String name) {
    return ReferenceTable.of(name);
  }
}
