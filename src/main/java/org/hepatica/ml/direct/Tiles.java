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

  /** Fewer rows are not worth tables. */
  private static final int MANY_ROWS = 1 << 14;

  /** Below this neither hazard ratios nor sums of their squares overflow or vanish. */
  private static final double TAME = 100;

  /** Some of a tile's rows that leave together. */
  interface Stretch {

    /** Rows {@code [from, to)} of the tile are of a run, with the event or without. */
    void visit(int run, boolean event, int from, int to);
  }

  private final Design design;
  private final double[][] betas;
  private final int columns;

  /** By point, whether no linear predictor is large. */
  private final boolean[] tame;

  /** By point, whether all linear predictors are 0. */
  private final boolean[] flat;

  /** Whether hazard ratios are wanted and no linear predictors. */
  private final boolean ratiosOnly;

  /**
   * By point, then by plain column, what makes hazard ratios of the current block without linear
   * predictors; null where these are needed.
   */
  private final Exponentials[][] exponentials;

  /** By point, the linear predictors of the current tile. */
  final double[][] etas;

  /** Those of the first point. */
  final double[] eta;

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

  /** By point, the coded columns' part of the linear predictor, by pattern. */
  private final double[][] patternEtas;

  private final double[][] patternRatios;

  private final double[] offset = new double[SIZE];

  /**
   * @param betas coefficients of the standardised columns, at least one point
   */
  Tiles(Design design, double[]... betas) {
    this(false, design, betas);
  }

  /** Tiles of which only {@link #exponentiate} is asked, no linear predictor. */
  static Tiles ofRatios(Design design, double[]... betas) {
    return new Tiles(true, design, betas);
  }

  private Tiles(boolean ratiosOnly, Design design, double[]... betas) {
    this.ratiosOnly = ratiosOnly;
    this.design = design;
    exponentials = new Exponentials[betas.length][];
    this.betas = betas;
    columns = betas[0].length;
    x = new double[columns][SIZE];
    etas = new double[betas.length][SIZE];
    eta = etas[0];
    patternEtas = new double[betas.length][];
    patternRatios = new double[betas.length][];
    tame = new boolean[betas.length];
    flat = new boolean[betas.length];
    for (int point = 0; point < betas.length; point++) {
      double most = 0;
      for (int j = 0; j < columns; j++) {
        most += Math.abs(betas[point][j]) * design.reach()[design.columns()[j]];
      }
      tame[point] = most + design.offsetReach() < TAME;
      flat[point] = most + design.offsetReach() == 0;
    }
  }

  /** Whether no linear predictor of a point is large. */
  boolean isTame(int point) {
    return tame[point];
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
    coded = IntStream.range(0, columns).filter(j -> values[design.columns()[j]] != null).toArray();
    plain = IntStream.range(0, columns).filter(j -> values[design.columns()[j]] == null).toArray();
    code = coded.length == 0 ? null : block.codes.code();
    patterns = coded.length == 0 ? 1 : block.codes.patterns();
    patternX = new double[patterns * coded.length];
    Arrays.setAll(patternEtas, point -> new double[patterns]);
    for (int c = 0; c < patterns; c++) {
      for (int a = 0; a < coded.length; a++) {
        int number = design.columns()[coded[a]];
        double[] own = values[number];
        double value = (own[c] - design.mean()[number]) / design.deviation()[number];
        patternX[c * coded.length + a] = value;
        for (int point = 0; point < betas.length; point++) {
          patternEtas[point][c] += betas[point][coded[a]] * value;
        }
      }
    }
    for (int point = 0; point < betas.length; point++) {
      patternRatios[point] = Arrays.stream(patternEtas[point]).map(Math::exp).toArray();
      exponentials[point] = exponentials(block, point);
    }
  }

  private void fill(Block block, int n) {
    for (int j : plain) {
      int number = design.columns()[j];
      block.columns[number].read(base, n, design.mean()[number], design.deviation()[number], x[j]);
    }
    for (int point = 0; point < betas.length; point++) {
      predict(block, n, point);
    }
    if (block.carried.frequency()) {
      block.columns[block.carried.frequencyAt()].read(base, n, 0, 1, frequency);
    }
    if (block.carried.weight()) {
      block.columns[block.carried.weightAt()].read(base, n, 0, 1, weight);
    }
  }

  /** Tables, if there is one for every column that needs one and rows enough to be worth them. */
  private Exponentials[] exponentials(Block block, int point) {
    boolean worthIt = ratiosOnly && tame[point] && !flat[point] && block.rows() >= MANY_ROWS;
    if (!worthIt || block.carried.offset()) {
      return null;
    }
    Exponentials[] tables = new Exponentials[plain.length];
    for (int k = 0; k < plain.length; k++) {
      int number = design.columns()[plain[k]];
      double slope = betas[point][plain[k]] / design.deviation()[number];
      tables[k] = block.columns[number].exponentials(slope, design.mean()[number]);
      if (tables[k] == null) {
        return null;
      }
    }
    return tables;
  }

  private void predict(Block block, int n, int point) {
    double[] into = etas[point];
    if (exponentials[point] != null) {
      ratios(block, n, point);
      return;
    }
    offsets(block, n, into);
    if (flat[point]) {
      return;
    }
    if (code != null) {
      double[] ofPattern = patternEtas[point];
      for (int i = 0; i < n; i++) {
        into[i] += ofPattern[code[base + i] & 0xff];
      }
    }
    for (int j : plain) {
      double[] column = x[j];
      double b = betas[point][j];
      for (int i = 0; i < n; i++) {
        into[i] += b * column[i];
      }
    }
  }

  private void ratios(Block block, int n, int point) {
    double[] into = etas[point];
    double[] ofPattern = patternRatios[point];
    if (code == null) {
      Arrays.fill(into, 0, n, 1);
    } else {
      for (int i = 0; i < n; i++) {
        into[i] = ofPattern[code[base + i] & 0xff];
      }
    }
    for (int k = 0; k < plain.length; k++) {
      int number = design.columns()[plain[k]];
      block.columns[number].multiply(base, n, exponentials[point][k], into);
    }
  }

  /** What a walk left in {@link #etas} of some rows of a tile becomes their hazard ratios. */
  void exponentiate(int point, double shift, int from, int to) {
    double[] values = etas[point];
    if (exponentials[point] != null) {
      if (shift != 0) {
        double factor = Math.exp(-shift);
        for (int i = from; i < to; i++) {
          values[i] *= factor;
        }
      }
      return;
    }
    if (flat[point]) {
      Arrays.fill(values, from, to, Math.exp(-shift));
      return;
    }
    for (int i = from; i < to; i++) {
      values[i] = Math.exp(values[i] - shift);
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
