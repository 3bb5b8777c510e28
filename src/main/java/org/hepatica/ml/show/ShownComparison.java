package org.hepatica.ml.show;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hepatica.ml.Comparison;
import org.hepatica.survival.LogRankResult;

/** A log-rank test, or of its families. */
public final class ShownComparison implements Shown {

  private static final int DIGITS = 3;

  /** The whole of the JSON. */
  private record Result(Double statistic, int df, Double pValue, List<Group> groups) {}

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

  private final Comparison comparison;
  private final LogRankResult test;
  private final String call;
  private final List<Group> groups;

  private ShownComparison(Comparison comparison, String call) {
    this.comparison = comparison;
    this.test = comparison.test();
    this.call = call;
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
    return new ShownComparison(comparison, call);
  }

  /** As R's {@code print(survdiff)}. */
  @Override
  public String text() {
    long n = test.n().stream().mapToLong(Long::longValue).sum();
    String omitted = missing() == 0 ? "" : "n=%d, %s.\n\n".formatted(n, Omitted.words(missing()));
    return "Call:\n%s\n\n%s%s\n Chisq= %s  on %d degrees of freedom, p= %s \n"
        .formatted(
            call,
            omitted,
            table(),
            Digits.format(Digits.round(test.statistic(), 1), DIGITS),
            test.df(),
            PValues.format(test.pValue(), 1));
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
    return Tidy.csv(
        Line.class,
        groups.stream()
            .map(
                g ->
                    new Line(
                        g.group(),
                        g.n(),
                        g.observed(),
                        g.expected(),
                        Tidy.number(test.statistic()),
                        test.df(),
                        Tidy.number(test.pValue())))
            .collect(Collectors.toList()));
  }

  @Override
  public String json() {
    return Tidy.json(
        new Result(Tidy.number(test.statistic()), test.df(), Tidy.number(test.pValue()), groups));
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
