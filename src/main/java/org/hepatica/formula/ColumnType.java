package org.hepatica.formula;

/** What a column holds, as far as a formula can tell. */
public enum ColumnType {
  /** Numbers; as levels they take an exponent where R prints one (1e+05). */
  NUMERIC,
  /** Whole numbers, printed without exponent, as R's type integer. */
  INTEGER,
  /** Texts: a factor with the levels in C-locale order. */
  TEXT,
  /** FALSE before TRUE. */
  BOOLEAN
}
