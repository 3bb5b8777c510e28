package org.hepatica.ml.show;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hepatica.ml.Comparison;
import org.hepatica.ml.CountedGroups;
import org.hepatica.survival.LogRankResult;
import org.hepatica.survival.TestResult;

/** A log-rank test, or of its families. */
public final class ShownComparison implements Shown {

  private static final int DIGITS = 3;

  /** The whole of the JSON. */
  private record Result(
      Double statistic,
      int df,
      Double pValue,
      List<Group> groups,
      @JsonInclude(JsonInclude.Include.NON_NULL) TestValues trend,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<ShownPair> pairs) {}

  private record Group(String group, long n, Double observed, Double expected) {}

  /** A row of the CSV: a group, the test on every row. */
  private record Line(
      String group,
      long n,
      Double observed,
      Double expected,
      Double statistic,
      int df,
      Double pValue) {}

  /** The same with a trend. */
  private record TrendLine(
      String group,
      long n,
      Double observed,
      Double expected,
      Double statistic,
      int df,
      Double pValue,
      Double trendStatistic,
      int trendDf,
      Double trendPValue) {}

  private final Comparison comparison;
  private final LogRankResult test;
  private final String call;
  private final List<Group> groups;
  private final Optional<TestResult> trend;
  private final Optional<List<ShownPair>> pairs;

  private ShownComparison(
      Comparison comparison,
      String call,
      Optional<TestResult> trend,
      Optional<List<ShownPair>> pairs) {
    this.comparison = comparison;
    this.test = comparison.test();
    this.call = call;
    this.trend = trend;
    this.pairs = pairs;
    this.groups =
        IntStream.range(0, comparison.groups().size())
            .mapToObj(
                i ->
                    new Group(
                        comparison.groups().get(i),
                        test.n().get(i),
                        Tidy.number(test.observed().get(i)),
                        Tidy.number(test.expected().get(i))))
            .toList();
  }

  /**
   * A test to be written.
   *
   * @param comparison the result
   * @param call what was asked, as the text's first lines have it
   */
  public static ShownComparison of(Comparison comparison, String call) {
    return new ShownComparison(comparison, call, Optional.empty(), Optional.empty());
  }

  /** The same with a test for a trend over the groups. */
  public ShownComparison withTrend(TestResult newTrend) {
    return new ShownComparison(comparison, call, Optional.of(newTrend), pairs);
  }

  /** The same with every two groups compared; they are the CSV then. */
  public ShownComparison withPairs(List<CountedGroups.Pair> newPairs) {
    return new ShownComparison(
        comparison, call, trend, Optional.of(newPairs.stream().map(ShownPair::of).toList()));
  }

  /** As R's {@code print(survdiff)}, then trend and pairs where they were asked for. */
  @Override
  public String text() {
    long n = test.n().stream().mapToLong(Long::longValue).sum();
    String omitted = missing() == 0 ? "" : "n=%d, %s.\n\n".formatted(n, Omitted.words(missing()));
    return "Call:\n%s\n\n%s%s\n %s%s%s"
        .formatted(
            call,
            omitted,
            table(),
            line(test.statistic(), test.df(), test.pValue()),
            trend
                .map(t -> "\nTrend over the groups:\n " + line(t.statistic(), t.df(), t.pValue()))
                .orElse(""),
            pairs.map(p -> "\nEvery two groups:\n" + table(p)).orElse(""));
  }

  private static String line(double statistic, int df, double p) {
    return "Chisq= %s  on %d degrees of freedom, p= %s \n"
        .formatted(
            Digits.format(Digits.round(statistic, 1), DIGITS),
            df,
            df == 0 ? "NA" : PValues.format(p, 1));
  }

  /** None of a test with nothing to compare, which R refuses. */
  private Double pValue() {
    return test.df() == 0 ? null : Tidy.number(test.pValue());
  }

  private static String table(List<ShownPair> pairs) {
    return new TextMatrix(pairs.stream().map(p -> p.group() + " : " + p.other()).toList())
        .numbers("Chisq", pairs.stream().map(ShownPair::statistic).toList(), DIGITS)
        .counts("df", pairs.stream().map(p -> (long) p.df()).toList())
        .pValues("p", pairs.stream().map(ShownPair::pValue).toList())
        .pValues("adjusted p", pairs.stream().map(ShownPair::adjustedPValue).toList())
        .text();
  }

  private String table() {
    return new TextMatrix(comparison.groups())
        .counts("N", test.n())
        .numbers("Observed", test.observed(), DIGITS)
        .numbers("Expected", test.expected(), DIGITS)
        .numbers("(O-E)^2/E", groups.stream().map(ShownComparison::share).toList(), DIGITS)
        .numbers("(O-E)^2/V", comparison.againstOthers(), DIGITS)
        .text();
  }

  private static double share(Group group) {
    double excess = group.observed() - group.expected();
    return excess * excess / group.expected();
  }

  @Override
  public String csv() {
    if (pairs.isPresent()) {
      return Tidy.csv(ShownPair.class, pairs.get());
    }
    Double statistic = Tidy.number(test.statistic());
    Double p = pValue();
    int df = test.df();
    if (trend.isEmpty()) {
      return Tidy.csv(
          Line.class,
          groups.stream()
              .map(g -> new Line(g.group, g.n, g.observed, g.expected, statistic, df, p))
              .toList());
    }
    TestValues t = TestValues.of(trend.get());
    return Tidy.csv(
        TrendLine.class,
        groups.stream()
            .map(
                g ->
                    new TrendLine(
                        g.group,
                        g.n,
                        g.observed,
                        g.expected,
                        statistic,
                        df,
                        p,
                        t.statistic(),
                        t.df(),
                        t.pValue()))
            .toList());
  }

  @Override
  public String json() {
    return Tidy.json(
        new Result(
            Tidy.number(test.statistic()),
            test.df(),
            pValue(),
            groups,
            trend.map(TestValues::of).orElse(null),
            pairs.orElse(null)));
  }

  @Override
  public List<String> warnings() {
    return test.warnings();
  }

  @Override
  public long missing() {
    return comparison.missing();
  }
}
