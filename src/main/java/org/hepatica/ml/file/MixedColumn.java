package org.hepatica.ml.file;

/**
 * A column of a text file that is of texts because of some of its cells: the others are numbers, or
 * nearly all of them truth values.
 *
 * @param name of the column
 * @param place of it in a row
 * @param cells that are not missing
 * @param fitting the numbers among them, or else the truth values
 * @param ofNumbers whether these are numbers
 */
record MixedColumn(String name, int place, long cells, long fitting, boolean ofNumbers) {

  /** F is a sex more often than a truth value. */
  private static final double NEARLY = 0.9;

  /** Whether what its cells are makes it one. */
  static boolean isMixed(long cells, long numbers, long truths) {
    return numbers > 0 && numbers < cells || truths < cells && truths > NEARLY * cells;
  }

  /** Of counted cells. */
  static MixedColumn of(String name, int place, long cells, long numbers, long truths) {
    return new MixedColumn(name, place, cells, numbers > 0 ? numbers : truths, numbers > 0);
  }

  /** Whether so few cells are no number that they look like mistakes. */
  boolean isNearlyOfNumbers() {
    return ofNumbers && fitting > NEARLY * cells;
  }

  /** Whether its texts are exceptions: where they are the rule, they may be identifiers. */
  boolean isMostlyFitting() {
    return 2 * fitting >= cells;
  }

  /** Cells because of which it is of texts. */
  long others() {
    return cells - fitting;
  }

  /** Whether a cell is as most are. */
  boolean fits(String cell) {
    return ofNumbers ? TextTable.isNumber(cell) : TextTable.isTruth(cell);
  }
}
