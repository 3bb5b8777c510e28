package org.hepatica.survival.competing;

import java.util.List;
import java.util.Optional;
import org.hepatica.survival.SurvivalCurve;

/**
 * What becomes of a group's patients: the cumulative incidence of each cause, and survival free of
 * all of them.
 *
 * @param n patients
 * @param causes a curve for each cause seen, ascending; none without events
 * @param eventFree the Kaplan-Meier curve of any cause
 */
public record CumulativeIncidence(long n, List<IncidenceCurve> causes, SurvivalCurve eventFree) {

  /** Copies the list. */
  public CumulativeIncidence {
    causes = List.copyOf(causes);
  }

  /**
   * The curve of a cause.
   *
   * @param cause from 1
   * @return its curve; empty if nobody had an event of it
   */
  public Optional<IncidenceCurve> cause(int cause) {
    return causes.stream().filter(curve -> curve.cause() == cause).findFirst();
  }
}
