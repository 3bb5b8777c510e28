package org.hepatica.ml;

import java.util.List;

/**
 * Kaplan-Meier curves of a dataset.
 *
 * @param groups in R's order; those with nobody are absent
 * @param missing rows left out because a value was missing
 */
public record Curves(List<GroupCurve> groups, long missing) {

  /** Copies the list. */
  public Curves {
    groups = List.copyOf(groups);
  }
}
