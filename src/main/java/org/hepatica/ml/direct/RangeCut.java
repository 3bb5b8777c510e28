package org.hepatica.ml.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import scala.Tuple2;

/** Cuts the rows of blocks by ranges of the linear predictor. */
final class RangeCut {

  private final Slots slots;
  private final Tiles tiles;
  private final double[] bounds;
  private double[] predictor = new double[0];
  private int[] place = new int[0];
  private int[] range = new int[0];
  private int[] counts = new int[0];

  /**
   * @param bounds ascending: range r holds what is at least bound r - 1 and less than bound r
   */
  RangeCut(Slots slots, Design design, double[] beta, double[] bounds) {
    this.slots = slots;
    tiles = new Tiles(design, beta);
    this.bounds = bounds;
  }

  /** Some of the linear predictors, evenly spread over the rows. */
  static double[] some(Iterator<Block> blocks, Design design, double[] beta, int each) {
    Tiles tiles = new Tiles(design, beta);
    List<double[]> found = new ArrayList<>();
    while (blocks.hasNext()) {
      Block block = blocks.next();
      double[] values = new double[block.rows() / each + 1];
      int[] n = new int[1];
      tiles.walk(
          block,
          (run, event, from, to) -> {},
          rows -> {
            for (int i = 0; i < rows; i++) {
              if ((tiles.base + i) % each == 0) {
                values[n[0]++] = tiles.eta[i];
              }
            }
          });
      found.add(Arrays.copyOf(values, n[0]));
    }
    return found.stream().flatMapToDouble(Arrays::stream).toArray();
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
    }
    counts = new int[bounds.length + 1];
    int[] slot = slots.of(block);
    tiles.walk(
        block,
        (run, event, from, to) ->
            Arrays.fill(place, tiles.base + from, tiles.base + to, 2 * slot[run] + (event ? 0 : 1)),
        this::score);
    List<Tuple2<Integer, ScoredRows>> pieces = new ArrayList<>();
    for (int r = 0; r < counts.length; r++) {
      if (counts[r] > 0) {
        pieces.add(new Tuple2<>(r, piece(block, r)));
      }
    }
    return pieces.iterator();
  }

  private void score(int n) {
    for (int i = 0; i < n; i++) {
      int row = tiles.base + i;
      predictor[row] = tiles.eta[i] + 0.0;
      int r = Arrays.binarySearch(bounds, predictor[row]);
      range[row] = r >= 0 ? r + 1 : -r - 1;
      counts[range[row]]++;
    }
  }

  private ScoredRows piece(Block block, int r) {
    int[] rows = new int[counts[r]];
    int n = 0;
    for (int row = 0; n < rows.length; row++) {
      if (range[row] == r) {
        rows[n++] = row;
      }
    }
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
