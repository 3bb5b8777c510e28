package org.hepatica.ml.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packing changes no digit, whatever the values and however they come. */
class ColumnBufferTest {

  private static final int ROWS = 1000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          yes or no             | 0;1
          ages                  | 61.5;40;83.2;7
          then thousandths      | 1;2;0.1;0.125;-3.001
          whole, then long      | 100;-100;40000;2000000000
          whole, then too long  | 100;0.5;4000000000
          large, then tenths    | 2000000000;0.1
          no decimals           | 1;0.1;0.3333333333333333;3.141592653589793
          tiny and huge         | 5;1e-300;1e300
          infinite              | 5;-Infinity;2.5
          """)
  void valuesAreReadAsTheyWereAdded(String what, String among) {
    double[] values = Arrays.stream(among.split(";")).mapToDouble(Double::parseDouble).toArray();
    Random random = new Random(1);
    ColumnBuffer buffer = new ColumnBuffer(ROWS);
    for (int block = 0; block < 3; block++) {
      // The first values come first, so that the buffer must change its mind on the way.
      double[] added =
          IntStream.range(0, ROWS)
              .mapToDouble(i -> values[random.nextInt(1 + i * values.length / ROWS)])
              .toArray();
      for (int from = 0; from < ROWS; from += 100) {
        buffer.add(Arrays.copyOfRange(added, from, from + 120), 100);
      }
      int[] backwards = IntStream.range(0, ROWS).map(i -> ROWS - 1 - i).toArray();

      PackedColumn packed = buffer.packed(backwards);

      double[] read = new double[ROWS];
      packed.read(0, ROWS, 0, 1, read);
      assertThat(read).isEqualTo(IntStream.of(backwards).mapToDouble(i -> added[i]).toArray());
      double[] some = new double[50];
      packed.slice(300, 350).read(0, 50, 0, 1, some);
      assertThat(some).isEqualTo(Arrays.copyOfRange(read, 300, 350));
      buffer.clear();
    }
  }
}
