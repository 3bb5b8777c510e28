package org.hepatica.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.SurvivalCurve;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves, follow-up and models against the published numbers, estimated anew from each seed. */
class PlanSurvivalTest {

  private static final Set<String> SELECTED =
      Set.of("hai", "kras_mutation", "positive_margin", "crs_gt_3", "extrahepatic_disease");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void curvesAndMediansAreThePublished(long seed) {
    Cohort cohort = Cohort.of(Plan.of(2690, seed));
    int checked = 0;
    for (Map<String, String> row : Cohort.published("estimates.csv")) {
      boolean overall = row.get("section").equals("os");
      boolean survival = overall || row.get("section").equals("rfs");
      boolean target = !row.get("lo").isEmpty() || !row.get("tolerance").isEmpty();
      boolean ratio = row.get("quantity").startsWith("hazard_ratio");
      if (survival && target && !ratio) {
        SurvivalCurve curve = cohort.group(row.get("group")).curve(overall);
        double estimate =
            row.get("quantity").equals("median_years")
                ? curve.median().time().orElseThrow() / Cohort.YEAR
                : curve.at(5 * Cohort.YEAR).orElseThrow().survival();
        inside(row, estimate);
        checked++;
      }
    }
    assertThat(checked).isEqualTo(16);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void followUpIsThePublished(long seed) {
    Cohort cohort = Cohort.of(Plan.of(2690, seed));
    SurvivalCurve reversed = KaplanMeier.withDefaults().fit(cohort.counts(true).reversed());
    assertThat(reversed.median().time().orElseThrow() / Cohort.YEAR).isCloseTo(6.5, within(.3));
    double[] times = cohort.time(true);
    assertThat(Arrays.stream(times).max().orElseThrow() / Cohort.YEAR).isCloseTo(22.9, within(.05));
    assertThat(Arrays.stream(times).min().orElseThrow()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void theEffectOfHaiWithinKrasIsThePublished(long seed) {
    Cohort cohort = Cohort.of(Plan.of(2690, seed));
    for (Map<String, String> row : Cohort.published("estimates.csv")) {
      if (row.get("quantity").equals("hazard_ratio_hai_vs_none")
          && !row.get("tolerance").isEmpty()) {
        Models models = new Models(cohort.group(row.get("group")), true);
        double ratio = models.univariate("hai").estimate().orElseThrow().hazardRatio();
        inside(row, ratio);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void hazardRatiosAreInsideThePrintedIntervals(long seed) {
    Cohort cohort = Cohort.of(Plan.of(2690, seed));
    List<String> outside = new Models(cohort, false).outside("table2_rfs.csv");
    outside.addAll(new Models(cohort, true).outside("table3_os.csv"));
    if (seed == 1) {
      assertThat(outside).isEmpty();
    } else {
      assertThat(outside).hasSizeLessThanOrEqualTo(Models.HAZARD_RATIOS / 10);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = 1)
  void theSelectionKeepsWhatTheStudyKept(long seed) {
    Cohort cohort = Cohort.of(Plan.of(2690, seed));
    assertThat(new Models(cohort, false).selected("table2_rfs.csv")).isEqualTo(SELECTED);
    assertThat(new Models(cohort, true).selected("table3_os.csv")).isEqualTo(SELECTED);
  }

  private static void inside(Map<String, String> row, double estimate) {
    String what = row.get("section") + " " + row.get("quantity") + " " + row.get("group");
    if (!row.get("lo").isEmpty()) {
      assertThat(estimate)
          .as(what)
          .isBetween(Double.valueOf(row.get("lo")), Double.valueOf(row.get("hi")));
    }
    if (!row.get("tolerance").isEmpty()) {
      assertThat(estimate)
          .as(what)
          .isCloseTo(
              Double.parseDouble(row.get("value")),
              within(Double.parseDouble(row.get("tolerance"))));
    }
  }
}
