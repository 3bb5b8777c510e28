package org.hepatica.ml;

import java.util.List;
import java.util.Optional;
import org.hepatica.survival.competing.GrayResult;

/**
 * Cumulative incidence of competing causes of a dataset, as R's {@code cmprsk::cuminc}.
 *
 * @param curves by cause, then group, both in order; each group has a curve of each cause that
 *     anybody had; groups with nobody are absent
 * @param tests Gray's of each cause; empty with one group
 * @param missing rows left out because a value was missing
 */
public record CompetingCurves(List<GroupIncidence> curves, List<GrayResult> tests, long missing) {

  /** Copies the lists. */
  public CompetingCurves {
    curves = List.copyOf(curves);
    tests = List.copyOf(tests);
  }

  /**
   * Gray's test of a cause.
   *
   * @param cause from 1
   * @return the test; empty with one group, or when nobody had the cause
   */
  public Optional<GrayResult> test(int cause) {
    return tests.stream().filter(test -> test.cause() == cause).findFirst();
  }
}
