package org.hepatica.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every count, median and range that the study prints, exactly, whatever the seed. */
class PlanCountsTest {

  private static final Map<String, Predicate<SyntheticPatient>> TABLE1 =
      Map.ofEntries(
          Map.entry("n", p -> true),
          Map.entry("sex male", p -> !p.female()),
          Map.entry("sex female", SyntheticPatient::female),
          Map.entry("kras_status WT", p -> !Cohort.mutated(p)),
          Map.entry("kras_status MUT", Cohort::mutated),
          Map.entry("solitary_metastasis yes", p -> number(p) == 1),
          Map.entry("more_than_3_metastases yes", p -> number(p) > 3),
          Map.entry("ablation yes", SyntheticPatient::ablation),
          Map.entry("extrahepatic_disease yes", SyntheticPatient::extrahepatic),
          Map.entry("presentation synchronous", SyntheticPatient::synchronous),
          Map.entry("presentation metachronous", p -> !p.synchronous()),
          Map.entry("extent_of_surgery major hepatectomy", p -> p.segments() >= 3),
          Map.entry("extent_of_surgery minor hepatectomy", p -> p.segments() < 3),
          Map.entry("two_stage_hepatectomy yes", SyntheticPatient::twoStage),
          Map.entry("disease_free_interval_lt_12_months yes", p -> p.diseaseFreeMonths() < 12),
          Map.entry("nodal_status positive", p -> Boolean.TRUE.equals(p.nodePositive())),
          Map.entry("nodal_status negative", p -> Boolean.FALSE.equals(p.nodePositive())),
          Map.entry("margin_status positive", SyntheticPatient::marginPositive),
          Map.entry("margin_status negative", p -> !p.marginPositive()),
          Map.entry("clinical_risk_score 3-5", p -> Cohort.scored(p) && Cohort.score(p) >= 3));

  private static final Map<String, Predicate<SyntheticPatient>> ESTIMATES =
      Map.of(
          "known_kras_status", p -> true,
          "kras_wt", p -> !Cohort.mutated(p),
          "kras_mut", Cohort::mutated,
          "hai", SyntheticPatient::hai,
          "hai_before_and_after_resection", SyntheticPatient::haiBefore,
          "perioperative_systemic_chemotherapy", SyntheticPatient::systemic,
          "first_site_liver_any", p -> site(p).startsWith("liver"),
          "first_site_liver_only", p -> site(p).equals("liver alone"),
          "first_site_extrahepatic", p -> site(p).equals("lung") || site(p).equals("other"),
          "first_site_lung", p -> site(p).equals("lung"));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void countsAreThePublished(long seed) {
    Cohort cohort = Cohort.of(Plan.of(2690, seed));
    int checked = 0;
    for (Map<String, String> row : Cohort.published("table1.csv")) {
      String key = (row.get("variable") + " " + row.get("level")).trim();
      if (row.get("kind").equals("count")) {
        checked += check(cohort, key, TABLE1.get(key), "no_hai", row.get("no_hai"));
        checked += check(cohort, key, TABLE1.get(key), "hai", row.get("hai"));
      }
    }
    for (Map<String, String> row : Cohort.published("estimates.csv")) {
      Predicate<SyntheticPatient> wanted = ESTIMATES.get(row.get("quantity"));
      if (wanted != null && row.get("tolerance").equals("0")) {
        checked += check(cohort, row.get("quantity"), wanted, row.get("group"), row.get("value"));
      }
    }
    assertThat(checked).isEqualTo(2 * TABLE1.size() + 18);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void positionsBeyondThePrintHoldToo(long seed) {
    Cohort cohort = Cohort.of(Plan.of(2690, seed));
    Cohort none = cohort.group("no_hai");
    Cohort hai = cohort.group("hai");
    assertThat(cohort.group("kras_wt+hai").patients()).hasSize(235);
    assertThat(cohort.group("kras_wt+no_hai").patients()).hasSize(183);
    assertThat(cohort.group("kras_mut+hai").patients()).hasSize(131);
    assertThat(cohort.group("kras_mut+no_hai").patients()).hasSize(125);
    assertThat(hai.count(p -> !p.haiBefore())).isEqualTo(307);
    assertThat(none.count(p -> p.metastases() == null)).isEqualTo(21);
    assertThat(none.count(p -> p.metastases() == null && p.nodePositive() == null)).isEqualTo(3);
    assertThat(none.count(p -> p.nodePositive() == null)).isEqualTo(3);
    assertThat(hai.count(p -> p.ceaNgMl() == null)).isEqualTo(8);
    assertThat(none.count(Cohort::scored)).isEqualTo(287);
    assertThat(hai.count(Cohort::scored)).isEqualTo(358);
    assertThat(cohort.count(p -> !site(p).isEmpty())).isEqualTo(457);
    assertThat(none.count(p -> p.dead() && site(p).isEmpty())).isBetween(25L, 30L);
    assertThat(hai.count(p -> p.dead() && site(p).isEmpty())).isBetween(8L, 12L);
    assertThat(cohort.count(p -> site(p).equals("liver with others"))).isEqualTo(79);
    double liver = hai.count(p -> site(p).startsWith("liver")) / 366.0;
    assertThat(liver).isCloseTo(.284, within(.0005));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void mediansAndRangesAreThePublished(long seed) {
    Cohort cohort = Cohort.of(Plan.of(2690, seed));
    Function<SyntheticPatient, Number> age = SyntheticPatient::ageYears;
    quantiles(cohort, "no_hai", age, .25, 52, .5, 62.5, .75, 71);
    quantiles(cohort, "hai", age, .25, 47, .5, 55, .75, 63);
    quantiles(cohort, "no_hai", SyntheticPatient::metastases, 0, 1, .5, 1, 1, 12);
    quantiles(cohort, "hai", SyntheticPatient::metastases, 0, 1, .5, 3, 1, 15);
    quantiles(cohort, "no_hai", SyntheticPatient::largestCm, 0, 2, .5, 3, 1, 15.6);
    quantiles(cohort, "hai", SyntheticPatient::largestCm, 0, 1.6, .5, 2.6, 1, 20);
  }

  /** Quantiles as R's default (type 7): probability and value in turn. */
  private static void quantiles(
      Cohort cohort, String group, Function<SyntheticPatient, Number> of, double... expected) {
    List<Double> sorted =
        cohort.group(group).patients().stream()
            .map(of)
            .filter(v -> v != null)
            .map(Number::doubleValue)
            .sorted()
            .toList();
    for (int i = 0; i < expected.length; i += 2) {
      double at = expected[i] * (sorted.size() - 1);
      int low = (int) Math.floor(at);
      int high = Math.min(low + 1, sorted.size() - 1);
      double value = sorted.get(low) + (at - low) * (sorted.get(high) - sorted.get(low));
      assertThat(value).as("%s at %s", group, expected[i]).isCloseTo(expected[i + 1], within(1e-9));
    }
  }

  private static int check(
      Cohort cohort,
      String what,
      Predicate<SyntheticPatient> wanted,
      String group,
      String printed) {
    assertThat(cohort.group(group).count(wanted))
        .as("%s, %s", what, group)
        .isEqualTo(Long.parseLong(printed));
    return 1;
  }

  private static int number(SyntheticPatient p) {
    return p.metastases() == null ? 0 : p.metastases();
  }

  private static String site(SyntheticPatient p) {
    return p.recurrenceSite() == null ? "" : p.recurrenceSite();
  }
}
