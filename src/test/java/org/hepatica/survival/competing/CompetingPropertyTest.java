package org.hepatica.survival.competing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hepatica.survival.Reference.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hepatica.survival.TiedTimes;
import org.hepatica.survival.WaldEstimate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of competing risks that hold for any data, on random data of fixed seeds. */
class CompetingPropertyTest {

  private static final int N = 150;
  private static final List<String> NAMES = List.of("a", "b");
  private static final FineGray MODEL = FineGray.withDefaults();

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 6);
  }

  private record Sample(double[] time, int[] cause, double[][] x, int[] group) {

    static Sample random(long seed) {
      Random random = new Random(seed);
      Sample s = new Sample(new double[N], new int[N], new double[N][], new int[N]);
      for (int i = 0; i < N; i++) {
        s.x[i] = new double[] {random.nextGaussian(), random.nextInt(2)};
        s.time[i] = Math.floor(-Math.log(random.nextDouble()) * 25 * Math.exp(-0.4 * s.x[i][0]));
        s.cause[i] = random.nextInt(3);
        s.group[i] = random.nextInt(3);
      }
      return s;
    }

    Sample at(int... rows) {
      return new Sample(
          IntStream.of(rows).mapToDouble(i -> time[i]).toArray(),
          IntStream.of(rows).map(i -> cause[i]).toArray(),
          IntStream.of(rows).mapToObj(i -> x[i]).toArray(double[][]::new),
          IntStream.of(rows).map(i -> group[i]).toArray());
    }

    CompetingRows rows() {
      return CompetingRows.of(time, cause, x, NAMES).withCensoringGroup(group);
    }

    CompetingCounts counts() {
      return CompetingCounts.of(time, cause);
    }

    List<CompetingCounts> groups() {
      return IntStream.range(0, 3)
          .mapToObj(g -> at(IntStream.range(0, N).filter(i -> group[i] == g).toArray()).counts())
          .toList();
    }
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  private static void assertSame(FineGrayFit actual, FineGrayFit expected) {
    for (String name : NAMES) {
      WaldEstimate a = actual.coefficient(name).estimate().orElseThrow();
      WaldEstimate e = expected.coefficient(name).estimate().orElseThrow();
      assertThat(a.coefficient()).isCloseTo(e.coefficient(), within(1e-11));
      assertThat(a.stdError()).isCloseTo(e.stdError(), within(1e-11));
    }
    double likelihood = expected.logLikelihood().orElseThrow();
    assertThat(actual.logLikelihood().orElseThrow()).isCloseTo(likelihood, within(1e-9));
    double[] x = {0.4, 1};
    assertClose(
        "predicted",
        actual.baseline().orElseThrow().predict(x).incidence(),
        expected.baseline().orElseThrow().predict(x).incidence(),
        1e-10);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void countsOfPartsMergeToTheCountsOfTheWhole(long seed) {
    Sample sample = Sample.random(seed);
    CompetingCounts a = sample.at(range(0, 40)).counts();
    CompetingCounts b = sample.at(range(40, 41)).counts();
    CompetingCounts c = sample.at(range(41, N)).counts();

    assertThat(a.merge(b).merge(c)).isEqualTo(sample.counts()).isEqualTo(c.merge(a.merge(b)));
    assertThat(a).isNotEqualTo(c).isEqualTo(a.merge(CompetingCounts.empty()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rowsPutTogetherInAnyOrderGiveTheSameFit(long seed) {
    Sample sample = Sample.random(seed);
    FineGrayFit whole = MODEL.fit(sample.rows(), 1);
    CompetingRows a = sample.at(range(0, 60)).rows();
    CompetingRows b = sample.at(range(60, N)).rows();

    assertSame(MODEL.fit(b.merge(a), 1), whole);
    int[] backwards = IntStream.range(0, N).map(i -> N - 1 - i).toArray();
    assertSame(MODEL.fit(sample.at(backwards).rows(), 1), whole);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aFrequencyOfTwoIsTwoRows(long seed) {
    Sample sample = Sample.random(seed);
    int[] twice = IntStream.range(0, 2 * N).map(i -> i % N).toArray();
    long[] two = new long[N];
    Arrays.fill(two, 2);
    FineGrayFit frequent = MODEL.fit(sample.rows().withFrequency(two), 1);
    assertSame(frequent, MODEL.fit(sample.at(twice).rows(), 1));
    assertThat(frequent.n()).isEqualTo(2 * N);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theUnitOfTimeDoesNotMatter(long seed) {
    Sample sample = Sample.random(seed);
    double[] years = Arrays.stream(sample.time).map(t -> t / 365.25).toArray();
    Sample scaled = new Sample(years, sample.cause, sample.x, sample.group);

    assertSame(MODEL.fit(scaled.rows(), 1), MODEL.fit(sample.rows(), 1));
    double gray = GrayTest.withDefaults().test(sample.groups(), 1).test().orElseThrow().statistic();
    assertThat(GrayTest.withDefaults().test(scaled.groups(), 1).test().orElseThrow().statistic())
        .isEqualTo(gray);
    assertThat(AalenJohansen.withDefaults().curve(scaled.counts(), 2).variance())
        .containsExactly(AalenJohansen.withDefaults().curve(sample.counts(), 2).variance());
    CompetingCounts tied = scaled.counts().with(TiedTimes.among(years));
    assertThat(tied).isEqualTo(scaled.counts());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shiftingAndScalingAColumnMovesItsCoefficientOnly(long seed) {
    Sample sample = Sample.random(seed);
    double[][] far =
        Arrays.stream(sample.x)
            .map(row -> new double[] {1e9 + 1e4 * row[0], row[1]})
            .toArray(double[][]::new);
    FineGrayFit plain = MODEL.fit(sample.rows(), 1);
    FineGrayFit scaled =
        MODEL.fit(new Sample(sample.time, sample.cause, far, sample.group).rows(), 1);
    WaldEstimate a = scaled.coefficient("a").estimate().orElseThrow();
    WaldEstimate expected = plain.coefficient("a").estimate().orElseThrow();
    // 1e9 with steps of 1e4 leaves eleven digits of the column.
    assertThat(a.coefficient() * 1e4).isCloseTo(expected.coefficient(), within(1e-8));
    assertThat(a.z()).isCloseTo(expected.z(), within(1e-7));
    double[] atMean = {1e9, 1};
    assertClose(
        "predicted",
        scaled.baseline().orElseThrow().predict(atMean).incidence(),
        plain.baseline().orElseThrow().predict(0, 1).incidence(),
        1e-7);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void likelihoodAndDerivativesAreThoseOfTheDefinition(long seed) {
    Sample sample = Sample.random(seed);
    SubdistributionRows rows = new SubdistributionRows(sample.rows(), 1, new int[] {0, 1});
    double[] beta = {0.3, -0.5};
    SubdistributionLikelihood here = SubdistributionLikelihood.at(rows, beta);
    assertThat(here.value()).isCloseTo(definition(rows, beta), within(1e-9));
    double h = 1e-5;
    for (int j = 0; j < 2; j++) {
      double[] up = beta.clone();
      double[] down = beta.clone();
      up[j] += h;
      down[j] -= h;
      double slope = (definition(rows, up) - definition(rows, down)) / (2 * h);
      assertThat(here.gradient()[j]).isCloseTo(slope, within(1e-6));
      double[] above = SubdistributionLikelihood.at(rows, up).gradient();
      double[] below = SubdistributionLikelihood.at(rows, down).gradient();
      for (int k = 0; k < 2; k++) {
        double curvature = -(above[k] - below[k]) / (2 * h);
        assertThat(here.information()[j][k]).isCloseTo(curvature, within(1e-6));
      }
    }
  }

  /** A sum over all rows for each event, as Fine and Gray write it. */
  private static double definition(SubdistributionRows rows, double[] beta) {
    double value = 0;
    for (int k = 0; k < rows.distinctTimes(); k++) {
      double total = 0;
      for (int m = 0; m < rows.distinctTimes(); m++) {
        for (int i = rows.start[m]; i < rows.start[m + 1]; i++) {
          int g = rows.group[i];
          double weight =
              m >= k
                  ? 1
                  : rows.isCompeting[i]
                      ? rows.censoring.before(g, k) / rows.censoring.before(g, m)
                      : 0;
          total += weight * Math.exp(SubdistributionSums.dot(rows.x[i], beta));
        }
      }
      for (int i = rows.start[k]; i < rows.start[k + 1]; i++) {
        double score = SubdistributionSums.dot(rows.x[i], beta);
        value += rows.isEvent[i] ? score - Math.log(total) : 0;
      }
    }
    return value;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfGroupsDoesNotMatterToGraysTest(long seed) {
    List<CompetingCounts> groups = Sample.random(seed).groups();
    List<CompetingCounts> turned = List.of(groups.get(2), groups.get(0), groups.get(1));
    GrayTest test = GrayTest.withDefaults().withRho(1);
    double statistic = test.test(groups, 1).test().orElseThrow().statistic();
    assertThat(test.test(turned, 1).test().orElseThrow().statistic())
        .isCloseTo(statistic, within(1e-10));
    // The same stratum twice: twice the scores and twice their covariance.
    assertThat(test.testStratified(List.of(groups, groups), 1).test().orElseThrow().statistic())
        .isCloseTo(2 * statistic, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void withoutCompetingEventsIncidenceIsOneMinusSurvival(long seed) {
    Sample sample = Sample.random(seed);
    int[] one = IntStream.of(sample.cause).map(cause -> Math.min(1, cause)).toArray();
    CumulativeIncidence fit =
        AalenJohansen.withDefaults().fit(CompetingCounts.of(sample.time, one));
    IncidenceCurve curve = fit.cause(1).orElseThrow();
    for (double time : curve.time()) {
      double survival = fit.eventFree().at(time).orElseThrow().survival();
      assertThat(curve.at(time).orElseThrow().estimate()).isCloseTo(1 - survival, within(1e-13));
    }
  }
}
