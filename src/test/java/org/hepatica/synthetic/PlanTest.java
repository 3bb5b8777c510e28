package org.hepatica.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

  private static final LocalDate FROM = LocalDate.of(1993, 1, 1);
  private static final LocalDate TO = LocalDate.of(2012, 12, 31);
  private static final LocalDate CUT_OFF = LocalDate.of(2015, 12, 31);

  @Test
  void sameSeedSamePatientsInAnyOrder() {
    Plan forward = Plan.of(6000, 7);
    List<SyntheticPatient> all = patients(forward);
    Plan backward = Plan.of(6000, 7);
    for (int i = all.size() - 1; i >= 0; i -= 37) {
      assertThat(backward.patient(i)).isEqualTo(all.get(i));
    }
    assertThat(patients(Plan.of(6000, 8))).isNotEqualTo(all);
  }

  @Test
  void survivesSerialization() throws IOException, ClassNotFoundException {
    Plan plan = Plan.of(3000, 3);
    SyntheticPatient before = plan.patient(2999);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(plan);
    }
    assertThat(bytes.size()).isLessThan(500);
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((Plan) in.readObject()).patient(2999)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1000, 26_900})
  void sharesHoldAtOtherSizes(long n) {
    Cohort cohort = Cohort.of(Plan.of(n, 1));
    double typed = cohort.patients().size();
    assertThat(typed / n).isCloseTo(674 / 2690.0, within(.01));
    assertThat(cohort.group("hai").patients().size() / typed).isCloseTo(366 / 674.0, within(.01));
    assertThat(cohort.group("kras_mut").patients().size() / typed)
        .isCloseTo(256 / 674.0, within(.01));
    assertThat(cohort.count(p -> p.recurrenceSite() != null) / typed)
        .isCloseTo(457 / 674.0, within(.01));
    assertThat(cohort.count(SyntheticPatient::marginPositive) / typed)
        .isCloseTo(66 / 674.0, within(.01));
    assertThat(cohort.count(p -> Cohort.scored(p) && Cohort.score(p) >= 3) / typed)
        .isCloseTo(340 / 674.0, within(.01));
  }

  @Test
  void everyPatientIsPossible() {
    Plan plan = Plan.of(2690, 1);
    assertThat(patients(plan))
        .hasSize(2690 + 269)
        .allSatisfy(
            p -> {
              assertThat(p.operationDate().plusDays(p.overallDays())).isBeforeOrEqualTo(CUT_OFF);
              assertThat(p.synchronous()).isEqualTo(p.diseaseFreeMonths() <= 0);
              assertThat(p.krasVariant() != null).isEqualTo(Cohort.mutated(p));
              assertThat(p.recurrenceSite() != null).isEqualTo(p.recurrenceDays() != null);
              if (p.recurrenceDays() != null) {
                assertThat(p.recurrenceDays()).isBetween(1, p.overallDays());
              }
              if (p.hai() && p.fails() == null) {
                assertThat(p.overallDays()).isGreaterThanOrEqualTo(60);
              }
              assertThat(p.hai() || !p.haiBefore()).isTrue();
            });
  }

  @Test
  void tinyPlansWork() {
    for (long n = 1; n < 60; n++) {
      Plan plan = Plan.of(n, n);
      assertThat(patients(plan)).hasSize((int) plan.size());
    }
    assertThatThrownBy(() -> Plan.of(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Plan.of(10, 1).patient(11))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void tenMillionCostNoMoreThanTheirNeighbours() {
    Plan plan = Plan.of(10_000_000, 1);
    assertThat(plan.patient(9_999_999).fails()).isNull();
    assertThat(plan.patient(10_000_000).fails()).isEqualTo("ablation-only");
    assertThat(plan.patient(plan.size() - 1).fails()).isNotNull();
  }

  @Test
  void extrasEachFailOneRule() {
    Plan plan = Plan.of(2690, 1);
    Map<Boolean, List<SyntheticPatient>> byRule =
        patients(plan).stream().collect(Collectors.partitioningBy(p -> p.fails() == null));
    assertThat(byRule.get(true)).hasSize(2690).allMatch(p -> p.index() < 2690 && inPeriod(p));
    assertThat(byRule.get(false).stream().map(SyntheticPatient::fails).collect(Collectors.toSet()))
        .isEqualTo(
            Set.of(
                "ablation-only",
                "r2",
                "outside-period",
                "unresected-extrahepatic",
                "hai-after-recurrence-only",
                "no-follow-up"));
    assertThat(byRule.get(false))
        .allMatch(p -> inPeriod(p) != p.fails().equals("outside-period"))
        .allMatch(
            p -> !p.fails().equals("hai-after-recurrence-only") || p.recurrenceDays() != null);
  }

  @Test
  void variantsFollowTheSpectrum() {
    Map<String, Long> seen =
        IntStream.range(0, 1000)
            .mapToObj(i -> Genotype.variant(i / 1000.0))
            .collect(Collectors.groupingBy(v -> v, Collectors.counting()));
    assertThat(seen).containsEntry("G12D", 310L).hasSize(15);
  }

  private static boolean inPeriod(SyntheticPatient p) {
    return !p.operationDate().isBefore(FROM) && !p.operationDate().isAfter(TO);
  }

  private static List<SyntheticPatient> patients(Plan plan) {
    return LongStream.range(0, plan.size()).mapToObj(plan::patient).toList();
  }
}
