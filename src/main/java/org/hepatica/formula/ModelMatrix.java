package org.hepatica.formula;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The columns of R's model matrix without the intercept, and how a row fills them. Immutable; it
 * travels to where the rows are and makes a {@link MatrixRow} there.
 */
public final class ModelMatrix implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<Input> inputs;
  private final List<ModelVariable> variables;
  private final List<MatrixColumn> columns;
  private final List<Product> products;
  private final List<Program> offsets;
  private final Grouping strata;

  ModelMatrix(
      List<Input> inputs,
      List<ModelVariable> variables,
      List<MatrixColumn> columns,
      List<Product> products,
      List<Program> offsets,
      Grouping strata) {
    this.inputs = List.copyOf(inputs);
    this.variables = List.copyOf(variables);
    this.columns = List.copyOf(columns);
    this.products = List.copyOf(products);
    this.offsets = List.copyOf(offsets);
    this.strata = strata;
  }

  /** What a row carries, in order. */
  public List<Input> inputs() {
    return inputs;
  }

  /** What the columns are made of. */
  public List<ModelVariable> variables() {
    return variables;
  }

  /** The columns, in R's order. */
  public List<MatrixColumn> columns() {
    return columns;
  }

  /** The columns' names. */
  public List<String> names() {
    return columns.stream().map(MatrixColumn::name).toList();
  }

  /** The input that a column is without any change, so that it may be copied. */
  public OptionalInt plainInput(int column) {
    int variable = products.get(column).plainVariable();
    return variable < 0 ? OptionalInt.empty() : variables.get(variable).program().plainInput();
  }

  /** The strata, where the formula has any. */
  public Optional<Grouping> strata() {
    return Optional.ofNullable(strata);
  }

  /** Whether rows have an offset. */
  public boolean hasOffset() {
    return !offsets.isEmpty();
  }

  /** Fills rows; for one thread. */
  public MatrixRow row() {
    return new MatrixRow(this);
  }

  List<Product> products() {
    return products;
  }

  List<Program> offsets() {
    return offsets;
  }
}
