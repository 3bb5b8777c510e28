package org.hepatica.synthetic.write;

import java.time.LocalDate;
import org.hepatica.synthetic.course.Draw;

/**
 * What happens to whom between two deliveries: chance of the seed and the patient's number, so that
 * all files of a delivery tell the same and none has to be kept in memory.
 *
 * @param seed of the chance
 * @param changed share of the living who are heard of again
 * @param added share of all in whose likeness a new patient comes
 */
record Meanwhile(long seed, double changed, double added) {

  private static final double DIES = 0.2;
  private static final double RECURS = 0.2;
  private static final int LONGEST = 180;
  private static final int SOON = 30;

  /** Whether a living patient is heard of again. */
  boolean changes(String mrn) {
    return draw(mrn, "heard of").chance(changed);
  }

  /** Whether somebody like this patient comes. */
  boolean bringsAnother(String mrn) {
    return !mrn.isEmpty() && draw(mrn, "another").chance(added);
  }

  /** Whether one who is heard of has died. */
  boolean dies(String mrn) {
    return draw(mrn, "dies").chance(DIES);
  }

  /** Whether one who is heard of has a recurrence. */
  boolean recurs(String mrn) {
    return draw(mrn, "recurs").chance(RECURS);
  }

  /** When one who is heard of was last seen; a death is one of soon after the last contact. */
  LocalDate seen(String mrn, LocalDate before) {
    int most = dies(mrn) ? SOON : LONGEST;
    return before.plusDays(draw(mrn, "seen").between(2, most));
  }

  private Draw draw(String mrn, String topic) {
    return Draw.of(seed, Long.parseLong(mrn.replaceAll("[^0-9]", "")), topic);
  }
}
