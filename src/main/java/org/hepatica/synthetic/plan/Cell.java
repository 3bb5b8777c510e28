package org.hepatica.synthetic.plan;

/**
 * The four cells of KRAS by adjuvant HAI: how many of the 674, what became of them, and their
 * curves.
 *
 * <p>The margins over cells are the published counts: liver first 214 (alone 135; HAI 104, none
 * 110; wild-type 121, mutated 93), lung 202 (119, 83; 106, 96), other 41 (24, 17). The split inside
 * the margins, the deaths without recurrence (29 without HAI, 12 with it) and the deaths in all are
 * the calibration's.
 */
enum Cell {
  /** Wild-type with HAI. */
  WT_HAI(
      235,
      new int[] {37, 21, 68, 21, 8},
      71,
      new Curve(1, .988, 2, .955, 3, .905, 4, .84, 5, .767, 7, .66, 10, .535, 15, .435, 23, .37),
      new Curve(.5, .9, 1, .71, 1.5, .585, 2, .5, 3, .42, 5, .37, 7, .33, 10, .285, 15, .24)),
  /** Wild-type without HAI. */
  WT_NONE(
      183,
      new int[] {40, 23, 38, 14, 20},
      97,
      new Curve(1, .955, 2, .88, 3, .785, 4, .68, 5, .578, 7, .445, 10, .315, 15, .215, 23, .16),
      new Curve(.5, .73, 1, .535, 1.5, .435, 2, .385, 3, .325, 5, .28, 7, .25, 10, .21, 15, .17)),
  /** Mutated with HAI. */
  MUT_HAI(
      131,
      new int[] {29, 17, 51, 3, 4},
      63,
      new Curve(1, .96, 2, .865, 3, .765, 4, .675, 5, .594, 7, .485, 10, .375, 15, .28, 23, .21),
      new Curve(.5, .84, 1, .61, 1.5, .47, 2, .38, 3, .3, 5, .258, 7, .21, 10, .16, 15, .12)),
  /** Mutated without HAI. */
  MUT_NONE(
      125,
      new int[] {29, 18, 45, 3, 9},
      89,
      new Curve(1, .92, 2, .775, 3, .615, 4, .495, 5, .405, 7, .285, 10, .175, 15, .11, 23, .065),
      new Curve(.5, .69, 1, .46, 1.5, .35, 2, .29, 3, .245, 5, .206, 7, .17, 10, .13, 15, .1));

  /** Of the 674. */
  final int count;

  /** Counts of {@link Outcome} in order, without the last. */
  final int[] outcomes;

  /** Deaths in all. */
  final int deaths;

  final Curve overall;
  final Curve recurrenceFree;

  Cell(int count, int[] outcomes, int deaths, Curve overall, Curve recurrenceFree) {
    this.count = count;
    this.outcomes = outcomes;
    this.deaths = deaths;
    this.overall = overall;
    this.recurrenceFree = recurrenceFree;
  }

  boolean mutated() {
    return this == MUT_HAI || this == MUT_NONE;
  }

  boolean hai() {
    return this == WT_HAI || this == MUT_HAI;
  }

  static Cell of(boolean mutated, boolean hai) {
    return mutated ? (hai ? MUT_HAI : MUT_NONE) : (hai ? WT_HAI : WT_NONE);
  }
}
