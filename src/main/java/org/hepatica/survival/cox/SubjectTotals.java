package org.hepatica.survival.cox;

/**
 * How many subjects and events data have.
 *
 * @param n subjects (rows times frequency; intervals of one subject count each, as in R)
 * @param events events
 */
public record SubjectTotals(long n, long events) {

  /** Of the rows of some data. */
  public static SubjectTotals of(CoxData data) {
    long n = 0;
    long events = 0;
    for (int i = 0; i < data.size(); i++) {
      n += data.frequency(i);
      events += data.event(i) ? data.frequency(i) : 0;
    }
    return new SubjectTotals(n, events);
  }
}
