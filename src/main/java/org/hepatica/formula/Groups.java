package org.hepatica.formula;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Groups to compare, and the strata within which. Immutable; travels to where the rows are. */
public final class Groups implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<Input> inputs;
  private final Grouping groups;
  private final Grouping strata;

  Groups(List<Input> inputs, Grouping groups, Grouping strata) {
    this.inputs = inputs;
    this.groups = groups;
    this.strata = strata;
  }

  /** What a row carries, in order. */
  public List<Input> inputs() {
    return inputs;
  }

  /** The groups. */
  public Grouping groups() {
    return groups;
  }

  /** The strata, where the formula has any apart from the groups. */
  public Optional<Grouping> strata() {
    return Optional.ofNullable(strata);
  }
}
