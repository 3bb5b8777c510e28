package org.hepatica.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.LogRank;
import org.hepatica.survival.competing.AalenJohansen;
import org.hepatica.survival.competing.FineGray;
import org.hepatica.survival.competing.GrayTest;
import org.hepatica.survival.cox.CoxRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd times are told in the same words whether data are counted or read where they lie. */
class OddTimesSparkTest {

  private static final Limits NOTHING = new Limits(1, 1, 1, 1);
  private static final String BEFORE_ZERO = "times before 0 are taken as they are";

  @ParameterizedTest
  @ValueSource(strings = {"x", "x + I(x * id)", "x + strata(half)"})
  void infiniteTimesAreRefusedByModelsOfDataThatAreNotCounted(String right) {
    Survival survival = of("if(id = 7, double('Infinity'), id + 1.0)", right);

    for (Survival asked : List.of(survival, survival.limits(NOTHING))) {
      assertThatThrownBy(() -> asked.cox(CoxRegression.withDefaults()))
          .hasStackTraceContaining("follow-up is infinite for some rows");
    }
  }

  @Test
  void infiniteTimesAreRefusedByCurvesAndTests() {
    Survival survival = of("if(id = 7, double('Infinity'), id + 1.0)", "x");

    for (Survival asked : List.of(survival, survival.limits(NOTHING))) {
      for (Runnable analysis :
          List.<Runnable>of(
              () -> asked.km(KaplanMeier.withDefaults()),
              () -> asked.logrank(LogRank.withDefaults()),
              () -> asked.cuminc(AalenJohansen.withDefaults(), GrayTest.withDefaults()),
              () -> asked.fineGray(FineGray.withDefaults()))) {
        assertThatThrownBy(analysis::run)
            .hasStackTraceContaining("follow-up is infinite for some rows");
      }
    }
  }

  @Test
  void timesBeforeZeroAreToldByModels() {
    Survival survival = of("id - 5.0", "x");

    for (Survival asked : List.of(survival, survival.limits(NOTHING))) {
      assertThat(asked.cox(CoxRegression.withDefaults()).fit().warnings())
          .containsExactly(BEFORE_ZERO);
      assertThat(asked.fineGray(FineGray.withDefaults()).fit().warnings())
          .containsExactly(BEFORE_ZERO);
      assertThat(asked.logrank(LogRank.withDefaults()).test().warnings())
          .containsExactly(BEFORE_ZERO);
    }
  }

  private static Survival of(String time, String right) {
    Dataset<Row> rows =
        TestSpark.session()
            .range(0, 40, 1, 2)
            .selectExpr(
                "double(id) as id",
                "double(" + time + ") as time",
                "double(id % 3 <> 0) as event",
                "double(id * 7 % 5) as x",
                "double(id % 2) as half");
    return Survival.of(rows).formula("Surv(time, event) ~ " + right);
  }
}
