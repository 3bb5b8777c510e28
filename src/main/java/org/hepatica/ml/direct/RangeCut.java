package org.hepatica.ml.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Cuts the rows of blocks by ranges of the linear predictor. */
final class RangeCut {

  /** Of so many rows one tells where ranges should end. */
  private static final int EACH = 1009;

  private final Slots slots;
  private final Predictors predictors;
  private final int ranges;

  /** Bounds, then infinity as often as makes their number one less than a power of two. */
  private final double[] padded;

  private double[] predictor = new double[0];
  private int[] place = new int[0];
  private int[] range = new int[0];
  private int[] counts = new int[0];

  /** The rows by range, where range r begins in them. */
  private int[] order = new int[0];

  /**
   * @param bounds ascending: range r holds what is at least bound r - 1 and less than bound r
   */
  RangeCut(Slots slots, Design design, double[] beta, double[] bounds) {
    this.slots = slots;
    predictors = new Predictors(design, beta);
    ranges = bounds.length + 1;
    padded = new double[2 * Integer.highestOneBit(ranges) - 1];
    Arrays.fill(padded, Double.POSITIVE_INFINITY);
    System.arraycopy(bounds, 0, padded, 0, bounds.length);
  }

  /** Some of the linear predictors, evenly spread over the rows. */
  static double[] some(Iterator<Block> blocks, Design design, double[] beta) {
    List<double[]> found = new ArrayList<>();
    while (blocks.hasNext()) {
      Block block = blocks.next();
      double[] values = new double[(block.rows() + EACH - 1) / EACH];
      Arrays.setAll(values, i -> Predictors.of(block, i * EACH, design, beta));
      found.add(values);
    }
    return found.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** Bounds between ranges of about as many rows each, by some of their predictors. */
  static double[] bounds(JavaRDD<double[]> some, int ranges) {
    double[] all = some.collect().stream().flatMapToDouble(Arrays::stream).toArray();
    return all.length == 0 ? all : bounds(all, ranges);
  }

  /** Bounds between ranges of about equally many. */
  static double[] bounds(double[] some, int ranges) {
    double[] sorted = some.clone();
    Arrays.sort(sorted);
    double[] bounds = new double[Math.max(0, ranges - 1)];
    Arrays.setAll(bounds, r -> sorted[(int) ((long) (r + 1) * sorted.length / ranges)]);
    return Arrays.stream(bounds).distinct().toArray();
  }

  /** The pieces of a block, by range. */
  Iterator<Tuple2<Integer, ScoredRows>> cut(Block block) {
    int rows = block.rows();
    if (predictor.length < rows) {
      predictor = new double[rows];
      place = new int[rows];
      range = new int[rows];
      order = new int[rows];
    }
    counts = new int[padded.length + 2];
    int[] slot = slots.of(block);
    for (int run = 0; run < slot.length; run++) {
      Arrays.fill(place, block.start[run], block.censored[run], 2 * slot[run]);
      Arrays.fill(place, block.censored[run], block.start[run + 1], 2 * slot[run] + 1);
    }
    predictors.of(block, predictor);
    score(rows);
    for (int r = 0; r < ranges; r++) {
      counts[r + 1] += counts[r];
    }
    int[] next = counts.clone();
    for (int row = 0; row < rows; row++) {
      order[next[range[row]]++] = row;
    }
    List<Tuple2<Integer, ScoredRows>> pieces = new ArrayList<>();
    for (int r = 0; r < ranges; r++) {
      if (counts[r + 1] > counts[r]) {
        pieces.add(new Tuple2<>(r, piece(block, Arrays.copyOfRange(order, counts[r], next[r]))));
      }
    }
    return pieces.iterator();
  }

  private void score(int rows) {
    for (int row = 0; row < rows; row++) {
      double eta = predictor[row] + 0.0;
      int r = range(eta);
      predictor[row] = eta;
      range[row] = r;
      counts[r + 1]++;
    }
  }

  /** How many bounds are at most a number: by halves, without a branch that nobody foresees. */
  private int range(double eta) {
    int below = 0;
    for (int half = padded.length + 1 >> 1; half > 0; half >>= 1) {
      long sign = Double.doubleToRawLongBits(eta - padded[below + half - 1]) >>> Long.SIZE - 1;
      below += half & (int) sign - 1;
    }
    return Math.min(below, ranges - 1);
  }

  private ScoredRows piece(Block block, int[] rows) {
    int n = rows.length;
    double[] predictors = new double[n];
    int[] places = new int[n];
    for (int i = 0; i < n; i++) {
      predictors[i] = predictor[rows[i]];
      places[i] = place[rows[i]];
    }
    Carried carried = block.carried;
    return new ScoredRows(
        predictors,
        places,
        carried.frequency() ? gathered(block, carried.frequencyAt(), rows) : null,
        carried.weight() ? gathered(block, carried.weightAt(), rows) : null,
        carried.cluster() ? clusters(block, rows) : null);
  }

  private static double[] gathered(Block block, int column, int[] rows) {
    double[] values = new double[rows.length];
    double[] one = new double[1];
    for (int i = 0; i < rows.length; i++) {
      block.columns[column].read(rows[i], 1, 0, 1, one);
      values[i] = one[0];
    }
    return values;
  }

  private static Object[] clusters(Block block, int[] rows) {
    double[] numbers = gathered(block, block.carried.clusterAt(), rows);
    return Arrays.stream(numbers).mapToObj(block::cluster).toArray();
  }
}
