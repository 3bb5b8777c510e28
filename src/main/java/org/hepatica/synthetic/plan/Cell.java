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
      88,
      new Curve(1, .985, 2, .945, 3, .89, 4, .83, 5, .767, 7, .655, 10, .535, 15, .44, 23, .38),
      new Curve(.5, .88, 1, .685, 1.5, .56, 2, .485, 3, .41, 5, .37, 10, .32, 20, .30)),
  /** Wild-type without HAI. */
  WT_NONE(
      183,
      new int[] {40, 23, 38, 14, 20},
      98,
      new Curve(1, .95, 2, .87, 3, .77, 4, .67, 5, .578, 7, .45, 10, .33, 15, .24, 23, .18),
      new Curve(.5, .76, 1, .56, 1.5, .45, 2, .39, 3, .32, 5, .28, 10, .23, 20, .20)),
  /** Mutated with HAI. */
  MUT_HAI(
      131,
      new int[] {29, 17, 51, 3, 4},
      68,
      new Curve(1, .965, 2, .875, 3, .775, 4, .68, 5, .594, 7, .46, 10, .34, 15, .25, 23, .19),
      new Curve(.5, .83, 1, .60, 1.5, .46, 2, .37, 3, .29, 5, .258, 10, .19, 20, .16)),
  /** Mutated without HAI. */
  MUT_NONE(
      125,
      new int[] {29, 18, 45, 3, 9},
      80,
      new Curve(1, .93, 2, .79, 3, .635, 4, .505, 5, .405, 7, .285, 10, .19, 15, .13, 23, .09),
      new Curve(.5, .72, 1, .48, 1.5, .36, 2, .295, 3, .24, 5, .206, 10, .15, 20, .12));

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
