package org.hepatica.ml.direct;

/** Of rows of any mass. */
final class MassSums implements PlaceSums {

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
  MassSums(int slots) {
    all = new PrefixSums(slots);
    events = new PrefixSums(slots);
    own = new double[2 * slots];
  }

  @Override
  public void add(int place, double mass, double eventMass) {
    boolean event = (place & 1) == 0;
    total += mass;
    own[place] += event ? eventMass : mass;
    all.add(place >> 1, mass);
    if (event) {
      events.add(place >> 1, eventMass);
    }
  }

  @Override
  public void seek(int place) {
    upTo = all.upTo(place >> 1);
    eventsUpTo = events.upTo(place >> 1);
    if ((place & 1) == 0) {
      upTo -= own[place + 1];
      eventsUpTo -= own[place];
    }
  }

  @Override
  public double after() {
    return total - upTo;
  }

  @Override
  public double before() {
    return eventsUpTo;
  }
}
