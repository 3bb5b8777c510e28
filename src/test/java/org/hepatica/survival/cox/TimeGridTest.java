package org.hepatica.survival.cox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Times that differ by rounding, as R's {@code aeqSurv} merges them; its answers are noted. */
class TimeGridTest {

  private static int distinct(double... times) {
    return TimeGrid.of(times, null).size();
  }

  @Test
  void timesMergeBesideTheMeanTime() {
    assertThat(distinct(1e5, 1e5 + 0.0005, 2e5, 3e5)).isEqualTo(3);
    assertThat(distinct(1e5, 1e5 + 0.005, 2e5, 3e5)).isEqualTo(4);
  }

  @Test
  void smallTimesMergeAbsolutely() {
    assertThat(distinct(1e-9, 1e-8, 1)).isEqualTo(2);
  }

  @Test
  void aChainOfNeighboursIsOneTimeTheEarliest() {
    double[] chain = {1, 1 + 1e-8, 1 + 2e-8, 1 + 3e-8};
    TimeGrid grid = TimeGrid.of(chain, null);
    assertThat(grid.ranks(chain)).containsOnly(0);
    assertThat(grid.time(0)).isEqualTo(1);
  }

  @Test
  void entriesAreOnTheSameGrid() {
    double[] time = {0.1 + 0.2, 2};
    double[] entry = {0, 0.3};
    TimeGrid grid = TimeGrid.of(time, entry);
    assertThat(grid.ranks(entry)[1]).isEqualTo(grid.ranks(time)[0]);
    assertThat(grid.ranks(new double[] {Double.NEGATIVE_INFINITY})).containsExactly(-1);
  }

  @Test
  void zeroHasNoSign() {
    assertThat(distinct(0.0, -0.0)).isEqualTo(1);
  }
}
