package org.hepatica.benchmark;

/**
 * A measurement as JSON and CSV have it.
 *
 * @param task km, logrank, cox5, cox7, cox7-strata
 * @param n subjects
 * @param engine hepatica, hepatica-bare, r-typed, r-bare, scan
 * @param secondsCold of the first run in its process
 * @param secondsWarm median of the later runs; null when there was none
 * @param peakMb most memory the process ever held, in MiB; null where the system does not tell
 */
record Measurement(
    String task, long n, String engine, double secondsCold, Double secondsWarm, Double peakMb) {

  static Measurement of(Measured measured, long n) {
    Observation seen = measured.observation();
    return new Measurement(
        measured.task().label(),
        n,
        measured.contender().label(),
        seen.cold(),
        seen.warm(),
        seen.peakMb());
  }
}
