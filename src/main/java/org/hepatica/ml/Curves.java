package org.hepatica.ml;

import java.util.List;
import org.hepatica.survival.RestrictedMeanContrast;

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

  /**
   * Restricted means of all groups but the first, each against the first.
   *
   * @param horizon end of the means
   * @return none for fewer than two groups
   * @throws IllegalArgumentException if the horizon is before time 0 or not finite
   */
  public List<MeanContrast> restrictedMeanContrasts(double horizon) {
    return groups.stream().skip(1).map(group -> contrast(groups.get(0), group, horizon)).toList();
  }

  /** A present group has somebody, so its mean exists. */
  private static MeanContrast contrast(GroupCurve first, GroupCurve second, double horizon) {
    return new MeanContrast(
        second.group(),
        first.group(),
        RestrictedMeanContrast.of(
            first.curve().restrictedMean(horizon).orElseThrow(),
            second.curve().restrictedMean(horizon).orElseThrow()));
  }
}
