package org.hepatica.ml.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sorted by stratum, time and the event first, by counting and by comparing alike. */
class BlockSortTest {

  private static final int ROWS = 20_000;

  @ParameterizedTest
  @CsvSource({"1, 50, 1", "7, 300, 1", "7, 300, 0.37", "3000, 9000, 1", "20000, 1000000, 0.001"})
  void rowsAreInOrderAndRunsCoverThem(int strata, int days, double unit) {
    Random random = new Random(strata);
    double[] time = new double[ROWS];
    byte[] event = new byte[ROWS];
    int[] stratum = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      time[i] = random.nextInt(days) * unit;
      event[i] = (byte) random.nextInt(2);
      stratum[i] = random.nextInt(strata);
    }
    BlockSort sort = new BlockSort(ROWS);

    Runs runs = sort.sort(time, event, stratum, ROWS, strata);

    int[] expected =
        IntStream.range(0, ROWS)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer i) -> stratum[i])
                    .thenComparingDouble(i -> time[i])
                    .thenComparingInt(i -> -event[i])
                    .thenComparingInt(i -> i))
            .mapToInt(i -> i)
            .toArray();
    assertThat(Arrays.copyOf(sort.order(), ROWS)).isEqualTo(expected);
    assertThat(runs.start()[runs.time().length]).isEqualTo(ROWS);
    for (int run = 0; run < runs.time().length; run++) {
      for (int i = runs.start()[run]; i < runs.start()[run + 1]; i++) {
        int row = expected[i];
        assertThat(stratum[row]).isEqualTo(runs.stratum()[run]);
        assertThat(time[row]).isEqualTo(runs.time()[run]);
        assertThat(event[row] == 1).isEqualTo(i < runs.censored()[run]);
      }
    }
  }
}
