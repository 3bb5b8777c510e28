package org.hepatica.ml.direct;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.hepatica.survival.cox.ConcordanceSums;

/**
 * Rows of blocks whose linear predictors lie in one range, in any order. Immutable; arrays are not
 * copied.
 *
 * @param predictor the linear predictors
 * @param place twice the slot, and one more for those who leave without the event: who has the
 *     event at a place is compared with everybody at a later place of the stratum
 * @param frequency of each row; null for 1
 * @param weight of each row; null for 1
 * @param cluster of each row; null without clusters
 */
record ScoredRows(
    double[] predictor, int[] place, double[] frequency, double[] weight, Object[] cluster)
    implements Serializable {

  /** Whether rows differ in how much they are. */
  boolean hasMass() {
    return frequency != null || weight != null;
  }

  double frequencyOf(int row) {
    return frequency == null ? 1 : frequency[row];
  }

  double weightOf(int row) {
    return weight == null ? 1 : weight[row];
  }

  /** Frequency times case weight. */
  double mass(int row) {
    return frequencyOf(row) * weightOf(row);
  }

  /** Adds the pairs of a row that depends on no other. */
  void addPairs(ConcordanceSums sums, int row, double concordant, double discordant, double tied) {
    double weight = weightOf(row);
    sums.addPairs(mass(row), concordant, discordant, tied);
    sums.addCluster(
        frequencyOf(row),
        weight * (concordant - discordant),
        weight * (concordant + discordant + tied));
  }

  int size() {
    return predictor.length;
  }

  /** The same rows at other places. */
  ScoredRows at(int[] places) {
    return new ScoredRows(predictor, places, frequency, weight, cluster);
  }

  /** Numbers travel as bytes, which go in one piece. */
  private Object writeReplace() {
    return new Travelling(bytes(predictor), bytes(place), bytes(frequency), bytes(weight), cluster);
  }

  private static byte[] bytes(double[] values) {
    if (values == null) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * values.length);
    buffer.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().put(values);
    return buffer.array();
  }

  private static byte[] bytes(int[] values) {
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * values.length);
    buffer.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(values);
    return buffer.array();
  }

  private record Travelling(
      byte[] predictor, byte[] place, byte[] frequency, byte[] weight, Object[] cluster)
      implements Serializable {

    private Object readResolve() {
      return new ScoredRows(
          doubles(predictor), ints(place), doubles(frequency), doubles(weight), cluster);
    }

    private static double[] doubles(byte[] bytes) {
      if (bytes == null) {
        return null;
      }
      double[] values = new double[bytes.length / Double.BYTES];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
      return values;
    }

    private static int[] ints(byte[] bytes) {
      int[] values = new int[bytes.length / Integer.BYTES];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(values);
      return values;
    }
  }
}
