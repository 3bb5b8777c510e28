package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Iterator;
import org.hepatica.survival.cox.TableLikelihood;

/** The second pass: the weighted products of the columns. */
final class ProductPass {

  /** A slot's weights, as {@link TableLikelihood} gives them. */
  record Weights(double[] shift, double[] atRisk, double[] tied) implements Serializable {

    static Weights of(TableLikelihood likelihood) {
      return new Weights(likelihood.shift(), likelihood.atRisk(), likelihood.tied());
    }
  }

  private final Slots slots;
  private final Weights weights;
  private final Tiles tiles;
  private final double[] weighted = new double[Tiles.SIZE];
  private final double[] products;
  private final double[] byPattern = new double[256];
  private final double[][] columnByPattern;

  private ProductPass(Slots slots, Design design, double[] beta, Weights weights) {
    this.slots = slots;
    this.weights = weights;
    tiles = new Tiles(design, beta);
    int p = beta.length;
    products = new double[p * (p + 1) / 2];
    columnByPattern = new double[p][256];
  }

  /** The lower triangle of the sum of {@code v x x'}, row after row. */
  static double[] over(
      Iterator<Block> blocks, Slots slots, Design design, double[] beta, Weights weights) {
    ProductPass pass = new ProductPass(slots, design, beta, weights);
    blocks.forEachRemaining(pass::add);
    return pass.products;
  }

  private void add(Block block) {
    int[] slot = slots.of(block);
    tiles.walk(
        block,
        (run, event, from, to) -> {
          weigh(slot[run], event, from, to);
          tiles.weigh(block, tiles.eta, from, to);
        },
        this::multiply);
    expand();
  }

  /** Linear predictors become weights. */
  private void weigh(int slot, boolean event, int from, int to) {
    double[] eta = tiles.eta;
    double shift = weights.shift[slot];
    double factor = weights.atRisk[slot] - (event ? weights.tied[slot] : 0);
    for (int i = from; i < to; i++) {
      eta[i] = Math.exp(eta[i] - shift) * factor;
    }
  }

  private void multiply(int n) {
    double[] v = tiles.eta;
    if (tiles.code != null) {
      for (int i = 0; i < n; i++) {
        byPattern[tiles.code[tiles.base + i] & 0xff] += v[i];
      }
    }
    for (int j : tiles.plain) {
      double[] column = tiles.x[j];
      for (int i = 0; i < n; i++) {
        weighted[i] = v[i] * column[i];
      }
      if (tiles.code != null) {
        double[] own = columnByPattern[j];
        for (int i = 0; i < n; i++) {
          own[tiles.code[tiles.base + i] & 0xff] += weighted[i];
        }
      }
      for (int k : tiles.plain) {
        if (k <= j) {
          products[cell(j, k)] += dot(weighted, tiles.x[k], n);
        }
      }
    }
  }

  private static int cell(int j, int k) {
    return j >= k ? j * (j + 1) / 2 + k : k * (k + 1) / 2 + j;
  }

  /** Sums by pattern become products. */
  private void expand() {
    int[] coded = tiles.coded;
    for (int c = 0; c < tiles.patterns && coded.length > 0; c++) {
      int at = c * coded.length;
      for (int a = 0; a < coded.length; a++) {
        double x = tiles.patternX[at + a];
        for (int b = 0; b <= a; b++) {
          products[cell(coded[a], coded[b])] += byPattern[c] * x * tiles.patternX[at + b];
        }
        for (int j : tiles.plain) {
          products[cell(coded[a], j)] += columnByPattern[j][c] * x;
        }
      }
      byPattern[c] = 0;
      for (int j : tiles.plain) {
        columnByPattern[j][c] = 0;
      }
    }
  }

  /** Four sums side by side, so that none waits for the one before. */
  private static double dot(double[] a, double[] b, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < n; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3);
  }
}
