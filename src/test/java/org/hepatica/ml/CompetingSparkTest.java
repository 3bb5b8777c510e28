package org.hepatica.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.P_VALUE;
import static org.hepatica.survival.Reference.assertClose;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.survival.Reference;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.competing.AalenJohansen;
import org.hepatica.survival.competing.FineGray;
import org.hepatica.survival.competing.FineGrayFit;
import org.hepatica.survival.competing.FineGrayStatus;
import org.hepatica.survival.competing.GrayResult;
import org.hepatica.survival.competing.GrayTest;
import org.hepatica.survival.competing.IncidenceCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Competing risks on a dataset give what cmprsk gives on a data frame. */
class CompetingSparkTest {

  private static final Reference CUMINC = Reference.of("competing");
  private static final Reference CRR = Reference.of("fine-gray");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void curvesAreThoseOfCumincWhateverThePartitioning(int partitions) {
    CompetingCurves curves = cuminc(mgus2().repartition(partitions), "~ 1");

    assertThat(curves.curves()).extracting(GroupIncidence::group).containsOnly("all");
    assertThat(curves.tests()).isEmpty();
    for (GroupIncidence of : curves.curves()) {
      IncidenceCurve curve = of.curve();
      String id = "mgus2 " + curve.cause();
      Map<String, Double> estimates = CUMINC.all(id, "est");
      assertThat(estimates).isNotEmpty();
      for (String time : estimates.keySet()) {
        var point = curve.at(Double.parseDouble(time)).orElseThrow();
        assertClose(id + " " + time, point.estimate(), estimates.get(time), ESTIMATE);
        double error = Math.sqrt(CUMINC.value(id, "var", time));
        assertClose(id + " var " + time, point.stdError(), error, ESTIMATE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void testsWithinStrataAreGraysWhateverThePartitioning(int partitions) {
    CompetingCurves curves = cuminc(pbc().repartition(partitions), "~ trt + strata(stage)");

    assertThat(curves.curves())
        .extracting(of -> of.group() + " " + of.curve().cause())
        .containsExactly("trt=0 1", "trt=1 1", "trt=0 2", "trt=1 2");
    for (GrayResult gray : curves.tests()) {
      TestResult test = gray.test().orElseThrow();
      String id = "pbc trt by stage 0 " + gray.cause();
      assertClose(id, test.statistic(), CUMINC.value(id, "test", "statistic"), ESTIMATE);
      assertClose(id, test.pValue(), CUMINC.value(id, "test", "p"), P_VALUE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void modelsAreThoseOfCrrWhateverThePartitioning(int partitions) {
    FineGrayFit fit =
        fineGray(pbc().repartition(partitions), "~ trt + age + edema + bili + albumin");

    assertThat(fit.status()).isEqualTo(FineGrayStatus.CONVERGED);
    for (String column : CRR.all("pbc transplant", "coef").keySet()) {
      var wald = fit.coefficient(column).estimate().orElseThrow();
      double variance = CRR.value("pbc transplant", "var " + column, column);
      assertClose(
          column, wald.coefficient(), CRR.value("pbc transplant", "coef", column), ESTIMATE);
      assertClose(column, wald.stdError(), Math.sqrt(variance), ESTIMATE);
      assertClose(column, wald.pValue(), CRR.value("pbc transplant", "p", column), P_VALUE);
    }
  }

  @Test
  void aFrequencyOfTwoIsEveryRowTwice() {
    Dataset<Row> once = mgus2().selectExpr("*", "2 as twice", "0 as none");
    Dataset<Row> twice = once.union(once);
    Survival counted = Survival.of(once).frequency("twice");

    var curve = counted.formula("Surv(time, cause) ~ male").cuminc(curves(), gray());
    CompetingCurves rows = cuminc(twice, "~ male");
    assertThat(curve.tests()).isEqualTo(rows.tests());
    for (int i = 0; i < rows.curves().size(); i++) {
      IncidenceCurve found = curve.curves().get(i).curve();
      IncidenceCurve expected = rows.curves().get(i).curve();
      assertThat(found.n()).isEqualTo(expected.n());
      assertThat(found.estimate()).containsExactly(expected.estimate());
      assertThat(found.variance()).containsExactly(expected.variance());
    }
    FineGrayFit model =
        counted.formula("Surv(time, cause) ~ male + age").fineGray(FineGray.withDefaults()).fit();
    FineGrayFit expected = fineGray(twice, "~ male + age");
    assertThat(model.n()).isEqualTo(2 * 1384);
    assertThat(model.covariance()[0][1])
        .isCloseTo(expected.covariance()[0][1], within(1e-12 * expected.covariance()[0][0]));

    Survival nobody = Survival.of(once).frequency("none").formula("Surv(time, cause) ~ male");
    assertThatThrownBy(() -> nobody.cuminc(curves(), gray()))
        .hasMessageContaining("no row is left");
    assertThat(nobody.fineGray(FineGray.withDefaults()).fit().status())
        .isEqualTo(FineGrayStatus.NO_EVENTS);
  }

  @Test
  void missingRowsAreLeftOutAndCounted() {
    Dataset<Row> holes =
        mgus2()
            .selectExpr(
                "time",
                "if(time = 30, null, cause) as cause",
                "if(age = 88, null, male) as male",
                "if(age > 90, double('NaN'), age) as age");
    long left = mgus2().where("time = 30 or age = 88 or age > 90").count();

    assertThat(cuminc(holes, "~ male + I(age > 70)").missing()).isEqualTo(left);
    SubdistributionModel model =
        Survival.of(holes)
            .formula("Surv(time, cause) ~ male + age")
            .fineGray(FineGray.withDefaults());
    assertThat(model.missing()).isEqualTo(left);
    assertThat(model.fit().n()).isEqualTo(1384 - left);
  }

  @Test
  void aGroupWithNobodyIsAbsentAndOneWithoutTheCauseIsFlat() {
    Dataset<Row> some = mgus2().where("male = 0 or cause = 2");
    CompetingCurves curves = cuminc(some, "~ male + I(age > 1000)");

    assertThat(curves.curves())
        .extracting(GroupIncidence::group)
        .containsOnly("male=0, I(age > 1000)=FALSE", "male=1, I(age > 1000)=FALSE");
    IncidenceCurve flat = curves.curves().get(1).curve();
    assertThat(flat.cause()).isEqualTo(1);
    assertThat(flat.events()).isZero();
    assertThat(flat.time()).isEmpty();
    assertThat(flat.at(12).orElseThrow().estimate()).isZero();
    assertThat(curves.test(1).orElseThrow().test()).isPresent();
  }

  @Test
  void onePatientHasACurveAndNoModel() {
    Dataset<Row> one = mgus2().where("cause = 1").limit(1);

    CompetingCurves curves = cuminc(one, "~ male");
    assertThat(curves.tests()).isEmpty();
    assertThat(curves.curves().get(0).curve().estimate()).containsExactly(1.0);
    FineGrayFit fit = fineGray(one, "~ age");
    assertThat(fit.status()).isEqualTo(FineGrayStatus.NO_ESTIMABLE_COLUMN);
    assertThat(fit.warnings().get(0)).isEqualTo("age: constant: the column has a single value");
  }

  @Test
  void dataWithoutTheCauseOrWithoutARowAreRefusedByName() {
    for (String kept : List.of("cause = 2", "cause = 0")) {
      assertThatThrownBy(() -> cuminc(mgus2().where(kept), "~ male"))
          .hasMessageContaining("nobody has cause 1");
      assertThatThrownBy(() -> fineGray(mgus2().where(kept), "~ male"))
          .hasMessageContaining("nobody has cause 1");
    }
    assertThatThrownBy(() -> cuminc(mgus2().where("time < 0"), "~ male"))
        .hasMessageContaining("no row is left");
    assertThatThrownBy(() -> fineGray(mgus2().where("time < 0"), "~ male"))
        .hasMessageContaining("no row is left");
  }

  @ParameterizedTest
  @CsvSource({
    "age,too many values,whole numbers",
    "cause / 2,'values [0, 0.5, 1]',CASE",
    "cause - 1,'values [-1, 0, 1]',whole numbers",
    "2 * cause,'nobody has cause 1','values are [0, 2, 4]'"
  })
  void causesThatAreNoneAreNamed(String cause, String what, String remedy) {
    Survival wrong = Survival.of(mgus2()).formula("Surv(time, %s) ~ male".formatted(cause));

    assertThatThrownBy(() -> wrong.cuminc(curves(), gray())).hasMessageContainingAll(what, remedy);
    assertThatThrownBy(() -> wrong.fineGray(FineGray.withDefaults()))
        .hasMessageContainingAll(what, remedy);
  }

  @Test
  void causesMayBeTruthValues() {
    CompetingCurves curves =
        Survival.of(mgus2()).formula("Surv(time, cause == 1) ~ male").cuminc(curves(), gray());

    assertThat(curves.curves()).extracting(of -> of.curve().cause()).containsOnly(1);
  }

  @Test
  void caseWeightsAreRefusedByName() {
    Survival weighted = Survival.of(mgus2()).weights("age").formula("Surv(time, cause) ~ male");

    assertThatThrownBy(() -> weighted.cuminc(curves(), gray()))
        .hasMessageContaining("case weights")
        .hasMessageContaining("frequency");
    assertThatThrownBy(() -> weighted.fineGray(FineGray.withDefaults()))
        .hasMessageContaining("case weights")
        .hasMessageContaining("frequency");
  }

  @Test
  void decimalTimesThatDifferByRoundingAreOne() {
    Dataset<Row> shaken =
        mgus2().selectExpr("time / 10 * (1 + 1e-13 * (age % 3)) as time", "cause", "male", "age");
    Dataset<Row> plain = mgus2().selectExpr("time / 10 as time", "cause", "male", "age");

    assertThat(cuminc(shaken, "~ male").tests()).isEqualTo(cuminc(plain, "~ male").tests());
    assertThat(fineGray(shaken, "~ male").logLikelihood().orElseThrow())
        .isCloseTo(fineGray(plain, "~ male").logLikelihood().orElseThrow(), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void whatIsTooVariedToCollapseIsCountedGroupByGroup(int partitions) {
    String formula = "Surv(time, cause) ~ I(age > 70) + strata(male)";
    CompetingCurves found =
        Survival.of(mgus2().repartition(partitions))
            .limits(new Limits(1, 1, 1, 1))
            .formula(formula)
            .cuminc(curves(), gray());
    CompetingCurves expected = Survival.of(mgus2()).formula(formula).cuminc(curves(), gray());

    assertThat(found.tests()).isEqualTo(expected.tests());
    for (int i = 0; i < expected.curves().size(); i++) {
      assertThat(found.curves().get(i).group()).isEqualTo(expected.curves().get(i).group());
      assertThat(found.curves().get(i).curve().variance())
          .containsExactly(expected.curves().get(i).curve().variance());
    }
  }

  private static AalenJohansen curves() {
    return AalenJohansen.withDefaults();
  }

  private static GrayTest gray() {
    return GrayTest.withDefaults();
  }

  private static CompetingCurves cuminc(Dataset<Row> data, String right) {
    return Survival.of(data).formula("Surv(time, cause) " + right).cuminc(curves(), gray());
  }

  private static FineGrayFit fineGray(Dataset<Row> data, String right) {
    return Survival.of(data)
        .formula("Surv(time, cause) " + right)
        .fineGray(FineGray.withDefaults())
        .fit();
  }

  private static Dataset<Row> mgus2() {
    return SurvivalSparkTest.reference("mgus2");
  }

  private static Dataset<Row> pbc() {
    return SurvivalSparkTest.reference("pbc");
  }
}
