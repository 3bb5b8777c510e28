package org.hepatica.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SubjectTest {

  private static final int N = 200_000;
  private static final List<Subject> MANY =
      LongStream.range(0, N).mapToObj(number -> Subject.of(1, number)).toList();

  @Test
  void aSubjectDependsOnItsNumberAndTheSeedOnly() {
    assertThat(Subject.of(1, 17)).isEqualTo(MANY.get(17));
    assertThat(Subject.of(2, 17)).isNotEqualTo(MANY.get(17));
  }

  /** Typed here once: whoever changes what a subject is must count up the table's version. */
  @Test
  void theFirstSubjectsStayWhatTheyAre() {
    assertThat(MANY.subList(0, 2))
        .containsExactly(
            new Subject(6936, 0, 0, 0, 0, 0, 0, 606, 235, 20),
            new Subject(810, 1, 0, 0, 0, 1, 0, 496, 55, 6));
  }

  @Test
  void sixtyFourInAHundredDie() {
    assertThat(mean(Subject::died)).isCloseTo(0.64, within(0.01));
  }

  @Test
  void everyDayOfTheFollowUpOccursAndNoOther() {
    assertThat(MANY).allMatch(s -> s.days() >= 1 && s.days() <= Subject.LAST_DAY);
    assertThat(MANY.stream().map(Subject::days).distinct().count()).isGreaterThan(8000);
  }

  @Test
  void covariatesHaveTheirShares() {
    assertThat(mean(Subject::hai)).isCloseTo(0.35, within(0.005));
    assertThat(mean(Subject::kras)).isCloseTo(0.38, within(0.005));
    assertThat(mean(Subject::margin)).isCloseTo(0.12, within(0.005));
    assertThat(mean(Subject::score)).isCloseTo(0.45, within(0.005));
    assertThat(mean(Subject::ehd)).isCloseTo(0.10, within(0.005));
    assertThat(mean(Subject::age)).isCloseTo(60, within(0.1));
    assertThat(MANY.stream().map(Subject::center).distinct().sorted())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).mapToObj(c -> (int) c).toList());
  }

  @Test
  void ceaHasAHeavyTail() {
    double[] sorted = MANY.stream().mapToDouble(Subject::cea).sorted().toArray();

    assertThat(sorted[N / 2]).isCloseTo(8.2, within(0.2));
    assertThat(sorted[N - 1]).isGreaterThan(500 * sorted[N / 2]);
  }

  @Test
  void theTreatedLiveLonger() {
    assertThat(deathsADay(1)).isLessThan(0.8 * deathsADay(0));
  }

  private static double deathsADay(int hai) {
    List<Subject> group = MANY.stream().filter(s -> s.hai() == hai).toList();
    return group.stream().mapToDouble(Subject::died).sum()
        / group.stream().mapToDouble(Subject::days).sum();
  }

  private static double mean(ToDoubleFunction<Subject> value) {
    return MANY.stream().mapToDouble(value).average().orElseThrow();
  }
}
