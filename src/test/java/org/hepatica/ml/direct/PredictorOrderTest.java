package org.hepatica.ml.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows come in the order of strata and predictors, whatever the predictors look like. */
class PredictorOrderTest {

  @ParameterizedTest
  @ValueSource(strings = {"spread", "tied", "close", "far", "signs", "one"})
  void rowsAreInOrder(String shape) {
    SplittableRandom random = new SplittableRandom(7);
    DoubleSupplier next =
        switch (shape) {
          case "spread" -> () -> random.nextDouble() * 8 - 4;
          case "tied" -> () -> random.nextInt(5) - 2.0;
          case "close" -> () -> 1 + random.nextInt(50) * Math.ulp(1.0);
          case "far" -> () -> Math.exp(random.nextDouble() * 1400 - 700);
          case "signs" -> () -> (random.nextInt(3) - 1) * Math.exp(-random.nextDouble() * 300);
          default -> () -> 3.25;
        };
    double[] predictor =
        IntStream.range(0, 5000).mapToDouble(i -> next.getAsDouble() + 0.0).toArray();
    int[] stratum = IntStream.range(0, predictor.length).map(i -> random.nextInt(3)).toArray();

    PredictorOrder order = PredictorOrder.of(predictor, stratum, 3);

    int[] expected =
        IntStream.range(0, predictor.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(i -> stratum[i])
                    .thenComparingDouble(i -> predictor[i]))
            .mapToInt(i -> i)
            .toArray();
    assertThat(Arrays.stream(order.row()).mapToDouble(i -> predictor[i]))
        .containsExactly(
            Arrays.stream(expected).mapToDouble(i -> predictor[i]).boxed().toArray(Double[]::new));
    assertThat(Arrays.stream(order.row()).map(i -> stratum[i])).isSorted();
    for (int i = 1; i < predictor.length; i++) {
      boolean same = predictor[order.row()[i]] == predictor[order.row()[i - 1]];
      assertThat(order.key()[i] == order.key()[i - 1]).isEqualTo(same);
    }
  }
}
