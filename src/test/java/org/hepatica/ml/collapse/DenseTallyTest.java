package org.hepatica.ml.collapse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is counted is visited, however the array grew. */
class DenseTallyTest {

  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "2,7", "3,1", "3,40", "5,3"})
  void everySubjectIsVisited(int statuses, int firstTimes) {
    for (int times = 1; times <= 60; times++) {
      DenseTally tally = new DenseTally();
      long added = 0;
      int met = 0;
      for (int time = 0; time < times; time++) {
        // All statuses are met only after some times, as they are in data.
        int last = time < firstTimes ? 1 : statuses;
        for (int status = 0; status < last; status++) {
          tally.add(1, time, status, 1);
          added++;
          met = Math.max(met, status + 1);
        }
      }
      long[] visited = new long[1];
      int[] timeOrder = IntStream.range(0, times).toArray();
      int[] statusOrder = IntStream.range(0, met).toArray();
      tally.forEach(timeOrder, statusOrder, (p, time, status, n) -> visited[0] += n);

      assertThat(visited[0]).as("%d times", times).isEqualTo(added);
    }
  }
}
