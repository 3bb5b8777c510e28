package org.hepatica.ml.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few rows stand for all, and those far out for themselves. */
class ThinningTest {

  private static final int ROWS = 10_000;
  private static final int EACH = 50;

  /** x is a row's number over ten; the last column is 1000 for seven of them, else 0 to 2. */
  private static Block block(Carried carried) {
    BlockBuffer buffer = new BlockBuffer(carried);
    for (int i = 0; i < ROWS; i++) {
      buffer.hasRoomForChunk();
      buffer.add(i % 97, i % 3 == 0, 0, new double[] {i / 10.0, i % 1429 == 5 ? 1000 : i % 3});
      if (carried.frequency()) {
        buffer.frequency(1 + i % 2);
      }
      if (carried.weight()) {
        buffer.weight(0.5 + i % 4);
      }
    }
    return buffer.take();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatChosenRowsStandForAddsUp(boolean frequent) {
    Carried carried = new Carried(2, frequent, true, false, false, false, false);
    Thinning thinning =
        new Thinning(EACH, carried, new double[] {500, 1, 0, 0}, new double[] {290, 2, 1, 1});

    Block thin = thinning.of(block(carried));

    assertThat(thin.carried.frequency()).isTrue();
    Map<Double, Integer> times = new HashMap<>();
    double[] x = read(thin, 0);
    double[] y = read(thin, 1);
    double[] frequency = read(thin, thin.carried.frequencyAt());
    double[] weight = read(thin, thin.carried.weightAt());
    int farOut = 0;
    for (int run = 0; run < thin.runs(); run++) {
      for (int i = thin.start[run]; i < thin.start[run + 1]; i++) {
        int row = (int) Math.round(x[i] * 10);
        assertThat(thin.time[run]).isEqualTo(row % 97);
        assertThat(i < thin.censored[run]).isEqualTo(row % 3 == 0);
        assertThat(weight[i]).isEqualTo(0.5 + row % 4);
        farOut += y[i] == 1000 ? 1 : 0;
        double stands = y[i] == 1000 ? 1 : EACH;
        assertThat(frequency[i]).isEqualTo(stands * (frequent ? 1 + row % 2 : 1));
        times.merge(thin.time[run], 1, Integer::sum);
      }
    }
    assertThat(farOut).isEqualTo(7);
    assertThat(thin.rows()).isBetween(ROWS / EACH, ROWS / EACH + 7);
    assertThat(times).hasSizeGreaterThan(90);
  }

  private static double[] read(Block block, int column) {
    double[] values = new double[block.rows()];
    block.columns[column].read(0, values.length, 0, 1, values);
    return values;
  }
}
