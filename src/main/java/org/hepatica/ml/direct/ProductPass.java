package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import org.hepatica.survival.cox.TableLikelihood;

/** The second pass: the weighted products of the columns, at one point or at several. */
final class ProductPass {

  /** A slot's weights, as {@link TableLikelihood} gives them. */
  record Weights(double[] shift, double[] atRisk, double[] tied) implements Serializable {

    static Weights of(TableLikelihood likelihood) {
      return new Weights(likelihood.shift(), likelihood.atRisk(), likelihood.tied());
    }

    static Weights[] of(TableLikelihood... likelihoods) {
      return Arrays.stream(likelihoods).map(likelihood -> of(likelihood)).toArray(Weights[]::new);
    }
  }

  private final Slots slots;
  private final Weights[] weights;
  private final Tiles tiles;
  private final double[] weighted = new double[Tiles.SIZE];
  private final double[][] products;

  /** By point, then by pattern. */
  private final double[][] byPattern;

  /** By point, then by column, then by pattern. */
  private final double[][][] columnByPattern;

  private ProductPass(Slots slots, Design design, double[][] betas, Weights[] weights) {
    this.slots = slots;
    this.weights = weights;
    tiles = Tiles.ofRatios(design, betas);
    int p = betas[0].length;
    products = new double[betas.length][p * (p + 1) / 2];
    byPattern = new double[betas.length][256];
    columnByPattern = new double[betas.length][p][256];
  }

  /** The lower triangle of the sum of {@code v x x'}, row after row. */
  static double[] over(
      Iterator<Block> blocks, Slots slots, Design design, double[] beta, Weights weights) {
    return over(blocks, slots, design, new double[][] {beta}, new Weights[] {weights})[0];
  }

  /** A triangle a point. */
  static double[][] over(
      Iterator<Block> blocks, Slots slots, Design design, double[][] betas, Weights[] weights) {
    ProductPass pass = new ProductPass(slots, design, betas, weights);
    blocks.forEachRemaining(pass::add);
    return pass.products;
  }

  private void add(Block block) {
    int[] slot = slots.of(block);
    tiles.walk(
        block,
        (run, event, from, to) -> {
          for (int point = 0; point < weights.length; point++) {
            weigh(point, slot[run], event, from, to);
            tiles.weigh(block, tiles.etas[point], from, to);
          }
        },
        n -> {
          for (int point = 0; point < weights.length; point++) {
            multiply(point, n);
          }
        });
    for (int point = 0; point < weights.length; point++) {
      expand(point);
    }
  }

  /** Linear predictors become weights. */
  private void weigh(int point, int slot, boolean event, int from, int to) {
    Weights own = weights[point];
    double factor = own.atRisk[slot] - (event ? own.tied[slot] : 0);
    tiles.exponentiate(point, own.shift[slot], from, to);
    double[] ratio = tiles.etas[point];
    for (int i = from; i < to; i++) {
      ratio[i] *= factor;
    }
  }

  private void multiply(int point, int n) {
    double[] v = tiles.etas[point];
    double[] sums = products[point];
    if (tiles.code != null) {
      double[] own = byPattern[point];
      for (int i = 0; i < n; i++) {
        own[tiles.code[tiles.base + i] & 0xff] += v[i];
      }
    }
    for (int j : tiles.plain) {
      double[] column = tiles.x[j];
      for (int i = 0; i < n; i++) {
        weighted[i] = v[i] * column[i];
      }
      if (tiles.code != null) {
        double[] own = columnByPattern[point][j];
        for (int i = 0; i < n; i++) {
          own[tiles.code[tiles.base + i] & 0xff] += weighted[i];
        }
      }
      for (int k : tiles.plain) {
        if (k <= j) {
          sums[cell(j, k)] += dot(weighted, tiles.x[k], n);
        }
      }
    }
  }

  private static int cell(int j, int k) {
    return j >= k ? j * (j + 1) / 2 + k : k * (k + 1) / 2 + j;
  }

  /** Sums by pattern become products. */
  private void expand(int point) {
    int[] coded = tiles.coded;
    double[] sums = products[point];
    double[] own = byPattern[point];
    double[][] ofColumns = columnByPattern[point];
    for (int c = 0; c < tiles.patterns && coded.length > 0; c++) {
      int at = c * coded.length;
      for (int a = 0; a < coded.length; a++) {
        double x = tiles.patternX[at + a];
        for (int b = 0; b <= a; b++) {
          sums[cell(coded[a], coded[b])] += own[c] * x * tiles.patternX[at + b];
        }
        for (int j : tiles.plain) {
          sums[cell(coded[a], j)] += ofColumns[j][c] * x;
        }
      }
      own[c] = 0;
      for (int j : tiles.plain) {
        ofColumns[j][c] = 0;
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
