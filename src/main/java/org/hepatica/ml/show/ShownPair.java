package org.hepatica.ml.show;

import org.hepatica.ml.CountedGroups;
import org.hepatica.survival.LogRankResult;

/** Two groups compared, as it is written. */
record ShownPair(
    String group, String other, Double statistic, int df, Double pValue, Double adjustedPValue) {

  static ShownPair of(CountedGroups.Pair pair) {
    LogRankResult test = pair.test();
    return new ShownPair(
        pair.first(),
        pair.second(),
        Tidy.number(test.statistic()),
        test.df(),
        Tidy.number(test.pValue()),
        Tidy.number(pair.adjustedPValue()));
  }
}
