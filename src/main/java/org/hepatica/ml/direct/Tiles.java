package org.hepatica.ml.direct;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Walks over a block in tiles that fit a processor's cache: linear predictors are made, then
 * stretch by stretch of equal stratum, time and event.
 *
 * <p>Columns of few values stay one code a row, {@link #code}; what a pass sums of them it sums by
 * pattern. The others are unpacked and standardised.
 */
final class Tiles {

  static final int SIZE = 512;

  /** Below this neither hazard ratios nor sums of their squares overflow or vanish. */
  private static final double TAME = 100;

  /** Some of a tile's rows that leave together. */
  interface Stretch {

    /** Rows {@code [from, to)} of the tile are of a run, with the event or without. */
    void visit(int run, boolean event, int from, int to);
  }

  private final Design design;
  private final double[] beta;

  /** Whether no linear predictor is large. */
  final boolean tame;

  /** The linear predictors of the current tile. */
  final double[] eta = new double[SIZE];

  /** Frequencies of the current tile; all 1 where rows carry none. */
  final double[] frequency = ones();

  /** Case weights of the current tile; all 1 where rows carry none. */
  final double[] weight = ones();

  /** Where in its block the current tile begins. */
  int base;

  /** The block's codes; null where no column is coded. */
  byte[] code;

  /** The model's columns that are coded in the block, and those that are not. */
  int[] coded = new int[0];

  int[] plain = new int[0];

  /** By pattern, the standardised values of the coded columns, one after the other. */
  double[] patternX;

  /** How many patterns there are; 1 where no column is coded. */
  int patterns;

  /** The plain columns of the current tile, standardised. */
  final double[][] x;

  private double[] patternEta;
  private final double[] offset = new double[SIZE];

  Tiles(Design design, double[] beta) {
    this.design = design;
    this.beta = beta;
    x = new double[beta.length][SIZE];
    double most = 0;
    for (int j = 0; j < beta.length; j++) {
      most += Math.abs(beta[j]) * design.reach()[design.columns()[j]];
    }
    tame = most + design.offsetReach() < TAME;
  }

  private static double[] ones() {
    double[] ones = new double[SIZE];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Walks; after the stretches of a tile come its rows as a whole. */
  void walk(Block block, Stretch stretch, IntConsumer whole) {
    prepare(block);
    int run = 0;
    int rows = block.rows();
    for (base = 0; base < rows; base += SIZE) {
      int n = Math.min(SIZE, rows - base);
      fill(block, n);
      int at = 0;
      while (at < n) {
        while (block.start[run + 1] <= base + at) {
          run++;
        }
        boolean event = base + at < block.censored[run];
        int end = Math.min(n, (event ? block.censored[run] : block.start[run + 1]) - base);
        stretch.visit(run, event, at, end);
        at = end;
      }
      whole.accept(n);
    }
  }

  /** What the block's patterns are in this model. */
  void prepare(Block block) {
    double[][] values = block.codes.values();
    coded =
        IntStream.range(0, beta.length).filter(j -> values[design.columns()[j]] != null).toArray();
    plain =
        IntStream.range(0, beta.length).filter(j -> values[design.columns()[j]] == null).toArray();
    code = coded.length == 0 ? null : block.codes.code();
    patterns = coded.length == 0 ? 1 : block.codes.patterns();
    patternX = new double[patterns * coded.length];
    patternEta = new double[patterns];
    for (int c = 0; c < patterns; c++) {
      for (int a = 0; a < coded.length; a++) {
        int number = design.columns()[coded[a]];
        double[] own = values[number];
        double value = (own[c] - design.mean()[number]) / design.deviation()[number];
        patternX[c * coded.length + a] = value;
        patternEta[c] += beta[coded[a]] * value;
      }
    }
  }

  private void fill(Block block, int n) {
    offsets(block, n, eta);
    if (code != null) {
      for (int i = 0; i < n; i++) {
        eta[i] += patternEta[code[base + i] & 0xff];
      }
    }
    for (int j : plain) {
      double[] column = x[j];
      int number = design.columns()[j];
      block.columns[number].read(
          base, n, design.mean()[number], design.deviation()[number], column);
      double b = beta[j];
      for (int i = 0; i < n; i++) {
        eta[i] += b * column[i];
      }
    }
    if (block.carried.frequency()) {
      block.columns[block.carried.frequencyAt()].read(base, n, 0, 1, frequency);
    }
    if (block.carried.weight()) {
      block.columns[block.carried.weightAt()].read(base, n, 0, 1, weight);
    }
  }

  private void offsets(Block block, int n, double[] into) {
    if (block.carried.offset()) {
      int number = block.carried.offsetAt();
      block.columns[number].read(base, n, design.mean()[number], 1, into);
    } else {
      Arrays.fill(into, 0, n, 0);
    }
  }

  /** The offsets of the current tile, as they are part of the linear predictors. */
  double[] offsets(Block block, int n) {
    offsets(block, n, offset);
    return offset;
  }

  /** The standardised columns of a row of the current tile. */
  void row(int i, double[] into) {
    for (int a = 0; a < coded.length; a++) {
      into[coded[a]] = patternX[(code[base + i] & 0xff) * coded.length + a];
    }
    for (int j : plain) {
      into[j] = x[j][i];
    }
  }

  /** Multiplies values by frequency and case weight, where rows carry any. */
  void weigh(Block block, double[] values, int from, int to) {
    if (block.carried.hasMass()) {
      for (int i = from; i < to; i++) {
        values[i] *= frequency[i] * weight[i];
      }
    }
  }

  /** Adds, to each coded column's place, the sum over patterns of a number times its value. */
  void expand(double[] byPattern, double[] into) {
    for (int c = 0; c < patterns; c++) {
      double sum = byPattern[c];
      if (sum != 0) {
        for (int a = 0; a < coded.length; a++) {
          into[coded[a]] += sum * patternX[c * coded.length + a];
        }
      }
    }
  }
}
