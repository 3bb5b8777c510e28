package org.hepatica.ml.direct;

/**
 * The rows of a stratum met so far, by place: how much lies after a place, and how much with the
 * event before it. In logarithmic time (Fenwick's tree, all rows and events side by side).
 */
final class PlaceSums {

  /** By node, all rows, then those with the event. */
  private final double[] tree;

  /** By place. */
  private final double[] own;

  private final int slots;
  private double total;
  private double upTo;
  private double eventsUpTo;

  /**
   * @param slots how many slots the stratum has
   */
  PlaceSums(int slots) {
    this.slots = slots;
    tree = new double[2 * (slots + 1)];
    own = new double[2 * slots];
  }

  void add(int place, double mass) {
    boolean event = (place & 1) == 0;
    double eventMass = event ? mass : 0;
    total += mass;
    own[place] += mass;
    for (int i = (place >> 1) + 1; i <= slots; i += i & -i) {
      tree[2 * i] += mass;
      tree[2 * i + 1] += eventMass;
    }
  }

  /** Looks at a place; {@link #after} and {@link #before} tell of it then. */
  void seek(int place) {
    double all = 0;
    double events = 0;
    for (int i = (place >> 1) + 1; i > 0; i &= i - 1) {
      all += tree[2 * i];
      events += tree[2 * i + 1];
    }
    boolean event = (place & 1) == 0;
    upTo = event ? all - own[place + 1] : all;
    eventsUpTo = event ? events - own[place] : events;
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
