package org.hepatica.synthetic.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffleTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 17, 330, 4096, 4097})
  void itIsOneToOneOntoItself(long size) {
    Shuffle shuffle = new Shuffle(size, 5);
    assertThat(LongStream.range(0, size).map(shuffle::of).boxed())
        .doesNotHaveDuplicates()
        .allMatch(number -> number >= 0 && number < size);
  }
}
