package org.hepatica.formula;

import java.util.List;

/** The distinct values of a table's columns, missing ones aside, in any order. */
public interface Levels {

  /** Of a text column. */
  List<String> texts(LevelNeed need);

  /** Of a numeric column. */
  double[] numbers(LevelNeed need);
}
