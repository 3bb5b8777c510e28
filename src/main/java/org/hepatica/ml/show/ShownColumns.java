package org.hepatica.ml.show;

/** A model whose table has a row a column, whatever kind of model it is. */
interface ShownColumns extends Shown {

  /** What is written. */
  ModelResult result();

  /** A row a column of the model. */
  @Override
  default String csv() {
    return Tidy.csv(ModelTerm.class, result().terms());
  }

  @Override
  default String json() {
    return Tidy.json(result());
  }
}
