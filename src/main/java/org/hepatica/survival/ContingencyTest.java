package org.hepatica.survival;

import java.util.List;
import java.util.Optional;

/**
 * Tests of independence in a table of counts: Pearson's chi-squared, {@code sum (O - E)^2 / E}, and
 * Fisher's exact test, as R's {@code chisq.test} and {@code fisher.test}.
 *
 * <p>Rows and columns without any count are left out: they say nothing about independence.
 */
public final class ContingencyTest {

  private static final ContingencyTest DEFAULTS =
      new ContingencyTest(ContingencyChoice.FISHER_WHEN_EXPECTED_BELOW_5);

  private static final double SMALL_EXPECTED = 5;

  private final ContingencyChoice choice;

  private ContingencyTest(ContingencyChoice choice) {
    this.choice = choice;
  }

  /** Chi-squared, or Fisher's exact test when any expected count is below 5. */
  public static ContingencyTest withDefaults() {
    return DEFAULTS;
  }

  /** The same with another choice of test. */
  public ContingencyTest with(ContingencyChoice newChoice) {
    return new ContingencyTest(newChoice);
  }

  /**
   * Tests a table.
   *
   * @param counts row after row, each of the same length, at least 0
   * @return the test that was used, and its P value: 1 where fewer than two rows or columns have
   *     counts
   * @throws IllegalArgumentException if the table is ragged or has a negative count, or if Fisher's
   *     test is chosen for a table larger than 2 x 2
   */
  public ContingencyResult test(long[][] counts) {
    CrossTable table = CrossTable.of(counts);
    if (table.df() == 0) {
      String why = "fewer than two rows or columns have counts: nothing is compared";
      return chiSquared(table, ContingencyMethod.CHI_SQUARED, List.of(why));
    }
    return switch (choice) {
      case CHI_SQUARED -> chiSquared(table, ContingencyMethod.CHI_SQUARED, List.of());
      case CHI_SQUARED_YATES ->
          table.isTwoByTwo()
              ? chiSquared(table, ContingencyMethod.CHI_SQUARED_YATES, List.of())
              : chiSquared(table, ContingencyMethod.CHI_SQUARED, List.of());
      case FISHER -> fisher(table);
      case FISHER_WHEN_EXPECTED_BELOW_5 -> byExpected(table);
    };
  }

  private static ContingencyResult byExpected(CrossTable table) {
    if (table.smallestExpected() >= SMALL_EXPECTED) {
      return chiSquared(table, ContingencyMethod.CHI_SQUARED, List.of());
    }
    String warning = "an expected count is below 5 in a table larger than 2 x 2";
    return table.isTwoByTwo()
        ? fisher(table)
        : chiSquared(table, ContingencyMethod.CHI_SQUARED, List.of(warning));
  }

  private static ContingencyResult chiSquared(
      CrossTable table, ContingencyMethod method, List<String> warnings) {
    double correction = method == ContingencyMethod.CHI_SQUARED_YATES ? 0.5 : 0;
    TestResult test = TestResult.ofChiSquared(table.chiSquared(correction), table.df());
    return new ContingencyResult(
        method, Optional.of(test), test.pValue(), table.smallestExpected(), warnings);
  }

  private static ContingencyResult fisher(CrossTable table) {
    if (!table.isTwoByTwo()) {
      throw new IllegalArgumentException(
          "Fisher's exact test is for 2 x 2 tables: choose chi-squared for larger ones");
    }
    double p = FisherExact.pValue(table.count(0, 0), table.row(0), table.row(1), table.column(0));
    return new ContingencyResult(
        ContingencyMethod.FISHER, Optional.empty(), p, table.smallestExpected(), List.of());
  }
}
