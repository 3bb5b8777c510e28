package org.hepatica.ml.direct;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.hepatica.survival.cox.SlotSteps;

/**
 * The pass for a robust variance: score residuals {@code integral (x - mean x) dM}, weighted, and
 * their cross products.
 */
final class ScorePass {

  private final Slots slots;
  private final SlotSteps steps;
  private final Tiles tiles;
  private final int p;
  private final double[] score;
  private final double[] x;

  /** By cluster, the weighted sum of its subjects' residuals, then how many these are. */
  private final Map<Object, double[]> clusters = new HashMap<>();

  /** Of rows without clusters, the cross products of their residuals. */
  private final double[][] products;

  private ScorePass(Slots slots, Design design, double[] beta, SlotSteps steps) {
    this.slots = slots;
    this.steps = steps;
    tiles = new Tiles(design, beta);
    p = beta.length;
    score = new double[p];
    x = new double[p];
    products = new double[p][p];
  }

  private static ScorePass over(
      Iterator<Block> blocks, Slots slots, Design design, double[] beta, SlotSteps steps) {
    ScorePass pass = new ScorePass(slots, design, beta, steps);
    blocks.forEachRemaining(pass::add);
    return pass;
  }

  /** The cross products where each row is a cluster of its own. */
  static double[][] products(
      Iterator<Block> blocks, Slots slots, Design design, double[] beta, SlotSteps steps) {
    return over(blocks, slots, design, beta, steps).products;
  }

  /** Sums by cluster. */
  static Map<Object, double[]> clusters(
      Iterator<Block> blocks, Slots slots, Design design, double[] beta, SlotSteps steps) {
    return over(blocks, slots, design, beta, steps).clusters;
  }

  private void add(Block block) {
    int[] slot = slots.of(block);
    double[] cluster = new double[Tiles.SIZE];
    tiles.walk(
        block,
        (run, event, from, to) -> {
          if (block.carried.cluster()) {
            block.columns[block.carried.clusterAt()].read(
                tiles.base + from, to - from, 0, 1, cluster);
          }
          for (int i = from; i < to; i++) {
            residual(slot[run], event, i);
            if (block.carried.cluster()) {
              addTo(
                  block.cluster(cluster[i - from]),
                  tiles.frequency[i],
                  block.carried.clusterIsRow());
            } else {
              addSquare(tiles.frequency[i]);
            }
          }
        },
        n -> {});
  }

  /** A subject's weighted residual; of one that is taken off, what it would have until then. */
  private void residual(int slot, boolean event, int i) {
    tiles.row(i, x);
    double ratio = Math.exp(tiles.eta[i] - steps.shift()[slot]);
    double exposure = steps.hazard()[slot] - (event ? steps.dead()[slot] : 0);
    for (int j = 0; j < p; j++) {
      int at = slot * p + j;
      double mean = steps.hazardX()[at] - (event ? steps.deadX()[at] : 0);
      double own = event ? x[j] - steps.meanX()[at] : 0;
      score[j] = tiles.weight[i] * (own - ratio * (x[j] * exposure - mean));
    }
  }

  /** Adds a row's subjects to their cluster; of a row that is its own cluster, one of them. */
  private void addTo(Object cluster, double frequency, boolean isRow) {
    double[] sum = clusters.computeIfAbsent(cluster, name -> new double[p + 1]);
    double times = isRow ? Math.signum(frequency) : frequency;
    for (int j = 0; j < p; j++) {
      sum[j] += times * score[j];
    }
    sum[p] += Math.max(0, frequency);
  }

  private void addSquare(double times) {
    addSquare(products, score, times);
  }

  private static double[][] addSquare(double[][] to, double[] score, double times) {
    for (int j = 0; j < to.length; j++) {
      for (int k = 0; k < to.length; k++) {
        to[j][k] += times * score[j] * score[k];
      }
    }
    return to;
  }

  /**
   * The cross products of clusters' sums.
   *
   * @param areRows whether each stands for so many subjects who are clusters of their own
   */
  static double[][] products(Iterator<double[]> sums, int p, boolean areRows) {
    double[][] products = new double[p][p];
    sums.forEachRemaining(sum -> addSquare(products, sum, areRows ? sum[p] : 1));
    return products;
  }

  static double[][] add(double[][] a, double[][] b) {
    for (int j = 0; j < a.length; j++) {
      double[] other = b[j];
      double[] own = a[j];
      Arrays.setAll(own, k -> own[k] + other[k]);
    }
    return a;
  }
}
