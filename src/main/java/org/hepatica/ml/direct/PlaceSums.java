package org.hepatica.ml.direct;

/**
 * The rows of a stratum met so far, by place: how much lies after a place, and how much with the
 * event before it.
 */
interface PlaceSums {

  /** Adds a row. */
  default void add(int place, double mass) {
    add(place, mass, mass);
  }

  /**
   * Adds a row.
   *
   * @param eventMass what it counts for as an event, if it is one
   */
  void add(int place, double mass, double eventMass);

  /** Looks at a place; {@link #after} and {@link #before} tell of it then. */
  void seek(int place);

  /** The mass at later places than the one looked at. */
  double after();

  /** The mass of events at earlier places than the one looked at. */
  double before();
}
