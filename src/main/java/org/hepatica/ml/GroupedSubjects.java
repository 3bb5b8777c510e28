package org.hepatica.ml;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.GroupTerms;
import org.hepatica.formula.Groups;
import org.hepatica.ml.collapse.PatternCounts;

/**
 * The groups of a formula and their subjects, counted.
 *
 * @param groups what the groups are
 * @param counts of them, by patterns where these are few, else group by group in a scan of its own
 */
record GroupedSubjects(Groups groups, GroupedCounts counts) {

  /**
   * Counts.
   *
   * @param patterns of the frame, or word that there are too many
   */
  static GroupedSubjects of(
      Dataset<Row> data,
      Frame frame,
      GroupTerms terms,
      RowMeaning meaning,
      PatternCounts patterns) {
    if (patterns.tooMany().isEmpty()) {
      Groups groups = terms.groups(new Observed(patterns, frame, data));
      return new GroupedSubjects(groups, GroupedCounts.of(patterns, frame, groups, meaning));
    }
    Groups groups = terms.groups(new Scanned(data, terms.requiredColumns()));
    return new GroupedSubjects(
        groups, GroupedCounts.of(data, frame, groups, meaning, GroupedCounts.MOST_CELLS));
  }
}
