package org.hepatica.ml.direct;

/**
 * The rows of a stratum met so far, by place: how much lies after a place, and how much with the
 * event before it.
 */
interface PlaceSums {

  /** Adds mass at a place. */
  void add(int place, double mass);

  /** Looks at a place; {@link #after} and {@link #before} tell of it then. */
  void seek(int place);

  /** The mass at later places than the one looked at. */
  double after();

  /** The mass of events at earlier places than the one looked at. */
  double before();
}
