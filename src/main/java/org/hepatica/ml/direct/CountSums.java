package org.hepatica.ml.direct;

/** Of rows of one subject each: whole numbers, twice as many of which are added at a time. */
final class CountSums implements PlaceSums {

  private final PrefixCounts all;
  private final PrefixCounts events;

  /** By place. */
  private final int[] own;

  private int total;
  private int upTo;
  private int eventsUpTo;

  /**
   * @param slots how many slots the stratum has
   */
  CountSums(int slots) {
    all = new PrefixCounts(slots);
    events = new PrefixCounts(slots);
    own = new int[2 * slots];
  }

  @Override
  public void add(int place, double one, double eventToo) {
    total++;
    own[place]++;
    all.add(place >> 1);
    if ((place & 1) == 0) {
      events.add(place >> 1);
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
