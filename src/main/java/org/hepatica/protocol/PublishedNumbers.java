package org.hepatica.protocol;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a paper prints, one fact a row, and how a study's results answer it. A folder of {@code
 * table1.csv}, {@code estimates.csv}, one file a model table, and {@code comparison.conf}.
 *
 * @param table1 lines of Table 1
 * @param models lines of each model table by file name without {@code .csv}
 * @param estimates numbers of the running text
 * @param table1Columns level of Table 1's grouping by column of table1.csv
 * @param groups level by grouping, by group of estimates.csv; empty is everybody
 * @param counts SQL over {@code subject} by counted quantity
 * @param hazardRatios covariate by quantity
 * @param sums parts by quantity that is their sum
 * @param readings printed values read otherwise
 */
public record PublishedNumbers(
    List<Table1Line> table1,
    Map<String, List<ModelLine>> models,
    List<Estimate> estimates,
    Map<String, String> table1Columns,
    Map<String, Map<String, String>> groups,
    Map<String, String> counts,
    Map<String, String> hazardRatios,
    Map<String, List<String>> sums,
    List<Alternative> readings) {

  /**
   * Reads a folder.
   *
   * @throws ProtocolException with every problem of its files
   */
  public static PublishedNumbers load(Path folder) {
    return new PublishedReader(folder).read();
  }

  /**
   * A line of Table 1.
   *
   * @param variable row of the study's Table 1
   * @param level its level; empty for continuous ones
   * @param kind {@code count} or {@code median_range}
   * @param printed text by column: a count, or {@code median (low-high)}
   * @param percents printed percentage by column, where there is one
   * @param p printed P, as text
   */
  public record Table1Line(
      String variable,
      String level,
      String kind,
      Map<String, String> printed,
      Map<String, Double> percents,
      String p) {}

  /** A predictor: its univariate and multivariate hazard ratio, where printed. */
  public record ModelLine(
      String variable, Optional<HazardRatio> univariate, Optional<HazardRatio> multivariate) {}

  /** A printed hazard ratio, its interval and P as text. */
  public record HazardRatio(double estimate, double low, double high, String p) {}

  /**
   * A number of the running text.
   *
   * @param section flow, follow_up, rfs, recurrence, os
   * @param quantity what
   * @param group of whom
   * @param value as printed; times in years, survival as a fraction
   * @param low printed bound
   * @param high printed bound
   * @param tolerance how far a reproduction may lie; empty and no interval: shown, not a target
   * @param note of the file
   */
  public record Estimate(
      String section,
      String quantity,
      String group,
      double value,
      OptionalDouble low,
      OptionalDouble high,
      OptionalDouble tolerance,
      String note) {}

  /**
   * A printed value read otherwise than printed.
   *
   * @param file model table
   * @param quantity predictor
   * @param column uni or multi
   * @param low bound to hold against, when given
   * @param high likewise
   * @param shownOnly whether it is no target at all
   * @param note why
   */
  public record Alternative(
      String file,
      String quantity,
      String column,
      OptionalDouble low,
      OptionalDouble high,
      boolean shownOnly,
      String note) {}
}
