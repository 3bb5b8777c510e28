package org.hepatica.ml.show;

import java.util.Optional;
import org.hepatica.survival.TestResult;

/** A chi-squared test as it is written. */
record TestValues(Double statistic, int df, Double pValue) {

  /** Null of no test. */
  static TestValues of(Optional<TestResult> test) {
    return test.map(TestValues::of).orElse(null);
  }

  static TestValues of(TestResult test) {
    return new TestValues(Tidy.number(test.statistic()), test.df(), Tidy.number(test.pValue()));
  }
}
