package org.hepatica.ml.direct;

/** Of rows of one subject each: whole numbers. */
final class CountSums implements PlaceSums {

  private final PrefixCounts counts;
  private int total;

  /**
   * @param slots how many slots the stratum has
   */
  CountSums(int slots) {
    counts = new PrefixCounts(2 * slots);
  }

  @Override
  public void add(int place, double one, double eventToo) {
    total++;
    counts.add(place);
  }

  @Override
  public void seek(int place) {
    counts.below(place + 1);
  }

  @Override
  public double after() {
    return total - counts.rows;
  }

  @Override
  public double before() {
    return counts.rowsWithEvent;
  }
}
