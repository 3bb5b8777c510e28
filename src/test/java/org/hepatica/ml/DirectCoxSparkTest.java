package org.hepatica.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.CoxCoefficient;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.ProportionalHazardsTest;
import org.hepatica.survival.cox.Ties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passing over blocks gives the fit that all rows in one place give. */
class DirectCoxSparkTest {

  private static final Limits NOTHING = new Limits(2, 2, 2, 2);
  private static final double SAME = 1e-10;

  /** Of exact ties, whose sums take as long as there are pairs of events and of who is at risk. */
  private static final int FEW = 700;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1  | EFRON   | age + nodes + pgr
          2  | EFRON   | age + nodes + pgr
          7  | BRESLOW | age + nodes + pgr
          20 | EFRON   | age + nodes + pgr
          3  | EFRON   | age + nodes + strata(size)
          3  | EFRON   | age * factor(size) + log(pgr + 1)
          3  | BRESLOW | I(age^6) + nodes + strata(size, grade)
          1  | EXACT   | age + nodes
          7  | EXACT   | age + nodes + strata(size, grade)
          9  | EXACT   | age + nodes + factor(size)
          2  | EXACT   | age + offset(3 + 6 * log(nodes + 1))
          """)
  void directIsCollapsed(int partitions, Ties ties, String right) {
    Dataset<Row> rows = ties == Ties.EXACT ? monthly().limit(FEW) : monthly();
    Survival survival =
        Survival.of(rows.repartition(partitions)).formula("Surv(months, death) ~ " + right);
    CoxRegression options = CoxRegression.withDefaults().with(ties);

    Model collapsed = survival.cox(options);
    Model direct = survival.limits(NOTHING).cox(options);

    assertThat(collapsed.path()).isEqualTo(Model.Path.COLLAPSED);
    assertThat(direct.path()).isEqualTo(Model.Path.DIRECT);
    assertSame(direct.fit(), collapsed.fit());
    assertSame(direct.concordance().orElseThrow(), collapsed.concordance().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | EFRON   | Surv(months, death)            | age + nodes                       |   |   |
          3 | EFRON   | Surv(months, death)            | age + nodes                       | f |   |
          3 | EFRON   | Surv(months, death)            | age + nodes                       |   | w |
          2 | BRESLOW | Surv(months, death)            | age + nodes                       | f | w |
          2 | EFRON   | Surv(months, death)            | age + nodes                       | f | f |
          3 | EFRON   | Surv(months, death)            | age + offset(nodes / 20)          | f |   |
          2 | EFRON   | Surv(months, death)            | age + offset(100 + nodes / 20)    |   |   |
          5 | EFRON   | Surv(months, death)            | age + pgr + cluster(nodes)        |   |   |
          5 | EFRON   | Surv(months, death)            | age + pgr + cluster(size)         | f | w |
          1 | EFRON   | Surv(late, months, death)      | age + nodes                       |   |   |
          3 | EFRON   | Surv(late, months, death)      | age + nodes + strata(size)        | f | w |
          3 | BRESLOW | Surv(late, months, death)      | age + nodes + cluster(pgr)        |   | w |
          2 | EFRON   | Surv(months, death + 1)        | age + nodes                       |   |   |
          4 | EFRON   | Surv(time / 7, death)          | age + nodes + strata(grade)       |   |   |
          """)
  void whatRowsStandForIsTheSame(
      int partitions, Ties ties, String response, String right, String frequency, String weight) {
    Survival survival =
        Survival.of(weighted().repartition(partitions))
            .formula(response + " ~ " + right)
            .with(ProportionalHazardsTest.withDefaults());
    survival = frequency == null ? survival : survival.frequency(frequency);
    survival = weight == null ? survival : survival.weights(weight);
    CoxRegression options = CoxRegression.withDefaults().with(ties);

    Model collapsed = survival.cox(options);
    Model direct = survival.limits(NOTHING).cox(options);

    assertThat(direct.path()).isEqualTo(Model.Path.DIRECT);
    assertSame(direct.fit(), collapsed.fit());
    assertThat(direct.fit().warnings()).isEqualTo(collapsed.fit().warnings());
    assertThat(direct.fit().isRobust()).isEqualTo(collapsed.fit().isRobust());
    assertThat(direct.missing()).isEqualTo(collapsed.missing());
    assertSame(direct.concordance().orElseThrow(), collapsed.concordance().orElseThrow());
    assertThat(direct.proportionalHazards().orElseThrow().global().statistic())
        .isCloseTo(
            collapsed.proportionalHazards().orElseThrow().global().statistic(),
            withinPercentage(1e-7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3 | Surv(months, death)           | f
          2 | Surv(time / 365.25, death)    |
          2 | Surv(months, death + 1)       |
          3 | Surv(late, months, death)     |
          2 | Surv(late, months, death)     | f
          """)
  void exactTiesOfWhatRowsStandForAreTheSame(int partitions, String response, String frequency) {
    Survival survival = exact(weighted().limit(FEW).repartition(partitions), response);
    survival = frequency == null ? survival : survival.frequency(frequency);
    CoxRegression options = CoxRegression.withDefaults().with(Ties.EXACT);

    CoxFit collapsed = survival.cox(options).fit();
    CoxFit direct = survival.limits(NOTHING).cox(options).fit();

    assertSame(direct, collapsed);
    assertThat(direct.ties()).isEqualTo(Ties.EXACT);
  }

  /** One of a thousand hazard ratios outweighs all others: odds are raised until sums are there. */
  @Test
  void exactTiesOfOneSubjectWhoOutweighsAllOthersAreThere() {
    Survival survival =
        Survival.of(
                monthly()
                    .limit(300)
                    .selectExpr(
                        "*", "200 * int(row_number() over (order by time, age) = 300) as heavy")
                    .selectExpr("*", "if(heavy > 0, 9, 1 + cast(time % 2 as int)) as coarse")
                    .repartition(3))
            .formula("Surv(coarse, death) ~ age + offset(heavy)");
    CoxRegression options = CoxRegression.withDefaults().with(Ties.EXACT);

    assertSame(survival.limits(NOTHING).cox(options).fit(), survival.cox(options).fit());
  }

  @Test
  void exactTiesAreRefusedWhereTheyWouldTakeTooLong() {
    Survival survival = exact(weighted().repartition(2), "Surv(months, death)").frequency("many");

    assertThatThrownBy(
            () -> survival.limits(NOTHING).cox(CoxRegression.withDefaults().with(Ties.EXACT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "exact ties would take .*e\\+\\d+ operations an iteration, .*use efron");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Surv(months, death)       | age + nodes                  | w | know no case weights
          Surv(months, death)       | age + nodes + cluster(nodes) |   | robust variances
          """)
  void exactTiesAreRefusedWithWhatTheyDoNotKnow(
      String response, String right, String weight, String reason) {
    Survival asked =
        Survival.of(weighted().repartition(2)).formula(response + " ~ " + right).limits(NOTHING);
    Survival survival = weight == null ? asked : asked.weights(weight);

    assertThatThrownBy(() -> survival.cox(CoxRegression.withDefaults().with(Ties.EXACT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("use efron");
  }

  private static Survival exact(Dataset<Row> rows, String response) {
    return Survival.of(rows).formula(response + " ~ age + nodes");
  }

  /** More than 50,000 slots: rows go where their stratum is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5 | x + y + strata(ward)                      |   |
          3 | x + y + offset(x / 9) + strata(ward)      | f | w
          """)
  void strataOfManyTimesAreLaidTogether(
      int partitions, String right, String frequency, String weight) {
    Survival survival =
        Survival.of(wards().repartition(partitions)).formula("Surv(days, died) ~ " + right);
    survival = frequency == null ? survival : survival.frequency(frequency);
    survival = weight == null ? survival : survival.weights(weight);

    Model collapsed = survival.cox(CoxRegression.withDefaults());
    Model direct = survival.limits(NOTHING).cox(CoxRegression.withDefaults());

    assertThat(collapsed.path()).isEqualTo(Model.Path.COLLAPSED);
    assertThat(direct.path()).isEqualTo(Model.Path.DIRECT);
    assertSame(direct.fit(), collapsed.fit());
    assertSame(direct.concordance().orElseThrow(), collapsed.concordance().orElseThrow());
  }

  /** Blocks of many rows: hazard ratios are made of tables where values are whole, or decimals. */
  @ParameterizedTest
  @CsvSource({"'', ''", "f, w"})
  void tablesOfExponentialsGiveTheSameFit(String frequency, String weight) {
    Dataset<Row> rows =
        TestSpark.session()
            .range(60_000)
            .selectExpr(
                "cast(1 + id * 7919 % 211 + 10 * (id * 13 % 2) - id * 7 % 83 / 9 as int) as days",
                "cast(id * 31 % 11 < 4 + id * 40503 % 97 / 20 as int) as died",
                "cast(id * 13 % 2 as int) as hai",
                "cast(400 + id * 7 % 83 as double) / 10 as age",
                "cast(id * 40503 % 97 * 4000 - 9000 as int) as cea",
                "cast(id % 3 + 1 as int) as f",
                "0.5 + (id % 4) / 4 as w")
            .repartition(2);
    Survival survival = Survival.of(rows).formula("Surv(days + 9, died) ~ hai + age + cea");
    survival = frequency.isEmpty() ? survival : survival.frequency(frequency);
    survival = weight.isEmpty() ? survival : survival.weights(weight);

    Model collapsed = survival.cox(CoxRegression.withDefaults());
    Model direct = survival.limits(NOTHING).cox(CoxRegression.withDefaults());

    assertThat(collapsed.path()).isEqualTo(Model.Path.COLLAPSED);
    assertThat(direct.path()).isEqualTo(Model.Path.DIRECT);
    assertSame(direct.fit(), collapsed.fit());
    assertSame(direct.concordance().orElseThrow(), collapsed.concordance().orElseThrow());
  }

  /** A column of few values in one block and of many in another: what is tied stays tied. */
  @ParameterizedTest
  @ValueSource(strings = {"age + nodes", "nodes + age"})
  void tiedPredictorsAreTiedHoweverBlocksHoldTheirColumns(String right) {
    // Two partitions: numbers below 4,000 and those from it on.
    Dataset<Row> rows =
        TestSpark.session()
            .range(0, 8000, 1, 2)
            .selectExpr("id < 4000 as few", "id % 4000 as id")
            .selectExpr(
                "cast(1 + id * 7919 % 97 as int) as days",
                "cast(id * 31 % 11 < 6 as int) as died",
                "cast(id * 7 % 83 as double) / 10 as age",
                "cast(id * 13 % if(few, 9, 40) as int) as nodes");
    Survival survival = Survival.of(rows).formula("Surv(days, died) ~ " + right);

    ConcordanceResult collapsed =
        survival.cox(CoxRegression.withDefaults()).concordance().orElseThrow();
    ConcordanceResult direct =
        survival.limits(NOTHING).cox(CoxRegression.withDefaults()).concordance().orElseThrow();

    assertThat(collapsed.tiedPredictor()).isPositive();
    assertThat(direct.tiedPredictor()).isEqualTo(collapsed.tiedPredictor());
    assertSame(direct, collapsed);
  }

  /** Partitions are done in any order; their sums are added in one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7  | Surv(months, death) | age + nodes + pgr
          6  | Surv(months, death) | age + nodes + pgr + strata(size)
          5  | Surv(days, died)    | x + y + strata(ward)
          """)
  void theSameRowsGiveTheSameDigits(int partitions, String response, String right) {
    Dataset<Row> rows = response.contains("months") ? monthly() : wards();
    Survival survival =
        Survival.of(rows.repartition(partitions)).formula(response + " ~ " + right).limits(NOTHING);

    Model first = survival.cox(CoxRegression.withDefaults());
    for (int again = 0; again < 3; again++) {
      Model other = survival.cox(CoxRegression.withDefaults());

      assertThat(other.fit().coefficients()).isEqualTo(first.fit().coefficients());
      assertThat(other.fit().logLikelihood()).isEqualTo(first.fit().logLikelihood());
      assertThat(other.concordance()).isEqualTo(first.concordance());
    }
  }

  /** 60 wards, some larger than others, and 1,200 days. */
  private static Dataset<Row> wards() {
    return TestSpark.session()
        .range(200_000)
        .selectExpr(
            "concat('w', cast(sqrt(id % 3600) as int)) as ward",
            "cast(id * 7919 % 1201 as int) as days",
            "cast(id * 31 % 11 < 6 as int) as died",
            "cast(id * 13 % 7 as double) / 10 as x",
            "cast(id * 17 % 5 as int) as y",
            "cast(id % 3 + 1 as int) as f",
            "0.5 + (id % 2) / 4 as w");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void rowsWithAMissingValueAreLeftOutAndCounted(int partitions) {
    Dataset<Row> rows =
        monthly().selectExpr("months", "death", "nodes", "if(age > 60, null, age) as age");
    Survival survival =
        Survival.of(rows.repartition(partitions)).formula("Surv(months, death) ~ age + nodes");

    Model direct = survival.limits(NOTHING).cox(CoxRegression.withDefaults());

    assertThat(direct.missing()).isEqualTo(rows.where("age is null").count()).isPositive();
    assertSame(direct.fit(), survival.cox(CoxRegression.withDefaults()).fit());
  }

  @ParameterizedTest
  @ValueSource(strings = {"age", "I(age * 1000000) + nodes"})
  void anInfiniteColumnIsRefusedByName(String more) {
    assertThatThrownBy(
            () ->
                Survival.of(monthly())
                    .limits(NOTHING)
                    .formula("Surv(months, death) ~ log(nodes) + " + more)
                    .cox(CoxRegression.withDefaults()))
        .rootCause()
        .hasMessageContaining("column log(nodes) is infinite");
  }

  private static void assertSame(ConcordanceResult direct, ConcordanceResult other) {
    assertThat(direct.concordant()).isCloseTo(other.concordant(), withinPercentage(SAME));
    assertThat(direct.discordant()).isCloseTo(other.discordant(), withinPercentage(SAME));
    assertThat(direct.tiedPredictor()).isCloseTo(other.tiedPredictor(), within(1e-6));
    assertThat(direct.stdError()).isCloseTo(other.stdError(), withinPercentage(1e-7));
  }

  private static void assertSame(CoxFit direct, CoxFit other) {
    assertThat(direct.n()).isEqualTo(other.n());
    assertThat(direct.events()).isEqualTo(other.events());
    assertThat(direct.logLikelihood()).isCloseTo(other.logLikelihood(), within(1e-7));
    assertThat(direct.score().statistic()).isCloseTo(other.score().statistic(), within(1e-6));
    for (CoxCoefficient expected : other.coefficients()) {
      CoxCoefficient found = direct.coefficient(expected.name());
      assertThat(found.status()).isEqualTo(expected.status());
      expected
          .estimate()
          .ifPresent(
              estimate -> {
                double size = Math.abs(estimate.coefficient());
                assertThat(found.estimate().orElseThrow().coefficient())
                    .isCloseTo(estimate.coefficient(), within(SAME * size));
                assertThat(found.estimate().orElseThrow().stdError())
                    .isCloseTo(estimate.stdError(), within(SAME * estimate.stdError()));
              });
    }
  }

  private static Dataset<Row> weighted() {
    return monthly()
        .selectExpr(
            "*",
            "cast(nodes % 3 + 1 as int) as f",
            "cast(30 * (nodes % 3 + 1) as int) as many",
            "0.5 + (nodes % 4) / 4 as w",
            "if(age > 60, cast(age % 20 as double), double('-Infinity')) as late");
  }

  /** Rotterdam's patients in months: many ties. */
  private static Dataset<Row> monthly() {
    return SurvivalSparkTest.reference("rotterdam")
        .withColumnRenamed("event", "death")
        .selectExpr("*", "ceil(time / 30) as months");
  }
}
