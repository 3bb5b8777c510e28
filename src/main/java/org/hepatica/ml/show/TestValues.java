package org.hepatica.ml.show;

import org.hepatica.survival.TestResult;

/** A chi-squared test as it is written. */
record TestValues(Double statistic, int df, Double pValue) {

  static TestValues of(TestResult test) {
    return new TestValues(Tidy.number(test.statistic()), test.df(), Tidy.number(test.pValue()));
  }
}
