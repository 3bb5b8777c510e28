package org.hepatica.formula;

/** What came of a row. */
public enum RowOutcome {
  /** The columns are filled, all finite. */
  COMPLETE,
  /** A variable is missing (or not a number, as the log of a negative one): R drops the row. */
  MISSING,
  /** A column is infinite, as log(0): R refuses the data. */
  INFINITE,
  /** The offset is infinite or so large that its risk is: R refuses the data. */
  INFINITE_OFFSET,
  /** A factor has a value that is none of its levels: rows not seen when levels were found. */
  UNKNOWN_LEVEL
}
