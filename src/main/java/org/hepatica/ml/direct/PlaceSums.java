package org.hepatica.ml.direct;

/**
 * The rows of a stratum met so far, by place: how much lies after a place, and how much with the
 * event before it.
 */
final class PlaceSums {

  private final PrefixSums all;
  private final PrefixSums events;

  /** By place. */
  private final double[] own;

  private double total;
  private double upTo;
  private double eventsUpTo;

  /**
   * @param slots how many slots the stratum has
   */
  PlaceSums(int slots) {
    all = new PrefixSums(slots);
    events = new PrefixSums(slots);
    own = new double[2 * slots];
  }

  void add(int place, double mass) {
    add(place, mass, mass);
  }

  /**
   * Adds a row.
   *
   * @param eventMass what it counts for as an event, if it is one
   */
  void add(int place, double mass, double eventMass) {
    boolean event = (place & 1) == 0;
    total += mass;
    own[place] += event ? eventMass : mass;
    all.add(place >> 1, mass);
    if (event) {
      events.add(place >> 1, eventMass);
    }
  }

  /** Looks at a place; {@link #after} and {@link #before} tell of it then. */
  void seek(int place) {
    upTo = all.upTo(place >> 1);
    eventsUpTo = events.upTo(place >> 1);
    if ((place & 1) == 0) {
      upTo -= own[place + 1];
      eventsUpTo -= own[place];
    }
  }

  /** The mass at later places than the one looked at. */
  double after() {
    return total - upTo;
  }

  /** The mass of events at earlier places than the one looked at. */
  double before() {
    return eventsUpTo;
  }
}
