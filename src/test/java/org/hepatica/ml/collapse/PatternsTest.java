package org.hepatica.ml.collapse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each combination of codes has a number of its own, in tables and beyond them. */
class PatternsTest {

  private static final int MOST = 50_000;

  @ParameterizedTest
  @ValueSource(strings = {"2,2,2", "2,1000,4000", "4000,1000,2", "1,4096,4096", "30000,3"})
  void combinationsAreToldApart(String levels) {
    List<Integer> widths =
        Arrays.stream(levels.split(",")).map(Integer::valueOf).collect(Collectors.toList());
    Patterns patterns = new Patterns(widths.size(), MOST);
    Map<List<Integer>, Integer> known = new HashMap<>();
    Random random = new Random(7);
    for (int row = 0; row < 60_000 && known.size() < MOST; row++) {
      List<Integer> codes = widths.stream().map(random::nextInt).toList();
      int number = 0;
      for (int j = 0; j < codes.size(); j++) {
        number = patterns.step(j, number, codes.get(j));
      }
      assertThat(known.getOrDefault(codes, number)).isEqualTo(number);
      known.put(codes, number);
      assertThat(patterns.codes(number))
          .containsExactly(codes.stream().mapToInt(Integer::intValue).toArray());
    }
    assertThat(known.values()).doesNotHaveDuplicates().hasSize(patterns.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 5000})
  void oneTooManyHasNone(int most) {
    Patterns patterns = new Patterns(1, most);
    for (int code = 0; code < most; code++) {
      assertThat(patterns.step(0, 0, 400 * code)).isEqualTo(code);
    }
    assertThat(patterns.step(0, 0, 400 * most)).isEqualTo(-1);
    assertThat(patterns.step(0, 0, 400)).isEqualTo(1);
  }
}
